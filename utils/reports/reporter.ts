import { logProblem } from "../browser/log-problem.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Snapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { decideReport, type NoReportReason, reportBytes } from "../core/reports/decide-report.ts";
import { worksForMeReports } from "../core/reports/works-for-me.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import { loadFeedState } from "../feed/feed-state.ts";
import { reportsAddress } from "../feed/reports-address.ts";
import type { OpenDatabase, QueuedReport } from "../storage/database.ts";
import type { FeedSetting } from "../storage/keys.ts";
import { createAnswerDraws } from "./answer-draws.ts";
import { giveConsent, hasConsent, withdrawAllConsent, withdrawConsent } from "./consent.ts";
import { hasDataConsent } from "./data-consent.ts";
import { createReportQueue } from "./report-queue.ts";
import { createSending } from "./sending.ts";

/** Why nobody would receive a report. */
type NoReceiver = "no feed is set" | "no feed has come yet" | "the feed takes no reports";

/** The report that a person would send about a site now, byte for byte, or why there is none. */
export type ReportPreview = { bytes: string; service: string } | { silence: NoReportReason | NoReceiver };

/**
 * Reports to the feed what this browser saw, for those who opted in. A failure here only ever means that a report was not sent.
 * @param random between 0 and 1: for the delays, and for who answers
 */
export function createReporter(database: OpenDatabase, knowledge: Knowledge, random: () => number = Math.random) {
  const queue = createReportQueue(database, random);
  const draws = createAnswerDraws(random);
  const sending = createSending(queue, isAllowed);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other: what is queued while consent is withdrawn is not left behind. */
  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const done = last.then(job);
    last = done.catch(() => {});
    return done;
  }

  /** Once a withdrawal that was asked for before is done. */
  async function isAllowed({ allowedBy }: QueuedReport, setting: FeedSetting): Promise<boolean> {
    await last;
    return allowedBy === "press" ? await hasDataConsent() : await hasConsent(setting);
  }

  async function previewOf(snapshot: Snapshot, verdict: Verdict): Promise<ReportPreview> {
    const setting = await feedSetting();
    if (setting === null) return { silence: "no feed is set" };
    const decision = decideReport(snapshot, verdict, knowledge);
    if ("silence" in decision) return decision;
    if ((await reportsAddress(setting)) === null)
      return { silence: (await loadFeedState(setting)).feed === null ? "no feed has come yet" : "the feed takes no reports" };
    return { bytes: reportBytes(decision.report), service: decision.report.service };
  }

  function preview(snapshot: Snapshot, site: string): Promise<ReportPreview> {
    const verdict = currentVerdicts(snapshot).find((candidate) => candidate.site === site);
    return verdict === undefined ? Promise.resolve({ silence: "nothing failed here" }) : previewOf(snapshot, verdict);
  }

  async function sendDue(): Promise<void> {
    const setting = await feedSetting();
    const address = setting === null ? null : await reportsAddress(setting);
    if (setting === null || address === null) return;
    await sending.sendDue(setting, address);
    await scheduleNext();
  }

  /** Sets a timer for the next report: its delay is shorter than any alarm. What a stopped background left is sent at its next alarm. */
  async function scheduleNext(): Promise<void> {
    clearTimeout(timer);
    const setting = await feedSetting();
    const due = setting === null ? null : await queue.nextDue(setting);
    if (due !== null) timer = setTimeout(() => void sendDue().catch(logProblem("reports cannot be sent")), Math.max(0, due - Date.now()));
  }

  /** Queues what may be said now. @returns whether anything was queued */
  async function queueAll(snapshot: Snapshot, verdicts: Verdict[]): Promise<boolean> {
    const { now } = snapshot;
    const setting = await feedSetting();
    if (setting === null || !(await hasConsent(setting)) || (await reportsAddress(setting)) === null) return false;
    let added = false;
    for (const verdict of verdicts) {
      const found = await previewOf(snapshot, verdict);
      if ("bytes" in found && (await queue.add({ ...found, kind: "failure", allowedBy: "consent" }, setting, now))) added = true;
    }
    const { feed } = await loadFeedState(setting);
    for (const report of worksForMeReports(snapshot, feed, now, knowledge)) {
      const { service } = report;
      if (!(await draws.answers(service, now))) continue;
      if (await queue.add({ bytes: reportBytes(report), service, kind: "answer", allowedBy: "consent" }, setting, now)) added = true;
    }
    return added;
  }

  return {
    /**
     * Where the person opted in, queues a report for every verdict that may be reported, and an answer for every service on watch that
     * works here.
     */
    async follow(snapshot: Snapshot, verdicts: Verdict[]): Promise<void> {
      const isAsked = snapshot.feed?.services.some(({ state }) => state === "watch") === true;
      if (verdicts.length === 0 && !isAsked) return;
      if (await inTurn(() => queueAll(snapshot, verdicts))) await scheduleNext();
    },

    /** The report about a site, as it would be sent now. */
    preview,

    /** Queues one report that a person sends by hand, without lasting consent: exactly the bytes shown, if they are still true. */
    async sendOnce(snapshot: Snapshot, site: string, shown: string): Promise<{ queued: boolean }> {
      const queued = await inTurn(async () => {
        const setting = await feedSetting();
        const found = await preview(snapshot, site);
        if (setting === null || !("bytes" in found) || found.bytes !== shown) return false;
        return await queue.add({ ...found, kind: "failure", allowedBy: "press" }, setting, snapshot.now);
      });
      await scheduleNext();
      return { queued };
    },

    /**
     * Gives or withdraws consent to reports for the main feed; nothing where no feed is set. Withdrawing stops the report that is being
     * sent, and erases those that wait, also those sent by hand, and the list of sent ones.
     */
    async setConsent(given: boolean): Promise<void> {
      // At once, before anything is waited for.
      if (!given) sending.stop(() => true);
      await inTurn(async () => {
        const setting = await feedSetting();
        if (setting === null) return;
        if (given) return await giveConsent(setting, Date.now());
        await withdrawConsent(setting);
        await queue.erase({ feed: setting.rootKey });
      });
    },

    /** The browser's own switch was turned off: the same as withdrawing consent for every feed. */
    async withdrawEverywhere(): Promise<void> {
      sending.stop(() => true);
      await inTurn(async () => {
        await withdrawAllConsent();
        await queue.erase("all");
      });
    },

    /** Erases the reports about a site's service, waiting or sent, for any feed; with null all reports. */
    async erase(site: string | null): Promise<void> {
      const service = site === null ? null : (knowledge.serviceOf(site)?.id ?? null);
      // Nothing is ever reported about a site without a service.
      if (site !== null && service === null) return;
      sending.stop((report) => service === null || report.service === service);
      await inTurn(async () => {
        await Promise.all([queue.erase(service === null ? "all" : { service }), draws.erase(service)]);
      });
    },

    /** Whether consent is given for the main feed, and what was sent to it, the newest first. */
    async state(): Promise<{ consent: boolean; sent: { bytes: string; sentAt: number }[] }> {
      const setting = await feedSetting();
      if (setting === null) return { consent: false, sent: [] };
      // Without the database the settings can still be shown.
      return { consent: await hasConsent(setting), sent: await queue.sent(setting).catch(() => []) };
    },

    sendDue,

    async prune(now: number): Promise<void> {
      await Promise.all([queue.prune(now), draws.prune(now)]);
    },
  };
}
