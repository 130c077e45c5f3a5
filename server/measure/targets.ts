import { siteOf } from "../../utils/core/net/site-name.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { type PlaceId, placeId } from "../../utils/core/providers/place.ts";
import { REGION_NAMES } from "../../utils/core/providers/region-table.ts";
import { isEdgeOnly, isPlatform } from "../../utils/core/providers/shared-edges.ts";
import { dateAsked } from "./asked.ts";
import { PLACE_TARGETS } from "./place-target-table.ts";
import { SERVICE_TARGETS, WITHOUT_WWW } from "./service-target-table.ts";

/** One name that vantages ask. */
export type MeasuredTarget = {
  /** The place or the service that it stands for: `aws/us-east-1`, `cloudflare`, `netflix`. */
  id: PlaceId;
  host: string;
  /** Begins with a slash. */
  path: string;
  /** Why this name is asked, for whoever finds the request in a log. */
  reason: string;
};

/** The list as it is published, so that readers know what `views` does not name because it answered. */
export type TargetsDocument = {
  version: 1;
  /** `asked`: the day of the last live check of the list (`2026-12-07`), null where there was none: nobody knows whether it answers. */
  targets: (MeasuredTarget & { asked: string | null })[];
};

/**
 * What vantages ask: every place with a name that answers from there, and the front page of every service that may be reported. A service
 * that is a platform or a cloud as well is asked only at the names of the table of places: its front page may be hosted by somebody else.
 */
export function measuredTargets(catalogue: readonly Service[]): MeasuredTarget[] {
  const places = placeTargets();
  const ids = new Set(places.map(({ id }) => id));
  const hosts = new Set(places.map(({ host }) => host));
  const own = serviceTargets();
  const services = catalogue.filter(({ id, sensitive }) => sensitive !== true && !ids.has(id) && !isHost(id));
  // No name twice: nobody is asked more than once a minute.
  return [...places, ...services.flatMap((service) => own.get(service.id) ?? frontPage(service)).filter(({ host }) => !hosts.has(host))];
}

/** The list as a document. Its JSON has the same bytes for the same version and catalogue, so it can be hashed. */
export function targetsDocument(targets: readonly MeasuredTarget[]): TargetsDocument {
  return { version: 1, targets: targets.map((target) => ({ ...target, asked: dateAsked(target) })) };
}

/** Whether a provider's own id stands for what others have hosted there. */
function isHost(provider: string): boolean {
  return isEdgeOnly(provider) || isPlatform(provider) || provider in REGION_NAMES;
}

function placeTargets(): MeasuredTarget[] {
  const targets: MeasuredTarget[] = [];
  let block: { provider: string; name: string; reason: string } | null = null;
  for (const line of PLACE_TARGETS.trim().split("\n")) {
    if (line.includes("|")) {
      const [provider = "", name = "", reason = ""] = line.split("|");
      block = { provider, name, reason };
      if (!name.includes("{}")) targets.push(targetOf(provider, name, reason));
      continue;
    }
    for (const word of block === null ? [] : line.split(" ")) {
      const [region = "", text = region] = word.split("=");
      targets.push(targetOf(placeId(block?.provider ?? "", region), (block?.name ?? "").replace("{}", text), block?.reason ?? ""));
    }
  }
  return targets;
}

function serviceTargets(): Map<string, MeasuredTarget> {
  const lines = SERVICE_TARGETS.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [id = "", name = "", reason = ""] = line.split("|");
      return [id, targetOf(id, name, reason)];
    }),
  );
}

function frontPage({ id, domains }: Service): MeasuredTarget[] {
  const [domain] = domains;
  if (domain === undefined) return [];
  const host = siteOf(domain) === domain && !WITHOUT_WWW.has(id) ? `www.${domain}` : domain;
  return [{ id, host, path: "/", reason: "front page" }];
}

function targetOf(id: PlaceId, name: string, reason: string): MeasuredTarget {
  const slash = name.indexOf("/");
  return { id, host: name.slice(0, slash < 0 ? name.length : slash), path: slash < 0 ? "/" : name.slice(slash), reason };
}
