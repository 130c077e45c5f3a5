import type { IncidentSeverity } from "./incident.ts";

const RANK: { [severity in IncidentSeverity]: number } = { maintenance: 0, minor: 1, major: 2, critical: 3 };

/** How grave a severity is, for comparing two: higher is graver. Planned work ranks below all trouble. */
export function severityRank(severity: IncidentSeverity): number {
  return RANK[severity];
}

/** The graver of two severities. */
export function graverSeverity<S extends IncidentSeverity>(one: S, other: S): S {
  return severityRank(other) > severityRank(one) ? other : one;
}
