import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import type { Database } from "./database.ts";

/** What is stored of a report, for two hours at most. Times are milliseconds of the epoch. */
export type KeptReport = {
  bucket: number;
  service: string;
  /** `provider/region`, `provider`, or empty. */
  place: string;
  failure: string;
  /** Keyed hash of the sender's network prefix: it distinguishes reporters, and nothing once the hour's key is erased. */
  slot: string;
  network: string;
  received: number;
};

/** What remains after that: counts. */
export type ReportCount = { bucket: number; service: string; place: string; failure: string; reporters: number; networks: number };

/** Reports read at once, or a few more: that takes some milliseconds, for which new reports wait. */
const PAGE = 250;

const COLUMNS = ["bucket", "service", "place", "failure", "slot", "network", "received"] as const;

/** The usual level of a service is learned from counts; older ones are of no use. */
export const COUNTS_KEPT = 400 * DAY;

/** Everything received in an hour, and that hour's key, is erased this long after the hour began. */
export const REPORTS_KEPT = 2 * HOUR;

/** Clocks of several servers differ by less than this; a report with a later stamp was stamped before a clock was set back. */
const CLOCKS_DIFFER = 10 * MINUTE;

/** Start of the hour that an instant falls into. */
export function hourOf(time: number): number {
  return Math.floor(time / HOUR) * HOUR;
}

/** What was received before this instant must be erased. */
function erasedBefore(now: number): number {
  return hourOf(now) - REPORTS_KEPT + HOUR;
}

export type ReportStore = ReturnType<typeof createReportStore>;

/** Reports, the keys that hide their senders, and the counts that remain of them. */
export function createReportStore(database: Database) {
  return {
    /** Durable once it resolves. Repeated reports are stored too: those who count, count distinct slots. */
    async keep(reports: readonly KeptReport[]): Promise<void> {
      await database.addRows(
        "reports",
        COLUMNS,
        reports.map((report) => COLUMNS.map((column) => report[column])),
      );
    },

    /** The next reports received after `after` and before `before`, oldest first: some hundreds, or none if there are no more. */
    async receivedBetween(after: number, before: number): Promise<KeptReport[]> {
      const [edge] = await database.all(
        "select received from reports where received > $1 and received < $2 order by received limit 1 offset $3",
        [after, before, PAGE],
      );
      // A page ends between two instants, never within one, so that the next page can begin after its last instant.
      const rows = await database.all(
        `select ${COLUMNS.join(", ")} from reports where received > $1 and received ${edge === undefined ? "<" : "<="} $2
          order by received, bucket, service, slot`,
        [after, edge === undefined ? before : Number(edge.received)],
      );
      return rows as unknown as KeptReport[];
    },

    /** The key of an hour: the same for every process, whichever creates it first. */
    async hourKey(hour: number, candidate: string): Promise<string> {
      await database.addRows("hour_keys", ["hour", "secret"], [[hour, candidate]]);
      const [row] = await database.all("select secret from hour_keys where hour = $1", [hour]);
      return String(row?.secret);
    },

    /**
     * Turns reports that are due into counts, and erases them together with their keys. Reports with a stamp in the future are erased
     * too: a clock ran ahead, their age is unknown, and by their stamp they would stay until that day has passed.
     */
    async eraseDue(now: number): Promise<void> {
      const limits = [erasedBefore(now), now + CLOCKS_DIFFER];
      const due = await database.all(
        `select (select count(*) from reports where received < $1 or received > $2)
          + (select count(*) from hour_keys where hour < $1 or hour > $2) as due`,
        limits,
      );
      if (Number(due[0]?.due) > 0) {
        await database.batch([
          {
            sql: `insert into report_counts (bucket, service, place, failure, reporters, networks)
              select bucket, service, place, failure, count(distinct slot), count(distinct network) from reports
              where received < $1 or received > $2 group by bucket, service, place, failure
              on conflict (bucket, service, place, failure) do update set
                reporters = report_counts.reporters + excluded.reporters,
                networks = case when report_counts.networks > excluded.networks then report_counts.networks else excluded.networks end`,
            values: limits,
          },
          { sql: "delete from reports where received < $1 or received > $2", values: limits },
          { sql: "delete from hour_keys where hour < $1 or hour > $2", values: limits },
        ]);
        await database.forget();
      }
      await database.batch([{ sql: "delete from report_counts where bucket < $1", values: [now - COUNTS_KEPT] }]);
    },

    /** What was saved under a name; null if nothing was. */
    async learned(name: string): Promise<string | null> {
      const [row] = await database.all("select value from learned where name = $1", [name]);
      return row === undefined ? null : String(row.value);
    },

    async saveLearned(name: string, value: string): Promise<void> {
      await database.batch([
        {
          sql: "insert into learned (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
          values: [name, value],
        },
      ]);
    },

    /** When the oldest stored report was received; null if there is none. */
    async oldest(): Promise<number | null> {
      const [row] = await database.all("select min(received) as oldest from reports");
      return row?.oldest == null ? null : Number(row.oldest);
    },

    /** Counts of buckets that began at `since` or later, erased reports only. */
    async counts(since: number): Promise<ReportCount[]> {
      const rows = await database.all(
        "select bucket, service, place, failure, reporters, networks from report_counts where bucket >= $1 order by bucket, service, place, failure",
        [since],
      );
      return rows as unknown as ReportCount[];
    },
  };
}
