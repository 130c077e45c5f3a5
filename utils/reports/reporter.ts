import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Snapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { decideReport, type NoReportReason, reportBytes } from "../core/reports/decide-report.ts";
import { worksForMeReports } from "../core/reports/works-for-me.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { createReportQueue, giveConsent, hasConsent, withdrawConsent } from "./report-queue.ts";

/** What a person would send about a site right now, byte for byte, or why there is nothing to send. */
export type ReportPreview = { bytes: string; service: string } | { silence: NoReportReason | "no feed is set" };

/**
 * Tells the feed what this browser saw, for those who opted in. Works behind everything else: it delays nothing, and what goes
 * wrong here is only ever a report that was not sent.
 */
export function createReporter(database: OpenDatabase, knowledge: Knowledge) {
  const queue = createReportQueue(database);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function previewOf(snapshot: Snapshot, verdict: Verdict): Promise<ReportPreview> {
    if ((await feedSetting()) === null) return { silence: "no feed is set" };
    const decision = decideReport(snapshot, verdict, knowledge);
    if ("silence" in decision) return decision;
    return { bytes: reportBytes(decision.report), service: decision.report.service };
  }

  async function sendDue(): Promise<void> {
    const setting = await feedSetting();
    if (setting === null) return;
    await queue.sendDue(setting, Date.now());
    await wait();
  }

  /** The delays are shorter than any alarm; the background's own alarms send what a stopped background left behind. */
  async function wait(): Promise<void> {
    const due = await queue.nextDue();
    clearTimeout(timer);
    if (due !== null) timer = setTimeout(() => void sendDue().catch(tell), Math.max(0, due - Date.now()));
  }

  return {
    /**
     * Queues a report for every verdict that deserves one, and an answer about every service that the feed asks about and that
     * works here, where the person opted in.
     */
    async follow(snapshot: Snapshot, verdicts: Verdict[]): Promise<void> {
      const { now } = snapshot;
      const satisfied = worksForMeReports(snapshot, now, knowledge);
      if (verdicts.length + satisfied.length === 0) return;
      const setting = await feedSetting();
      if (setting === null || !(await hasConsent(setting))) return;
      let added = false;
      for (const verdict of verdicts) {
        const found = await previewOf(snapshot, verdict);
        if ("bytes" in found && (await queue.add(found, setting, now))) added = true;
      }
      for (const report of satisfied) {
        if (await queue.addAnswer({ bytes: reportBytes(report), service: report.service }, setting, now)) added = true;
      }
      if (added) await wait();
    },

    /** What a report about a site would be. */
    preview(snapshot: Snapshot, site: string): Promise<ReportPreview> {
      const verdict = currentVerdicts(snapshot).find((candidate) => candidate.site === site);
      return verdict === undefined ? Promise.resolve({ silence: "nothing failed here" }) : previewOf(snapshot, verdict);
    },

    /** Sends one report by hand, without standing consent: exactly the bytes that the person was shown, if they still hold. */
    async sendOnce(snapshot: Snapshot, site: string, shown: string): Promise<{ queued: boolean }> {
      const setting = await feedSetting();
      const found = await this.preview(snapshot, site);
      if (setting === null || !("bytes" in found) || found.bytes !== shown) return { queued: false };
      const queued = await queue.add(found, setting, snapshot.now);
      await wait();
      return { queued };
    },

    async setConsent(given: boolean): Promise<void> {
      const setting = await feedSetting();
      if (setting === null) return;
      if (given) await giveConsent(setting, Date.now());
      else await withdrawConsent(setting, database);
    },

    /** Lets go of every report, waiting or sent, of whichever feed. */
    erase: () => queue.erase(),

    async state(): Promise<{ consent: boolean; sent: { bytes: string; sentAt: number }[] }> {
      const setting = await feedSetting();
      if (setting === null) return { consent: false, sent: [] };
      // Without the database the rest of the settings is still to be had.
      return { consent: await hasConsent(setting), sent: await queue.sent(setting).catch(() => []) };
    },

    sendDue,
    prune: (now: number) => queue.prune(now),
  };
}

function tell(problem: unknown): void {
  console.error("reports:", problem);
}
