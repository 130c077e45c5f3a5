import type { ServiceRecord } from "./detector.ts";

/**
 * Some people name the wrong culprit: when Verizon failed on 14 January 2026 (178,284 reports in a quarter of an hour at the
 * peak), AT&T and T-Mobile, both healthy, drew over 1,800 each. So one report in a hundred about a loud service is expected at
 * every other one, and only what goes beyond that is news.
 */
const STRAY_SHARE = 0.01;
/** A loud service keeps spilling for some minutes after its own reports ebb. */
const DECAY_MINUTES = 10;

/** A service in alarm, with its reports a minute now and a moment ago. */
export type AlarmedService = { id: string; rate: number; usual: number; subjects: Set<string> };

/** Reports a minute that the loudest other service explains. */
export function spreadStrayReports(record: ServiceRecord, usual: number, louds: AlarmedService[]): number {
  let most = 0;
  let subjects: Set<string> | null = null;
  for (const loud of louds) {
    if (loud.id === record.id || loud.rate * STRAY_SHARE <= most) continue;
    subjects ??= subjectsOf(record);
    // Services on the same cloud fail together for a reason; there only what fits the service's own size is put down to strays.
    const size = haveCommon(subjects, loud.subjects) ? Math.min(1, usual / loud.usual) : 1;
    most = Math.max(most, STRAY_SHARE * loud.rate * size);
  }
  return most;
}

/** Smooths a loud service's rate so that its echo lasts. */
export function decay(before: number, now: number): number {
  return Math.max(now, before * (1 - 1 / DECAY_MINUTES));
}

/** What a service stands on: by the catalogue, and by the reports of the last hour. */
export function subjectsOf(record: ServiceRecord): Set<string> {
  const subjects = new Set(record.on);
  for (const minute of record.minutes) for (const subject of minute.on.keys()) if (subject !== "") subjects.add(subject);
  return subjects;
}

function haveCommon(one: Set<string>, other: Set<string>): boolean {
  for (const subject of one) if (other.has(subject)) return true;
  return false;
}
