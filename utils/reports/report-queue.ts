import { BUCKET, bucketStart, REPORTS_PATH, type Report } from "../core/reports/report.ts";
import { ANSWER_SPACING, BUCKETS_KEPT, REPORTS_A_DAY, SEND_DELAY, SERVICE_SPACING } from "../core/reports/report-limits.ts";
import { DAY, HOUR, SECOND } from "../core/time.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import type { OpenDatabase, QueuedReport } from "../storage/database.ts";
import type { FeedSetting } from "../storage/keys.ts";

/** Milliseconds until the second try; each further one waits twice as long. */
const FIRST_BACKOFF = 20 * SECOND;
/** Reports that stay in the list of sent ones. */
const SENT_KEPT = 50;

/**
 * Sends reports, at most once each. The bytes sent are those that were queued, and those queued are the ones that the preview showed.
 * @param random between 0 and 1, for the delay
 */
export function createReportQueue(database: OpenDatabase, random: () => number = Math.random) {
  async function rows(feed: string): Promise<QueuedReport[]> {
    return (await (await database()).getAll("reports")).filter((row) => row.feed === feed);
  }

  return {
    /**
     * Queues a report, within the limits of one per service in half an hour and six a day. They also hold for reports sent by hand.
     * @param now milliseconds of the epoch
     * @returns false where a limit is reached
     */
    async add(report: { bytes: string; service: string }, setting: FeedSetting, now: number): Promise<boolean> {
      const earlier = (await rows(setting.rootKey)).filter(({ state }) => state !== "dropped");
      if (earlier.some((row) => row.service === report.service && now - row.queuedAt < SERVICE_SPACING)) return false;
      if (earlier.filter((row) => now - row.queuedAt < DAY).length >= REPORTS_A_DAY) return false;
      const delay = SEND_DELAY.least + random() * (SEND_DELAY.most - SEND_DELAY.least);
      const row: QueuedReport = {
        ...report,
        feed: setting.rootKey,
        queuedAt: now,
        dueAt: now + delay,
        tries: 0,
        state: "waiting",
        sentAt: null,
      };
      await (await database()).add("reports", row);
      return true;
    },

    /** Queues "it works for me", once while a service is on watch, and within the limits of any report. */
    async addAnswer(report: { bytes: string; service: string }, setting: FeedSetting, now: number): Promise<boolean> {
      const answered = (await rows(setting.rootKey)).some(
        (row) => row.service === report.service && isAnswer(row) && now - row.queuedAt < ANSWER_SPACING,
      );
      return !answered && (await this.add(report, setting, now));
    },

    /** When the next report is due, milliseconds of the epoch; null where none waits. */
    async nextDue(): Promise<number | null> {
      const waiting = (await (await database()).getAll("reports")).filter(({ state }) => state === "waiting");
      return waiting.length === 0 ? null : Math.min(...waiting.map(({ dueAt }) => dueAt));
    },

    /** The reports that were sent to a feed, the newest first. */
    async sent(setting: FeedSetting): Promise<{ bytes: string; sentAt: number }[]> {
      const done = (await rows(setting.rootKey)).flatMap((row) => (row.sentAt === null ? [] : [{ bytes: row.bytes, sentAt: row.sentAt }]));
      return done.sort((a, b) => b.sentAt - a.sentAt);
    },

    /** Sends the reports that are due. Where a mirror does not answer, the next one is tried; where none does, the report waits for the next try. */
    async sendDue(setting: FeedSetting, now: number): Promise<void> {
      const db = await database();
      for (const row of await rows(setting.rootKey)) {
        if (row.state !== "waiting" || row.id === undefined) continue;
        if (isStale(row, now)) {
          await db.put("reports", { ...row, state: "dropped" });
          continue;
        }
        if (row.dueAt > now) continue;
        await db.put("reports", { ...row, state: "sending" });
        const outcome = await send(setting.mirrors, row.bytes);
        // Consent may have been withdrawn meanwhile, and with it the row: it must not come back.
        if ((await db.get("reports", row.id)) === undefined) continue;
        if (outcome === "accepted") await db.put("reports", { ...row, state: "sent", sentAt: now });
        else if (outcome === "refused") await db.put("reports", { ...row, state: "dropped" });
        else await db.put("reports", { ...row, state: "waiting", tries: row.tries + 1, dueAt: now + FIRST_BACKOFF * 2 ** row.tries });
      }
    },

    /** Erases all reports, also those for feeds that are no longer followed. */
    async erase(): Promise<void> {
      await (await database()).clear("reports");
    },

    /** Deletes old reports, and keeps the list of sent ones short. */
    async prune(now: number): Promise<void> {
      const db = await database();
      const all = await db.getAll("reports");
      const old = all.filter((row) => now - row.queuedAt > DAY + HOUR).sort((a, b) => b.queuedAt - a.queuedAt);
      for (const row of old.filter(({ state }, index) => state !== "sent" || index >= SENT_KEPT)) {
        if (row.id !== undefined) await db.delete("reports", row.id);
      }
    },
  };
}

function isAnswer({ bytes }: QueuedReport): boolean {
  return (JSON.parse(bytes) as Report).failure === "ok";
}

/** Too old, or, where the clock was set back since, of the future. */
function isStale(row: QueuedReport, now: number): boolean {
  return Math.abs(bucketStart(now) - bucketStart(row.queuedAt)) > BUCKETS_KEPT * BUCKET;
}

async function send(mirrors: string[], bytes: string): Promise<"accepted" | "refused" | "unreachable"> {
  for (const mirror of mirrors) {
    try {
      const reply = await fetchWithoutTrace("report", `${mirror}${REPORTS_PATH}`, {
        headers: { "Content-Type": "text/plain" },
        body: bytes,
      });
      if (reply.status === 204) return "accepted";
      // What one mirror finds malformed, no other mirror of the same feed accepts.
      if (reply.status === 400 || reply.status === 413) return "refused";
    } catch {
      // This mirror does not answer: the next one may.
    }
  }
  return "unreachable";
}
