import type { Feed } from "../../utils/core/feed/feed.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import { severityRank } from "../../utils/core/feed/severity.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { componentName } from "../../utils/core/providers/component-table.ts";
import { placementName } from "../../utils/core/providers/known-places.ts";
import { placeId } from "../../utils/core/providers/place.ts";

/** An incident as answers hold it, in JSON too: fields are added, and never renamed or removed. Times are ISO. */
export type KnownOutage = {
  id: string;
  /** What fails, for people: "Netflix", "AWS US East (N. Virginia)". */
  name: string;
  /** The catalogue id where it is a service; null where it is a platform. */
  service: string | null;
  /** `aws/us-east-1`, or `cloudflare`. */
  place: string;
  /** ISO countries that it is confined to; empty where nobody says so. */
  areas: readonly string[];
  severity: Incident["severity"];
  status: Incident["status"];
  started: string;
  updated: string;
  resolved: string | null;
  /** Who says so. An outage that only people report is not confirmed. */
  saidBy: readonly ("official" | "people" | "measurements")[];
  /** The source's own words: data of somebody else. */
  title: string;
  components: readonly string[];
  /** Catalogue ids of services that suffer. */
  affects: readonly string[];
  official: { url: string; acknowledged: string } | null;
  reports: { reporters: number; networks: number } | null;
  measured: { fail: readonly string[]; answer: readonly string[] } | null;
};

export function describeOutage(incident: Incident, services: readonly Service[]): KnownOutage {
  const { id, provider, region, site, areas, severity, status, started, updated, resolved, title, affects, official, crowd, views } =
    incident;
  const service = services.find((one) => one.id === site);
  const measured = views == null ? null : { fail: views.fail, answer: views.answer };
  return {
    ...{ id, service: site, areas, severity, status, started, updated, resolved, title, affects, official, measured },
    name: site === null ? placementName(provider, region) : (service?.name ?? site),
    place: placeId(provider, region),
    saidBy: [
      ...(official === null ? [] : (["official"] as const)),
      ...(crowd === null ? [] : (["people"] as const)),
      ...(measured === null ? [] : (["measurements"] as const)),
    ],
    components: incident.services.map((component) => componentName(provider, component)),
    reports: crowd === null ? null : { reporters: crowd.reporters, networks: crowd.networks },
  };
}

/** An outage that goes on: neither over nor planned. */
export function isGoingOn({ severity, status }: Pick<Incident, "severity" | "status">): boolean {
  return status !== "resolved" && severity !== "maintenance";
}

/** Planned work that has begun and is not over. */
export function isPlannedWork({ severity, status, started }: Incident, now: number): boolean {
  return severity === "maintenance" && status !== "resolved" && Date.parse(started) <= now;
}

/** All that go on, the gravest first, and of equal ones the newest. */
export function outagesIn(feed: Feed): Incident[] {
  return feed.incidents
    .filter(isGoingOn)
    .toSorted((one, other) => severityRank(other.severity) - severityRank(one.severity) || other.started.localeCompare(one.started));
}
