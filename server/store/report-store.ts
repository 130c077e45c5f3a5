import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import type { Database } from "./database.ts";

/** What is stored of a report, for two hours at most. Times are milliseconds of the epoch. */
export type KeptReport = {
  bucket: number;
  service: string;
  /** `provider/region`, `provider`, or empty. */
  place: string;
  failure: string;
  /** Keyed hash of the sender's network prefix: it distinguishes reporters, and nothing once the hour's key is forgotten. */
  slot: string;
  /** `AS64500`, or what stands in for it. */
  network: string;
  /** ISO code; null where no table of networks tells it. */
  country: string | null;
  /** Start of the minute in which it came. */
  received: number;
};

/** A report as it is read back. Numbers rise in the order in which reports were written. */
export type NumberedReport = KeptReport & { id: number };

/** What remains after that: counts. */
export type ReportCount = { bucket: number; service: string; place: string; failure: string; reporters: number; networks: number };

/** Reports read at once, or a few more: that takes some milliseconds, for which new reports wait. */
const PAGE = 250;

const COLUMNS = ["bucket", "service", "place", "failure", "slot", "network", "country", "received"] as const;

/** No count of fewer reporters than this is kept: with place and kind of failure, a few people are no longer a crowd. */
export const FEWEST_COUNTED = 5;

/** The usual level of a service is learned from counts; older ones are of no use. */
export const COUNTS_KEPT = 400 * DAY;

/** Everything received in an hour is erased this long after the hour began. */
export const REPORTS_KEPT = 2 * HOUR;

/** Clocks of several servers differ by less than this; a report with a later stamp was stamped before a clock was set back. */
export const CLOCKS_DIFFER = 10 * MINUTE;

/** Start of the hour that an instant falls into. */
export function hourOf(time: number): number {
  return Math.floor(time / HOUR) * HOUR;
}

/** What was received before this instant must be erased. */
function erasedBefore(now: number): number {
  return hourOf(now) - REPORTS_KEPT + HOUR;
}

export type ReportStore = ReturnType<typeof createReportStore>;

/** Reports, and the counts that remain of them. */
export function createReportStore(database: Database) {
  /** Whether erased reports may still be in the database's files: also what the process before this one erased before it was killed. */
  let leavesTraces = true;

  return {
    /** Durable once it resolves. Repeated reports are stored too: those who count, count distinct slots. */
    async keep(reports: readonly KeptReport[]): Promise<void> {
      await database.addRows(
        "reports",
        COLUMNS,
        // Field by field: a loop over the names of columns costs more than the insertion.
        reports.map(({ bucket, service, place, failure, slot, network, country, received }) => [
          bucket,
          service,
          place,
          failure,
          slot,
          network,
          country,
          received,
        ]),
      );
    },

    /**
     * The next reports with a number above `after` that came within some time, in the order of their numbers: some hundreds, or none if
     * there are no more.
     * @param from the first instant, and `to` the last one
     */
    async receivedAfter(after: number, from: number, to: number): Promise<NumberedReport[]> {
      // The plus signs keep both databases from walking the index of times, which would sort all that is left for each page.
      const rows = await database.all(
        `select id, ${COLUMNS.join(", ")} from reports where id > $1 and +received >= $2 and +received <= $3 order by id limit ${PAGE}`,
        [after, from, to],
      );
      return rows as unknown as NumberedReport[];
    },

    /**
     * Turns reports that are due into counts, and erases them. Reports with a stamp in the future are erased too: a clock ran ahead, their
     * age is unknown, and by their stamp they would stay until that day has passed. Throws where their traces cannot be removed yet; the
     * next call tries again.
     */
    async eraseDue(now: number): Promise<void> {
      const limits = [erasedBefore(now), now + CLOCKS_DIFFER];
      const due = await database.all("select 1 from reports where received < $1 or received > $2 limit 1", limits);
      if (due.length > 0) {
        await database.batch([
          {
            sql: `insert into report_counts (bucket, service, place, failure, reporters, networks)
              select bucket, service, place, failure, count(distinct slot), count(distinct network) from reports
              where received < $1 or received > $2 group by bucket, service, place, failure
              having count(distinct slot) >= ${FEWEST_COUNTED}
              on conflict (bucket, service, place, failure) do update set
                reporters = report_counts.reporters + excluded.reporters,
                networks = case when report_counts.networks > excluded.networks then report_counts.networks else excluded.networks end`,
            values: limits,
          },
          { sql: "delete from reports where received < $1 or received > $2", values: limits },
        ]);
        leavesTraces = true;
      }
      await database.batch([{ sql: "delete from report_counts where bucket < $1", values: [now - COUNTS_KEPT] }]);
      if (!leavesTraces) return;
      await database.forget("reports");
      leavesTraces = false;
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

    /** The minute in which the oldest stored report was received; null if there is none. */
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
