import "../../assets/theme.css";
import "../../assets/popup.css";
import { render } from "preact";
import { browser } from "#imports";
import { Popup, type PopupActions } from "../../components/popup/popup.tsx";
import { PopupProblem, PopupWaiting } from "../../components/shared/page-states.tsx";
import { WordsProvider } from "../../components/shared/words.tsx";
import { setMute } from "../../utils/alerts/mute-list.ts";
import { requestNotifications } from "../../utils/alerts/notifications.ts";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { requestFullAccess } from "../../utils/browser/permissions.ts";
import { coveringMute } from "../../utils/core/alerts/mutes.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { summaryText } from "../../utils/core/view/summary.ts";
import { withoutIsolates } from "../../utils/core/view/translator.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { portalAddress } from "../../utils/feed/portal-address.ts";
import { send } from "../../utils/messages/messaging.ts";
import { checkSite } from "../../utils/net/check-site.ts";
import { isPopup, preparePage } from "../../utils/pages/page.ts";
import { requestDataConsent } from "../../utils/reports/data-consent.ts";
import { prepareDirectCheck } from "../../utils/status-pages/direct-check.ts";
import { followSetting } from "../../utils/storage/follow-setting.ts";
import { MUTES, WATCHES } from "../../utils/storage/keys.ts";
import { type Asked, askedByPopup, watchSituation } from "./watch-situation.ts";

/** Usually the answer is here before this, milliseconds: nothing is painted that gives way to it in the next frame. */
const LOADING_SHOWN_AFTER = 150;

// First of all what takes time is asked for; the rest of this file runs while the answers are on their way.
const tab = askedByPopup(location.search);
/** What is shown: the tab at first, a service when one was searched for. */
let asked: Asked | Promise<Asked> = tab;
let drawn = false;
let stop = () => {};
const wishes = followSetting(WATCHES);
const mutes = followSetting(MUTES);
ask(tab);
for (const read of [wishes, mutes]) void read();

const words = browserTranslator();
const root = preparePage(words, words.text("extensionName"));
document.documentElement.dataset.view = isPopup() ? "popup" : "page";

const actions: PopupActions = {
  allowFullAccess() {
    void requestFullAccess();
    // Firefox on Windows draws its question underneath the popup, where nobody finds it.
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
      return "bytes" in found ? found.bytes : null;
    },
    send: async (site, shown) => (await requestDataConsent()) && (await send("sendReport", { site, shown })).queued,
  },
  direct: { prepare: prepareDirectCheck, unasked: async () => (await feedSettings()).askStatusPages },
  async watch(situation, check) {
    // The question may close the popup: the wish is kept first, and taken back if the answer is no.
    const answer = requestNotifications();
    const watch = wishFor(situation, check);
    const kept = send("watch", { watch });
    const allowed = await answer;
    await kept;
    if (!allowed) await send("unwatch", { site: watch.site });
    return allowed;
  },
  unwatch: (site) => void send("unwatch", { site }),
  mute: (mute, muted) => void setMute(mute, muted),
  search: {
    // The background has the catalogue at hand; the popup would have to read all of it first.
    find: (typed) => send("search", { words: typed }),
    choose: ({ site, ...searched }) => ask({ subject: { site }, searched }),
  },
  check: checkSite,
  back: () => ask(tab),
  openSettings: () => void browser.runtime.openOptionsPage(),
  async refreshFeed() {
    try {
      return (await send("refreshFeed", undefined)).ok;
    } catch {
      return false;
    }
  },
};

/** The wish to be told: about the site, or about the provider where no site is meant. */
function wishFor({ verdict, host, incident, now, ...rest }: Situation, check: boolean) {
  const kept = { asked: now, incident: incident?.id ?? null, check };
  if (verdict.site === null && verdict.scope === "provider") {
    const { provider, region } = parsePlaceId(verdict.subject);
    return { ...kept, site: verdict.subject, host: null, name: withoutIsolates(words.place(provider, region)) };
  }
  const site = verdict.site ?? host ?? "";
  return { ...kept, site, host: host ?? site, name: siteNameOf({ verdict, host, incident, now, ...rest }, words.language) ?? site };
}

function draw(content: preact.ComponentChild): void {
  render(<WordsProvider value={words}>{content}</WordsProvider>, root);
}

function showProblem(): void {
  clearTimeout(patience);
  if (!drawn) draw(<PopupProblem />);
}

async function show(situation: Situation, of: typeof asked): Promise<void> {
  const { verdict, service } = situation;
  const portal = verdict.cause === "captive-portal" ? portalAddress() : null;
  const [watches, muted] = await Promise.all([wishes(), mutes()]);
  const address = await portal;
  if (of !== asked) return;
  const mute = coveringMute(muted, {
    site: verdict.site,
    service: service?.id ?? null,
    place: verdict.scope === "provider" ? parsePlaceId(verdict.subject) : null,
  });
  const awaited = verdict.site ?? verdict.subject;
  const waiting = watches.some(({ site }) => site === awaited);
  drawn = true;
  draw(<Popup situation={situation} waiting={waiting} mute={mute} searched={asked !== tab} portal={address} actions={actions} />);
}

function ask(what: typeof asked): void {
  stop();
  asked = what;
  stop = watchSituation(what, (situation) => void show(situation, what));
}

const patience = setTimeout(() => {
  if (!drawn) draw(<PopupWaiting />);
}, LOADING_SHOWN_AFTER);
window.addEventListener("unhandledrejection", showProblem);
