import type { Service } from "../../utils/core/providers/catalogue.ts";
import { DAY } from "../../utils/core/time.ts";
import { earlyEvidence } from "./early-evidence.ts";
import { DEPENDENTS, type SourcedIncident } from "./sourced-incident.ts";

/**
 * What the status pages of services tell of the providers they stand on.
 * @param told what official sources tell
 * @param now milliseconds of the epoch
 */
export function earlyIncidents(
  told: readonly SourcedIncident[],
  catalogue: readonly Pick<Service, "id" | "on" | "owner">[],
  now: number,
): SourcedIncident[] {
  const services = new Map(catalogue.map((service) => [service.id, service]));
  const incidents = told.map(({ incident }) => incident);
  const evidence = earlyEvidence(incidents, {
    dependsOn: (id) => services.get(id)?.on ?? [],
    ownerOf: (id) => services.get(id)?.owner ?? id,
  });
  // Without a region it adds nothing to what the provider itself has begun to say, and would stand beside it as a second incident.
  const speaking = new Set(
    incidents
      .filter(
        ({ site, severity, resolved, started }) =>
          site === null && severity !== "maintenance" && resolved === null && now - Date.parse(started) < DAY,
      )
      .map(({ provider }) => provider),
  );
  return evidence
    .filter(({ provider, region }) => region !== null || !speaking.has(provider))
    .map((incident) => ({ source: DEPENDENTS, incident }));
}
