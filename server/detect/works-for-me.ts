import type { ServiceRecord } from "./detector.ts";
import { addTally, spreadOf, type Tally } from "./reporters/network-spread.ts";

/** "Works for me" counts for this long. */
const HORIZON = 15;

/** Ends the running minute of "works for me" reports, and drops the minutes that are too old to count. */
export function closeWorksForMe(record: ServiceRecord, minute: number): void {
  if (record.openWorksForMe.size > 0) {
    record.worksForMeMinutes.push({ minute, networks: record.openWorksForMe });
    record.openWorksForMe = new Map();
  }
  while (record.worksForMeMinutes[0] !== undefined && record.worksForMeMinutes[0].minute <= minute - HORIZON)
    record.worksForMeMinutes.shift();
}

/** How many people report "works for me" within the last quarter of an hour, without networks above their share. */
export function worksForMeNow(record: ServiceRecord): number {
  if (record.worksForMeMinutes.length === 0) return 0;
  return spreadOf(worksForMeSince(record, Number.NEGATIVE_INFINITY)).withinShare;
}

/** Who has reported "works for me" after a minute, by network. */
export function worksForMeSince(record: ServiceRecord, minute: number): Tally {
  const tally: Tally = new Map();
  for (const ok of record.worksForMeMinutes) if (ok.minute > minute) addTally(tally, ok.networks);
  return tally;
}
