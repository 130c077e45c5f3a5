import type { QueuedReport } from "../storage/database.ts";
import type { FeedSetting } from "../storage/keys.ts";
import type { createReportQueue } from "./report-queue.ts";
import { sendReport } from "./send-report.ts";

/**
 * Sends the reports that are due, one after the other, at most once each, and stops the one under way when it may no longer be sent.
 * @param isAllowed whether a report may be sent now: it is asked before each try
 */
export function createSending(
  queue: ReturnType<typeof createReportQueue>,
  isAllowed: (report: QueuedReport, setting: FeedSetting) => Promise<boolean>,
) {
  let running: Promise<void> | null = null;
  let current: { report: QueuedReport; abort: AbortController } | null = null;

  async function sendOne(report: QueuedReport & { id: number }, setting: FeedSetting, address: string, clock: () => number): Promise<void> {
    const { id } = report;
    const abort = new AbortController();
    // Before the first wait: whoever takes the permission back from now on stops this try.
    current = { report, abort };
    try {
      if (!(await isAllowed(report, setting))) return await queue.erase({ id });
      const claimed = await queue.claim(id);
      if (claimed === null || abort.signal.aborted) return;
      const outcome = await sendReport(address, claimed.bytes, abort.signal);
      // What was stopped is being erased: until then its row says "sending", and nothing sends that again.
      if (!abort.signal.aborted) await queue.settle(id, outcome, clock());
    } finally {
      current = null;
    }
  }

  async function sendAll(setting: FeedSetting, address: string, clock: () => number): Promise<void> {
    for (const report of await queue.due(setting, clock())) await sendOne(report, setting, address, clock);
  }

  return {
    /** Sends what is due for a feed. One call at a time: a timer and an alarm may ask at once. @param address where it takes reports */
    sendDue(setting: FeedSetting, address: string, clock: () => number = Date.now): Promise<void> {
      running ??= sendAll(setting, address, clock).finally(() => {
        running = null;
      });
      return running;
    },

    /** Stops the report that is being sent now, at once, where it is one of these. The caller erases its row. */
    stop(which: (report: QueuedReport) => boolean): void {
      if (current !== null && which(current.report)) current.abort.abort();
    },
  };
}
