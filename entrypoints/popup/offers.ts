import type { OfferActions } from "../../components/popup/offers.tsx";
import { requestNotifications } from "../../utils/alerts/may-notify.ts";
import { setMute } from "../../utils/alerts/mute-list.ts";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { requestHosts } from "../../utils/browser/request-permissions.ts";
import { pageNames, withTwins } from "../../utils/core/status-pages/page-names.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import { summaryText } from "../../utils/core/view/summary.ts";
import { type Translator, withoutIsolates } from "../../utils/core/view/translator.ts";
import { watchRequest } from "../../utils/core/view/watch-request.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { foundPage } from "../../utils/feed/found-pages.ts";
import { send } from "../../utils/messages/messaging.ts";
import { requestDataConsent } from "../../utils/reports/data-consent.ts";

/* What the popup loads while it draws the answer: the offers, and what their buttons do. */

export { Offers } from "../../components/popup/offers.tsx";

/** @param choose shows a service that was found */
export function offerActions(words: Translator<MessageKey>, choose: OfferActions["search"]["choose"]): OfferActions {
  return {
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
      prepare: async (question) => (await import("../../utils/status-pages/questions.ts")).prepareDirectCheck(question),
      isAutomatic: async () => (await feedSettings()).askStatusPages,
    },
    elsewhere: {
      prepare: () => send("elsewhereServer", undefined),
      ask: (host) => send("askElsewhere", { host }),
    },
    discovery: {
      async prepare(site) {
        const [{ lookForStatusPages }, found] = await Promise.all([feedSettings(), foundPage(site)]);
        if (!lookForStatusPages) return [];
        return found === null ? pageNames(site) : [new URL(found).hostname];
      },
      async look(search) {
        if (!(await requestHosts(withTwins(search.names)))) return { result: "not-allowed", host: null };
        return (await import("../../utils/status-pages/questions.ts")).lookForPage(search);
      },
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
      choose,
    },
    check: async (host) => (await import("../../utils/net/check-site.ts")).checkSite(host),
  };
}
