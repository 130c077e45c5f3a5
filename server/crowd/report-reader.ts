import { setImmediate as yieldToOthers } from "node:timers/promises";
import { SECOND } from "../../utils/core/time.ts";
import type { KeptReport, ReportStore } from "../store/report-store.ts";

/** With several processes, one may stamp a report before another reads, and write it afterwards. */
const LATE_WRITES = 10 * SECOND;

export type ReportReader = {
  /** Calls `receive` with each report that is new since the last call, oldest first. */
  readNew(now: number, receive: (report: KeptReport) => void): Promise<void>;
};

/**
 * Reads reports from the store, each once.
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
    async readNew(now, receive) {
      let from = writers === "one" ? after : Math.max(since, after - LATE_WRITES);
      for (;;) {
        const reports = await store.receivedBetween(from, now);
        const last = reports.at(-1);
        if (last === undefined) break;
        for (const report of reports) if (isNew(report)) receive(report);
        from = last.received;
        after = Math.max(after, from);
        // At 14,000 reports a second, reading those of a second without a pause delayed all requests by 100 ms (2026-11-28).
        await yieldToOthers();
      }
      known = new Map([...known].filter(([, received]) => received > after - 2 * LATE_WRITES));
    },
  };
}
