import { BUCKET, bucketStart } from "../core/reports/report.ts";
import { ANSWER_SPACING, ANSWERS_A_DAY, BUCKETS_KEPT, FAILURES_A_DAY, SEND_DELAY, SERVICE_SPACING } from "../core/reports/report-limits.ts";
import { DAY, HOUR, SECOND } from "../core/time.ts";
import type { OpenDatabase, QueuedReport } from "../storage/database.ts";
import type { FeedSetting } from "../storage/keys.ts";

/** Milliseconds until the second try; each further one waits twice as long. */
const FIRST_BACKOFF = 20 * SECOND;
/** Reports that stay in the list of sent ones. */
const SENT_KEPT = 50;

/** A report to be queued. */
export type NewReport = Pick<QueuedReport, "bytes" | "service" | "kind" | "allowedBy">;
/** What became of one try. */
export type Outcome = "accepted" | "refused" | "unreachable";

type Feed = Pick<FeedSetting, "rootKey">;

/**
 * The reports that wait, and those that were sent. The bytes sent are those that were queued, and those queued are the ones that the
 * preview showed. Every change reads the row again in its own transaction, so that a row that was deleted never comes back.
 * @param random between 0 and 1, for the delay
 */
export function createReportQueue(database: OpenDatabase, random: () => number = Math.random) {
  async function rows({ rootKey }: Feed): Promise<QueuedReport[]> {
    return (await (await database()).getAll("reports")).filter(({ feed }) => feed === rootKey);
  }

  /**
   * Replaces a row that is still there and in this state, or deletes it where `to` gives null.
   * @returns the row as it was; null where there is none
   */
  async function change(
    id: number,
    from: QueuedReport["state"],
    to: (row: QueuedReport) => QueuedReport | null,
  ): Promise<QueuedReport | null> {
    const transaction = (await database()).transaction("reports", "readwrite");
    const row = await transaction.store.get(id);
    const isThere = row?.state === from;
    const changed = isThere ? to(row) : null;
    if (changed !== null) await transaction.store.put(changed);
    else if (isThere) await transaction.store.delete(id);
    await transaction.done;
    return isThere ? row : null;
  }

  async function erase(isErased: (row: QueuedReport) => boolean): Promise<void> {
    const transaction = (await database()).transaction("reports", "readwrite");
    for await (const cursor of transaction.store) if (isErased(cursor.value)) await cursor.delete();
    await transaction.done;
  }

  return {
    /**
     * Queues a report within the limits of its kind, which hold for reports sent by hand too. A failure takes the place of an answer
     * about the same service that still waits.
     * @param now milliseconds of the epoch
     * @returns false where a limit is reached
     */
    async add(report: NewReport, { rootKey }: Feed, now: number): Promise<boolean> {
      const dueAt = now + SEND_DELAY.least + random() * (SEND_DELAY.most - SEND_DELAY.least);
      const transaction = (await database()).transaction("reports", "readwrite");
      const earlier = (await transaction.store.getAll()).filter(({ feed }) => feed === rootKey);
      const isWithin = isWithinLimits(report, earlier, now);
      if (isWithin) {
        if (report.kind === "failure") {
          for (const { id, kind, service, state } of earlier)
            if (kind === "answer" && service === report.service && state === "waiting" && id !== undefined)
              await transaction.store.delete(id);
        }
        await transaction.store.add({ ...report, feed: rootKey, queuedAt: now, dueAt, tries: 0, state: "waiting", sentAt: null });
      }
      await transaction.done;
      return isWithin;
    },

    /** When the next report to a feed is due, milliseconds of the epoch; null where none waits. */
    async nextDue(feed: Feed): Promise<number | null> {
      const waiting = (await rows(feed)).filter(({ state }) => state === "waiting");
      return waiting.length === 0 ? null : Math.min(...waiting.map(({ dueAt }) => dueAt));
    },

    /** The reports that were sent to a feed, the newest first. */
    async sent(feed: Feed): Promise<{ bytes: string; sentAt: number }[]> {
      const done = (await rows(feed)).flatMap(({ bytes, sentAt }) => (sentAt === null ? [] : [{ bytes, sentAt }]));
      return done.sort((a, b) => b.sentAt - a.sentAt);
    },

    /** The reports to a feed that are due. Those that are too old are deleted. */
    async due(feed: Feed, now: number): Promise<(QueuedReport & { id: number })[]> {
      const due: (QueuedReport & { id: number })[] = [];
      for (const row of await rows(feed)) {
        const { id, state, dueAt } = row;
        if (state !== "waiting" || id === undefined) continue;
        if (isStale(row, now)) await change(id, "waiting", () => null);
        else if (dueAt <= now) due.push({ ...row, id });
      }
      return due;
    },

    /** Takes a report that waits, before it is sent. @returns null where it is gone, or somebody else has taken it */
    claim: (id: number): Promise<QueuedReport | null> => change(id, "waiting", (row) => ({ ...row, state: "sending" })),

    /** Notes what became of a report that was claimed; nothing where it was erased meanwhile. @param now milliseconds of the epoch */
    async settle(id: number, outcome: Outcome, now: number): Promise<void> {
      await change(id, "sending", (row) => {
        if (outcome === "accepted") return { ...row, state: "sent", sentAt: now };
        if (outcome === "refused") return null;
        return { ...row, state: "waiting", tries: row.tries + 1, dueAt: now + FIRST_BACKOFF * 2 ** row.tries };
      });
    },

    /** Erases reports, waiting and sent: all, those to one feed, those about one service (catalogue id), or one. */
    erase: (which: "all" | { feed: string } | { service: string } | { id: number }): Promise<void> =>
      erase((row) => {
        if (which === "all") return true;
        if ("feed" in which) return row.feed === which.feed;
        return "service" in which ? row.service === which.service : row.id === which.id;
      }),

    /** Deletes what is too old to be sent or to count for a limit, and keeps the list of sent reports short. */
    async prune(now: number): Promise<void> {
      const all = await (await database()).getAll("reports");
      const listed = all.filter(({ state }) => state === "sent").sort((a, b) => b.queuedAt - a.queuedAt);
      const kept = new Set(listed.slice(0, SENT_KEPT).map(({ id }) => id));
      const isOld = (row: QueuedReport) => (row.state === "waiting" ? isStale(row, now) : now - row.queuedAt > DAY + HOUR);
      const gone = new Set(all.filter((row) => isOld(row) && !kept.has(row.id)).map(({ id }) => id));
      if (gone.size > 0) await erase(({ id }) => gone.has(id));
    },
  };
}

function isWithinLimits({ kind, service }: NewReport, earlier: QueuedReport[], now: number): boolean {
  const alike = earlier.filter((row) => row.kind === kind);
  const about = alike.filter((row) => row.service === service);
  const today = alike.filter((row) => now - row.queuedAt < DAY);
  if (kind === "failure") return about.every((row) => now - row.queuedAt >= SERVICE_SPACING) && today.length < FAILURES_A_DAY;
  // A failure that still waits says more than an answer.
  if (earlier.some((row) => row.kind === "failure" && row.service === service && row.state === "waiting")) return false;
  return about.every((row) => now - row.queuedAt >= ANSWER_SPACING) && today.length < ANSWERS_A_DAY;
}

/** Too old, or, where the clock was set back since, of the future. */
function isStale(row: QueuedReport, now: number): boolean {
  return Math.abs(bucketStart(now) - bucketStart(row.queuedAt)) > BUCKETS_KEPT * BUCKET;
}
