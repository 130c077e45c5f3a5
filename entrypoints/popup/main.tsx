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
import { withoutIsolates } from "../../utils/core/translator.ts";
import { send } from "../../utils/messaging.ts";
import { isPopup, preparePage } from "../../utils/page.ts";
import { requestFullAccess } from "../../utils/permissions.ts";
import { watchSituation } from "../../utils/situation-source.ts";

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

draw(<PopupWaiting />);
try {
  watchSituation((situation) => draw(<Popup situation={situation} actions={actions} />));
} catch {
  draw(<PopupProblem />);
}
window.addEventListener("unhandledrejection", () => {
  if (root.querySelector("[data-scope]") === null) draw(<PopupProblem />);
});
