import type { Service } from "../../utils/core/providers/catalogue.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { DAY } from "../../utils/core/time.ts";
import { earlyEvidence } from "./early-evidence.ts";
import { DEPENDENTS, type SourcedIncident } from "./sourced-incident.ts";

/**
 * What the status pages of services imply about the providers that host them.
 * @param official what official sources report
 * @param now milliseconds of the epoch
 */
export function earlyIncidents(
  official: readonly SourcedIncident[],
  catalogue: readonly Pick<Service, "id" | "on" | "owner">[],
  now: number,
): SourcedIncident[] {
  const services = new Map(catalogue.map((service) => [service.id, service]));
  const incidents = official.map(({ incident }) => incident);
  const evidence = earlyEvidence(incidents, {
    dependsOn: (id) => (services.get(id)?.on ?? []).map((place) => parsePlaceId(place).provider),
    ownerOf: (id) => services.get(id)?.owner ?? id,
  });
  // Without a region it adds nothing to an announcement of the provider itself, and would be a second incident beside it.
  const announcing = new Set(
    incidents
      .filter(
        ({ site, severity, resolved, started }) =>
          site === null && severity !== "maintenance" && resolved === null && now - Date.parse(started) < DAY,
      )
      .map(({ provider }) => provider),
  );
  return evidence
    .filter(({ provider, region }) => region !== null || !announcing.has(provider))
    .map((incident) => ({ source: DEPENDENTS, incident }));
}
