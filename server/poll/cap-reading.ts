import { MAX_SERVICES } from "../../utils/core/feed/limits.ts";
import type { Reading, SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/**
 * Incidents of one source that go to the main thread, which copies, joins and publishes them. Judged: AWS, with the most, had 30 open at
 * once in its worst week (March 2026), and a document of 20 incidents is a bad day.
 */
const MAX_INCIDENTS = 100;
/** UTF-16 code units of those incidents, as JSON. Judged: forty times what GitHub's fifty take. */
const MAX_LENGTH = 256 * 1024;

/** Cuts a reading to what matters most: open incidents first, then those that changed last. */
export function capReading(reading: Reading): Reading {
  const ranked = reading.incidents.toSorted(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || Date.parse(other.updated) - Date.parse(one.updated),
  );
  const kept = new Set<SourceIncident>();
  let length = 0;
  for (const incident of ranked.slice(0, MAX_INCIDENTS)) {
    length += JSON.stringify(incident).length;
    if (length > MAX_LENGTH) break;
    kept.add(incident);
  }
  const incidents = reading.incidents.filter((incident) => kept.has(incident));
  return { ...reading, incidents: incidents.map((incident) => ({ ...incident, services: incident.services.slice(0, MAX_SERVICES) })) };
}

function isOver({ status }: SourceIncident): boolean {
  return status === "resolved";
}
