import type { IncidentSeverity } from "../../feed/incident.ts";
import { graverSeverity } from "../../feed/severity.ts";

/** The gravest of the severities that are not null; null where all are. */
export function worstSeverity(severities: (IncidentSeverity | null)[]): IncidentSeverity | null {
  const given = severities.filter((severity) => severity !== null);
  return given.length === 0 ? null : given.reduce(graverSeverity);
}
