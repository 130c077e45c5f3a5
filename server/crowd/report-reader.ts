import { setImmediate as othersFirst } from "node:timers/promises";
import { SECOND } from "../../utils/core/time.ts";
import type { KeptReport, ReportStore } from "../store/report-store.ts";

/** With several processes, a report may be stamped by one before, and written after, another has read on. */
const LATE_WRITES = 10 * SECOND;

export type ReportReader = {
  /** Hands over every report that was not handed over before, oldest first. */
  readNew(now: number, hear: (report: KeptReport) => void): Promise<void>;
};

/**
 * Reads reports as they come in, each once.
 * @param since reports received at this instant or before are left out
 * @param writers one process writes in the order of its stamps; several do not
 */
export function createReportReader(store: ReportStore, since: number, writers: "one" | "several"): ReportReader {
  let after = since;
  let known = new Map<string, number>();

  function isNew(report: KeptReport): boolean {
    if (writers === "one") return true;
    const { bucket, service, place, failure, slot, received } = report;
    const key = `${bucket} ${service} ${place} ${failure} ${slot}`;
    if (known.has(key)) return false;
    known.set(key, received);
    return true;
  }

  return {
    async readNew(now, hear) {
      let from = writers === "one" ? after : Math.max(since, after - LATE_WRITES);
      for (;;) {
        const reports = await store.receivedBetween(from, now);
        const last = reports.at(-1);
        if (last === undefined) break;
        for (const report of reports) if (isNew(report)) hear(report);
        from = last.received;
        after = Math.max(after, from);
        // With 14,000 reports a second, reading a second's worth in one go kept everybody waiting for 100 ms (2026-11-28).
        await othersFirst();
      }
      known = new Map([...known].filter(([, received]) => received > after - 2 * LATE_WRITES));
    },
  };
}
