import { logProblem } from "../browser/log-problem.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Snapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { decideReport, type NoReportReason, reportBytes } from "../core/reports/decide-report.ts";
import { worksForMeReports } from "../core/reports/works-for-me.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { giveConsent, hasConsent, withdrawConsent } from "./consent.ts";
import { createReportQueue } from "./report-queue.ts";

/** The report that a person would send about a site now, byte for byte, or why there is none. */
export type ReportPreview = { bytes: string; service: string } | { silence: NoReportReason | "no feed is set" };

/** Reports to the feed what this browser saw, for those who opted in. A failure here only ever means that a report was not sent. */
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
    await scheduleNext();
  }

  /** Sets a timer for the next report: its delay is shorter than any alarm. What a stopped background left is sent at its next alarm. */
  async function scheduleNext(): Promise<void> {
    const due = await queue.nextDue();
    clearTimeout(timer);
    if (due !== null) timer = setTimeout(() => void sendDue().catch(logProblem("reports cannot be sent")), Math.max(0, due - Date.now()));
  }

  return {
    /**
     * Where the person opted in, queues a report for every verdict that may be reported, and "works for me" for every service on watch
     * that works here.
     */
    async follow(snapshot: Snapshot, verdicts: Verdict[]): Promise<void> {
      const { now } = snapshot;
      const worksForMe = worksForMeReports(snapshot, now, knowledge);
      if (verdicts.length + worksForMe.length === 0) return;
      const setting = await feedSetting();
      if (setting === null || !(await hasConsent(setting))) return;
      let added = false;
      for (const verdict of verdicts) {
        const found = await previewOf(snapshot, verdict);
        if ("bytes" in found && (await queue.add(found, setting, now))) added = true;
      }
      for (const report of worksForMe) {
        if (await queue.addAnswer({ bytes: reportBytes(report), service: report.service }, setting, now)) added = true;
      }
      if (added) await scheduleNext();
    },

    /** The report about a site, as it would be sent now. */
    preview(snapshot: Snapshot, site: string): Promise<ReportPreview> {
      const verdict = currentVerdicts(snapshot).find((candidate) => candidate.site === site);
      return verdict === undefined ? Promise.resolve({ silence: "nothing failed here" }) : previewOf(snapshot, verdict);
    },

    /** Queues one report that a person sends by hand, without lasting consent: exactly the bytes shown, if they are still true. */
    async sendOnce(snapshot: Snapshot, site: string, shown: string): Promise<{ queued: boolean }> {
      const setting = await feedSetting();
      const found = await this.preview(snapshot, site);
      if (setting === null || !("bytes" in found) || found.bytes !== shown) return { queued: false };
      const queued = await queue.add(found, setting, snapshot.now);
      await scheduleNext();
      return { queued };
    },

    /** Gives or withdraws consent to reports for the main feed; nothing where no feed is set. */
    async setConsent(given: boolean): Promise<void> {
      const setting = await feedSetting();
      if (setting === null) return;
      if (given) await giveConsent(setting, Date.now());
      else await withdrawConsent(setting, database);
    },

    /** Erases every report, waiting or sent, for any feed. */
    erase: () => queue.erase(),

    /** Whether consent is given for the main feed, and what was sent to it, the newest first. */
    async state(): Promise<{ consent: boolean; sent: { bytes: string; sentAt: number }[] }> {
      const setting = await feedSetting();
      if (setting === null) return { consent: false, sent: [] };
      // Without the database the settings can still be shown.
      return { consent: await hasConsent(setting), sent: await queue.sent(setting).catch(() => []) };
    },

    sendDue,
    prune: (now: number) => queue.prune(now),
  };
}
