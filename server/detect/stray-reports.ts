import type { ServiceRecord } from "./detector.ts";

/**
 * Some people blame the wrong service: when Verizon failed on 14 January 2026 (178,284 reports in a quarter of an hour at the peak),
 * AT&T and T-Mobile, both healthy, drew over 1,800 each. So one report in a hundred about a service in alarm is expected at every
 * other service, and only what exceeds that is a rise.
 */
const STRAY_SHARE = 0.01;
/** Stray reports go on for some minutes after a service's own reports decline: its rate decays with this mean life. Judged (2026-11-23). */
const DECAY_MINUTES = 10;

/** A service in alarm: its smoothed rate and what is usual, reports a minute, and where it is hosted. */
export type AlarmedService = { id: string; rate: number; usual: number; places: Set<string> };

/** Reports a minute about a service that the other service in alarm which explains most of them explains. */
export function strayRate(record: ServiceRecord, usual: number, alarmed: AlarmedService[]): number {
  let most = 0;
  let places: Set<string> | null = null;
  for (const other of alarmed) {
    if (other.id === record.id || other.rate * STRAY_SHARE <= most) continue;
    places ??= placesOf(record);
    // Services at one place fail together for a reason; there, strays are expected only in proportion to the service's own size.
    const size = haveCommon(places, other.places) ? Math.min(1, usual / other.usual) : 1;
    most = Math.max(most, STRAY_SHARE * other.rate * size);
  }
  return most;
}

/** A rate that rises at once and falls slowly. */
export function smoothRate(before: number, now: number): number {
  return Math.max(now, before * (1 - 1 / DECAY_MINUTES));
}

/** Where a service is hosted: by the catalogue, and by the reports of the last hour. */
export function placesOf(record: ServiceRecord): Set<string> {
  const places = new Set(record.on);
  for (const minute of record.minutes) for (const place of minute.on.keys()) if (place !== "") places.add(place);
  return places;
}

function haveCommon(one: Set<string>, other: Set<string>): boolean {
  for (const place of one) if (other.has(place)) return true;
  return false;
}
