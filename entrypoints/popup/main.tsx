import "../../assets/theme.css";
import "../../assets/popup.css";
import { render } from "preact";
import { browser } from "#imports";
import { Popup, type PopupActions } from "../../components/popup.tsx";
import { PopupProblem, PopupWaiting } from "../../components/popup-states.tsx";
import { WordsProvider } from "../../components/words.tsx";
import { browserTranslator } from "../../utils/browser-translator.ts";
import { shortReport } from "../../utils/core/short-report.ts";
import { siteNameOf } from "../../utils/core/site-title.ts";
import type { Situation } from "../../utils/core/situation.ts";
import { withoutIsolates } from "../../utils/core/translator.ts";
import { send } from "../../utils/messaging.ts";
import { requestNotifications } from "../../utils/notifications.ts";
import { isPopup, preparePage } from "../../utils/page.ts";
import { requestFullAccess } from "../../utils/permissions.ts";
import { watchSituation } from "../../utils/situation-source.ts";
import { readWatches } from "../../utils/watch-list.ts";

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
    const sentences = shortReport(situation, siteNameOf(situation, words.language)).map(({ key, values }) => words.text(key, values));
    const text = sentences.join(" ");
    return navigator.clipboard.writeText(words.direction === "ltr" ? withoutIsolates(text) : text);
  },
  report: {
    async preview(site) {
      const found = await send("previewReport", { site });
      return "bytes" in found ? found.bytes : null;
    },
    send: async (site, shown) => (await send("sendReport", { site, shown })).queued,
  },
  async watch(situation, check) {
    const { host, incident, now } = situation;
    const site = situation.verdict.site ?? host ?? "";
    // The question may close the popup: the wish is kept first, and taken back if the answer is no.
    const answer = requestNotifications();
    const name = siteNameOf(situation, words.language) ?? site;
    const kept = send("watch", { watch: { site, host: host ?? site, name, asked: now, incident: incident?.id ?? null, check } });
    const allowed = await answer;
    await kept;
    if (!allowed) await send("unwatch", { site });
    return allowed;
  },
  unwatch: (site) => void send("unwatch", { site }),
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
  if (!drawn) draw(<PopupProblem />);
}

async function show(situation: Situation): Promise<void> {
  const watches = await readWatches();
  drawn = true;
  draw(<Popup situation={situation} waiting={watches.some(({ site }) => site === situation.verdict.site)} actions={actions} />);
}

let drawn = false;
draw(<PopupWaiting />);
window.addEventListener("unhandledrejection", showProblem);
watchSituation((situation) => void show(situation));
