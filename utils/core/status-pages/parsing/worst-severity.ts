import type { IncidentSeverity } from "../../feed/feed.ts";

const ORDER: IncidentSeverity[] = ["maintenance", "minor", "major", "critical"];

/** The worst of some severities; null where none is given. */
export function worstSeverity(severities: (IncidentSeverity | null)[]): IncidentSeverity | null {
  return severities.reduce(
    (worse, next) => (next !== null && (worse === null || ORDER.indexOf(next) > ORDER.indexOf(worse)) ? next : worse),
    null,
  );
}
