import type { IncidentSeverity } from "./feed.ts";

/** How grave an incident is: the higher, the graver. Planned maintenance is the least. */
const RANK: { [severity in IncidentSeverity]: number } = { maintenance: 0, minor: 1, major: 2, critical: 3 };

export function severityRank(severity: IncidentSeverity): number {
  return RANK[severity];
}

export function graverSeverity(one: IncidentSeverity, other: IncidentSeverity): IncidentSeverity {
  return RANK[other] > RANK[one] ? other : one;
}
