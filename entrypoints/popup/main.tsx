import "../../assets/theme.css";
import "../../assets/popup.css";
import { render } from "preact";
import { browser } from "#imports";
import { Popup, type PopupActions } from "../../components/popup/popup.tsx";
import { PageProblem, PopupWaiting } from "../../components/shared/page-states.tsx";
import { WordsProvider } from "../../components/shared/words.tsx";
import { requestNotifications } from "../../utils/alerts/may-notify.ts";
import { setMute } from "../../utils/alerts/mute-list.ts";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { requestFullAccess } from "../../utils/browser/request-permissions.ts";
import { coveringMute, mutableOf } from "../../utils/core/alerts/mutes.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { summaryText } from "../../utils/core/view/summary.ts";
import { withoutIsolates } from "../../utils/core/view/translator.ts";
import { watchableOf, watchRequest } from "../../utils/core/view/watch-request.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { portalAddress } from "../../utils/feed/portal-address.ts";
import { send } from "../../utils/messages/messaging.ts";
import { isPopup, preparePage } from "../../utils/pages/page.ts";
import { requestDataConsent } from "../../utils/reports/data-consent.ts";
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
  copy(situation) {
    const sentences = summaryText(situation, siteNameOf(situation, words.language)).map(({ key, values }) => words.text(key, values));
    const text = sentences.join(" ");
    return navigator.clipboard.writeText(words.direction === "ltr" ? withoutIsolates(text) : text);
  },
  report: {
    async preview(site) {
      const found = await send("previewReport", { site });
      if ("bytes" in found) return { bytes: found.bytes };
      return found.silence === "the feed takes no reports" ? "not taken" : "nothing";
    },
    send: async (site, shown) => (await requestDataConsent()) && (await send("sendReport", { site, shown })).queued,
  },
  direct: {
    // Large, and needed only where no feed answers.
    prepare: async (question) => (await import("../../utils/status-pages/direct-check.ts")).prepareDirectCheck(question),
    isAutomatic: async () => (await feedSettings()).askStatusPages,
  },
  async watch(situation, check) {
    // The browser's prompt may close the popup, so the watch is saved first and removed if the answer is no.
    const answer = requestNotifications();
    const watch = watchRequest(situation, words, check);
    const saved = send("watch", { watch });
    const allowed = await answer;
    await saved;
    if (!allowed) await send("unwatch", { site: watch.site });
    return allowed;
  },
  unwatch: (site) => void send("unwatch", { site }),
  mute: (mute, muted) => void setMute(mute, muted),
  search: {
    // The background has loaded the catalogue; the popup would have to load all of it first.
    find: (typed) => send("search", { words: typed }),
    choose: ({ site, ...searched }) => show({ subject: { site }, searched }),
  },
  check: async (host) => (await import("../../utils/net/check-site.ts")).checkSite(host),
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
  drawn = true;
  draw(
    <Popup
      situation={situation}
      isWatched={watched.some(({ site }) => site === watchable)}
      mute={coveringMute(muted, mutableOf(verdict, service?.id ?? null))}
      searched={query !== tab}
      portal={address}
      actions={actions}
    />,
  );
}

function show(next: typeof query): void {
  stop();
  query = next;
  stop = watchSituation(next, (situation) => void drawSituation(situation, next));
}

const waiting = setTimeout(() => {
  if (!drawn) draw(<PopupWaiting />);
}, WAITING_SHOWN_AFTER);
window.addEventListener("unhandledrejection", showProblem);
// After the first reading: the answer from what is known is not to wait for the network. The popup follows storage, and so what comes.
void send("popupOpened", undefined).catch(() => null);
