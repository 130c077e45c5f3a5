import { browser } from "#imports";
import { onNotificationClick } from "../alerts/notifications.ts";
import { logProblem } from "../browser/log-problem.ts";
import { watchAccess } from "../browser/permissions.ts";
import { pruneDirectAnswers } from "../feed/direct-answers.ts";
import { onDataConsentWithdrawn } from "../reports/data-consent.ts";
import { onManagedChange } from "../storage/browser-storage.ts";
import { observeBrowser } from "../world/observe.ts";
import type { Engine } from "./engine.ts";
import type { Parts } from "./parts.ts";

/** Connects the events of the browser with the engine. Call it in the first turn: all are registered at once, none conditionally. */
export function registerListeners(engine: Engine, parts: Parts): void {
  const { alarms, feedClient, history, learned, reporter, toolbar, visits } = parts;

  /** Beside the other jobs: deleting a month of history that a person no longer wants delays no verdict. */
  async function prune(): Promise<void> {
    for (const store of [learned, visits, history, reporter, { prune: pruneDirectAnswers }]) await store.prune(Date.now());
  }

  /** Beside the other jobs: a server that does not answer must not hold up what the person asks for, such as opting out. */
  const sendReports = () => void reporter.sendDue().catch(logProblem("reports cannot be sent"));

  observeBrowser(engine.observe);
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // The browser wipes a tab's badge as it navigates; it is drawn again once the page, or its error page, is there.
    if (change.status !== "complete") return;
    toolbar.navigated(tabId);
    engine.scheduleEvaluation();
  });
  alarms.on({
    evaluate() {
      engine.evaluate();
      sendReports();
    },
    feed() {
      sendReports();
      prune().catch(logProblem("what is too old cannot be deleted"));
      engine.pollFeeds();
    },
  });
  watchAccess(engine.takeAccess);
  onManagedChange(() => void feedClient.refresh(0).catch(logProblem("the feed cannot be refreshed")));
  onDataConsentWithdrawn(() => void reporter.withdrawEverywhere().catch(logProblem("reports cannot be erased")));
  onNotificationClick(
    (address) => void browser.tabs.create({ url: address }).catch(logProblem("the page of a notification cannot be opened")),
  );
}
