import type { Incident } from "../feed/incident.ts";
import type { Evidence } from "./evidence.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { type CloudSuspect, incidentCounts } from "./weighing/cloud-suspect.ts";

/** Fewer reporters than this are not shown. A feed has no smaller number, because the server rounds them away. */
export const CROWD_SHOWN = 5;

/** What the feed reports about the suspected place: the incident, and how many people report it. */
export function incidentOnPlace(snapshot: Snapshot, suspect: CloudSuspect): Evidence[] {
  if (suspect.match === null) return [];
  const { incident, strength } = suspect.match;
  // Known to be of other countries, and nothing shows that it reaches here.
  if (strength === "elsewhere" && snapshot.network !== null && !incidentCounts(suspect)) return [];
  const { crowd } = incident;
  if (crowd == null || crowd.reporters < CROWD_SHOWN) return [incidentEvidence(incident)];
  return [incidentEvidence(incident), { kind: "crowd", about: suspect.place, reporters: crowd.reporters, networks: crowd.networks }];
}

/** An incident of a place or a site, as evidence. */
export function incidentEvidence(incident: Incident): Evidence {
  return {
    kind: "incident",
    id: incident.id,
    provider: incident.provider,
    region: incident.region,
    severity: incident.severity,
    status: incident.status,
    title: incident.title,
    areas: incident.areas,
    services: incident.services,
    started: incident.started,
    acknowledged: incident.official?.acknowledged ?? null,
  };
}
