import { DAY } from "../../utils/core/time.ts";
import { HISTORY_KEPT, type IncidentStore } from "../store/incident-store.ts";
import { neatIncident } from "./body.ts";

/** Name of the file with the incidents of one day, below `v2/`. */
export function historyName(day: string): string {
  return `history/${day}.json`;
}

/** The day (UTC) of an instant: `2021-12-07`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The file with the incidents of a day.
 * @param day `2021-12-07`
 * @returns null if it is not a day, has not come, or is no longer kept
 */
export async function writeHistory(store: IncidentStore, day: string, now: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(start) || dayOf(start) !== day || start > now || now - start > HISTORY_KEPT) return null;
  const records = await store.between(start, start + DAY);
  const incidents = records.map(({ incident }) => neatIncident(incident));
  return new TextEncoder().encode(JSON.stringify({ version: 2, day, incidents }));
}
