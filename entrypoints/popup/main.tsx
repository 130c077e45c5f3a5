import "../../assets/theme.css";
import "../../assets/popup.css";
import { type ComponentProps, render } from "preact";
import { browser } from "#imports";
import { Popup, type PopupActions } from "../../components/popup/popup.tsx";
import { PageProblem, PopupWaiting } from "../../components/shared/page-states.tsx";
import { WordsProvider } from "../../components/shared/words.tsx";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { requestFullAccess } from "../../utils/browser/request-permissions.ts";
import { coveringMute, mutableOf } from "../../utils/core/alerts/mutes.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { watchableOf } from "../../utils/core/view/watch-request.ts";
import { portalAddress } from "../../utils/feed/portal-address.ts";
import { send } from "../../utils/messages/messaging.ts";
import { isPopup, preparePage } from "../../utils/pages/page.ts";
import { followSetting } from "../../utils/storage/follow-setting.ts";
import { MUTES, WATCHES } from "../../utils/storage/keys.ts";
import { type Query, queryOfAddress, watchSituation } from "./watch-situation.ts";

/** The answer usually comes within this time, milliseconds. Drawn earlier, the waiting page would flicker. */
const WAITING_SHOWN_AFTER = 150;

// What takes time begins first; the rest of this file runs meanwhile.
const tab = queryOfAddress(location.search);
/** What is shown: the tab at first, later a service that was searched for. */
let query: Query | Promise<Query> = tab;
let drawn = false;
let stop = () => {};
let latest: { situation: Situation; shown: Query | Promise<Query> } | null = null;
/** What a person can do further. The answer does not wait for it. */
let offers: ComponentProps<typeof Popup>["offers"] = null;
const watches = followSetting(WATCHES);
const mutes = followSetting(MUTES);
show(tab);
for (const read of [watches, mutes]) void read();

const words = browserTranslator();
const root = preparePage(words, words.text("extensionName"));
document.documentElement.dataset.view = isPopup() ? "popup" : "page";

const actions: PopupActions = {
  allowFullAccess() {
    void requestFullAccess();
    // Firefox on Windows draws its prompt underneath the popup, where nobody finds it.
    if (import.meta.env.FIREFOX && isPopup()) window.close();
  },
  reloadTabs(tabIds) {
    void send("reloadTabs", { tabIds });
  },
  back: () => show(tab),
  openSettings: () => void browser.runtime.openOptionsPage(),
  async refreshFeed() {
    try {
      return (await send("refreshFeed", undefined)).ok;
    } catch {
      return false;
    }
  },
};

function draw(content: preact.ComponentChild): void {
  render(<WordsProvider value={words}>{content}</WordsProvider>, root);
}

function showProblem(): void {
  clearTimeout(waiting);
  if (!drawn) draw(<PageProblem />);
}

async function drawSituation(situation: Situation, shown: typeof query): Promise<void> {
  const { verdict, service } = situation;
  const portal = verdict.cause === "captive-portal" ? portalAddress() : null;
  const [watched, muted, address] = await Promise.all([watches(), mutes(), portal]);
  // Meanwhile the person may have asked about something else.
  if (shown !== query) return;
  const watchable = watchableOf(verdict);
  latest = { situation, shown };
  drawn = true;
  draw(
    <Popup
      situation={situation}
      isWatched={watched.some(({ site }) => site === watchable)}
      mute={coveringMute(muted, mutableOf(verdict, service?.id ?? null))}
      searched={query !== tab}
      portal={address}
      actions={actions}
      offers={offers}
    />,
  );
}

function show(next: typeof query): void {
  stop();
  query = next;
  stop = watchSituation(next, (situation) => void drawSituation(situation, next));
}

async function loadOffers(): Promise<void> {
  const { Offers, offerActions } = await import("./offers.ts");
  offers = { View: Offers, actions: offerActions(words, ({ site, ...searched }) => show({ subject: { site }, searched })) };
  if (latest !== null) await drawSituation(latest.situation, latest.shown);
}

const waiting = setTimeout(() => {
  if (!drawn) draw(<PopupWaiting />);
}, WAITING_SHOWN_AFTER);
window.addEventListener("unhandledrejection", showProblem);
void loadOffers();
// After the first reading: the answer from what is known is not to wait for the network. The popup follows storage, and so what comes.
void send("popupOpened", undefined).catch(() => null);
