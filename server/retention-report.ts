import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DAY, HOUR } from "../utils/core/time.ts";
import { KEPT_RESOLVED } from "./merge/incident-registry.ts";
import { HISTORY_KEPT } from "./store/incident-store.ts";
import { COUNTS_KEPT, FEWEST_COUNTED, REPORTS_KEPT } from "./store/report-store.ts";
import type { Store } from "./store/store.ts";

type SetUp = {
  dataDir: string;
  networksFile: string | undefined;
};

/** What the operator should know at every start: what is kept, for how long, whether the stored data comply, and what the set-up lacks. */
export async function retentionReport(store: Store, { dataDir, networksFile }: SetUp, now: number): Promise<string[]> {
  const hours = (span: number) => `${span / HOUR} h`;
  const days = (span: number) => `${span / DAY} days`;
  const oldest = await store.reports.oldest();
  const overdue = oldest !== null && now - oldest > REPORTS_KEPT;
  const open = ["root", "feed"].map((name) => join(dataDir, "keys", `${name}.json`)).filter((path) => isOpenTo(path, 0o077));
  const log = store.kind === "sqlite" ? "the database's log" : "PostgreSQL's own log and backups";
  return [
    "kept of requests: nothing; there is no access log, and a reverse proxy in front must not write one either",
    `kept of reports: service, place, kind of failure, five minutes, minute of arrival, keyed hash of the network prefix, network, country: at most ${hours(REPORTS_KEPT)}; the key is in memory for one hour at most`,
    `erased: out of the database's tables then; in blocks of the disk that were in use before, and in ${log}, until overwritten`,
    `kept after that: how many, where at least ${FEWEST_COUNTED}, for ${days(COUNTS_KEPT)}; incidents for ${days(HISTORY_KEPT)} after their end, ${hours(KEPT_RESOLVED)} of it in the feed`,
    overdue ? "check: THERE ARE REPORTS OLDER THAN THAT: see the log for why they were not erased" : "check: no report is older than that",
    ...open.map((path) => `check: ${path} CAN BE READ BY OTHERS: chmod 600 it`),
    // To pass through is enough for a web server that serves the files for mirrors in it.
    ...(isOpenTo(dataDir, 0o066) ? [`check: ${dataDir} CAN BE READ BY OTHERS: chmod 711 it, or 700 where no web server reads in it`] : []),
    ...(networksFile === undefined ? [WITHOUT_NETWORKS] : []),
  ];
}

const WITHOUT_NETWORKS =
  "check: THERE IS NO TABLE OF NETWORKS: reports from hosting networks and VPNs COUNT unless their addresses are in the clouds' own lists, IPv6 " +
  "alone raises no alarm, and eight networks must agree instead of five: npm run networks builds a table, --networks takes it";

function isOpenTo(path: string, bits: number): boolean {
  return existsSync(path) && (statSync(path).mode & bits) !== 0;
}
