import { MAX_SERVICES } from "../../utils/core/feed/limits.ts";
import type { Reading, SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";
import { DAY } from "../../utils/core/time.ts";

/**
 * Incidents of one source that go to the main thread, which copies, joins and publishes them. Judged: AWS, with the most, had 30 open at
 * once in its worst week (March 2026), and a document of 20 incidents is a bad day.
 */
const MAX_INCIDENTS = 100;
/**
 * Milliseconds after its end for which an incident is handed on. Many pages list years of them, and what 400 sources said last lies in memory.
 * Judged: the feed tells an end for two hours, and a server that was off for days still learns of the ends meanwhile.
 */
const KEPT_OVER = 7 * DAY;
/** UTF-16 code units of those incidents, as JSON. Judged: forty times what GitHub's fifty take. */
const MAX_LENGTH = 256 * 1024;

/**
 * Cuts a reading to what matters to a feed: open incidents first, then those that changed last, without those that ended long ago.
 * @param now milliseconds of the epoch
 */
export function capReading(reading: Reading, now: number): Reading {
  const recent = reading.incidents.filter(({ resolved }) => resolved === null || now - Date.parse(resolved) < KEPT_OVER);
  const ranked = recent.toSorted(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || Date.parse(other.updated) - Date.parse(one.updated),
  );
  const kept = new Set<SourceIncident>();
  let length = 0;
  for (const incident of ranked.slice(0, MAX_INCIDENTS)) {
    length += JSON.stringify(incident).length;
    if (length > MAX_LENGTH) break;
    kept.add(incident);
  }
  const incidents = recent.filter((incident) => kept.has(incident));
  return { ...reading, incidents: incidents.map((incident) => ({ ...incident, services: incident.services.slice(0, MAX_SERVICES) })) };
}

function isOver({ status }: SourceIncident): boolean {
  return status === "resolved";
}
