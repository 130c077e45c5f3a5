import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DAY, HOUR } from "../utils/core/time.ts";
import { KEPT_RESOLVED } from "./merge/incident-registry.ts";
import { HISTORY_KEPT } from "./store/incident-store.ts";
import { COUNTS_KEPT, REPORTS_KEPT } from "./store/report-store.ts";
import type { Store } from "./store/store.ts";

/** What the operator should know at every start: what is kept, for how long, and whether the stored data comply. */
export async function retentionReport(store: Store, dataDir: string, now: number): Promise<string[]> {
  const hours = (span: number) => `${span / HOUR} h`;
  const days = (span: number) => `${span / DAY} days`;
  const oldest = await store.reports.oldest();
  const overdue = oldest !== null && now - oldest > REPORTS_KEPT;
  const open = ["root", "feed"].map((name) => join(dataDir, "keys", `${name}.json`)).filter(isOpenToOthers);
  return [
    "kept of requests: nothing; there is no access log, and a reverse proxy in front must not write one either",
    `kept of reports: service, place, kind of failure, five minutes, keyed hash of the network prefix, network: at most ${hours(REPORTS_KEPT)}`,
    `kept after that: how many, for ${days(COUNTS_KEPT)}; incidents for ${days(HISTORY_KEPT)} after their end, ${hours(KEPT_RESOLVED)} of it in the feed`,
    overdue ? "check: THERE ARE REPORTS OLDER THAN THAT: see the log for why they were not erased" : "check: no report is older than that",
    ...open.map((path) => `check: ${path} CAN BE READ BY OTHERS: chmod 600 it`),
  ];
}

function isOpenToOthers(path: string): boolean {
  return existsSync(path) && (statSync(path).mode & 0o077) !== 0;
}
