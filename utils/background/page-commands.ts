import { browser } from "#imports";
import { takeSnapshot } from "../core/diagnosis/health/snapshot.ts";
import { elsewhereAddress } from "../feed/elsewhere-address.ts";
import { storeDirectAnswer } from "../feed/store-direct-answer.ts";
import { answerCommands, type Handlers } from "../messages/answer-commands.ts";
import { searchServices } from "../providers/catalogue-search.ts";
import type { Engine } from "./engine.ts";
import type { EraseRequest } from "./erase.ts";
import type { Parts } from "./parts.ts";
import { traceText } from "./trace-text.ts";

/**
 * Carries out the commands of the extension's pages. What fails is thrown at the page that sent the command. Call it in the first turn.
 * @param language of the browser: services are named in it
 */
export function answerPageCommands(engine: Engine, parts: Parts, erase: (request: EraseRequest) => Promise<void>, language: string): void {
  const { jobs, alarms, elsewhere, feedClient, reporter, watches } = parts;
  const handlers: Handlers = {
    refreshFeed: () => feedClient.refresh(0),
    popupOpened: async () => engine.popupOpened(),
    checkReachability: () => feedClient.check(),
    takeDirectAnswer: async ({ about, ok, incidents }) => {
      if (await storeDirectAnswer(about, ok, incidents, Date.now())) await feedClient.emitFeeds();
    },
    elsewhereServer: async () => {
      const address = await elsewhereAddress();
      return address === null ? null : new URL(address).host;
    },
    askElsewhere: ({ host }) => elsewhere.ask(host, engine.world().elsewhere),
    previewReport: ({ site }) => reporter.preview(takeSnapshot(engine.world(), Date.now()), site),
    sendReport: ({ site, shown }) => reporter.sendOnce(takeSnapshot(engine.world(), Date.now()), site, shown),
    setReporting: ({ given }) => reporter.setConsent(given),
    reportingState: () => reporter.state(),
    watch: async ({ watch }) => {
      await watches.add(watch);
      await alarms.scheduleEvaluations(true);
    },
    unwatch: ({ site }) => watches.remove(site),
    // One after the other with the events: an evaluation that has begun must not bring back what is being erased.
    erase: (request) => jobs.run(() => erase(request)),
    search: async ({ words }) => searchServices(words, language),
    saveTrace: ({ pseudonyms }) => traceText(engine, parts, pseudonyms),
    reloadTabs: async ({ tabIds }) => {
      await Promise.allSettled(tabIds.map((tabId) => browser.tabs.reload(tabId)));
    },
  };
  answerCommands(handlers, jobs.prepare);
}
