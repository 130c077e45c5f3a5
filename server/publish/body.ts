import type { Body } from "../../utils/core/feed/feed.ts";
import { readBody } from "../../utils/core/feed/feed.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import {
  MAX_ADVICE,
  MAX_ADVICE_LENGTH,
  MAX_AREAS,
  MAX_NETWORKS,
  MAX_SERVICE_LENGTH,
  MAX_SERVICES,
  MAX_TITLE_LENGTH,
} from "../../utils/core/feed/limits.ts";
import type { NetworkTrouble } from "../../utils/core/feed/network-trouble.ts";
import { severityRank } from "../../utils/core/feed/severity.ts";
import { inSeconds } from "./in-seconds.ts";
import { inOneLine } from "./one-line.ts";

/** Well below what a client accepts (`BODY_SIZE_LIMIT`), and far more than the worst day so far has needed. */
const MAX_INCIDENTS = 150;
const MAX_BYTES = 200 * 1024;
/**
 * So many incidents of each provider or site come before the further ones of any: a status page that is taken over may have a hundred open
 * ones, all critical, and would otherwise push out what everybody else reports. Judged.
 */
const FIRST_OF_EACH = 5;
const MAX_AFFECTED = 60;
/** The full text is on the provider's page; the body of a bad day has to stay a few kilobytes. */
const SUMMARY_LENGTH = 500;

/** What a body says of the world. */
export type Contents = Pick<Body, "sources" | "incidents" | "services" | "networks" | "views" | "catalogue" | "ranges" | "targets">;

/**
 * Brings contents into the form in which they are published: gravest incidents first, the least grave dropped where there are too many,
 * but no provider's first ones for the many of another.
 * What a client would refuse is left out, because the client would refuse the whole body with it. Everything has the form in which a
 * client reads it, so that contents can be compared with those of an earlier body.
 */
export function neatContents(contents: Contents): Contents {
  const incidents = contents.incidents
    .map(neatIncident)
    .flatMap((incident) => asRead({ incidents: [incident] })?.incidents ?? [])
    .toSorted(byWeight);
  const kept = firstOfEach(incidents).slice(0, MAX_INCIDENTS);
  while (kept.length > 0 && writeBody({ ...contents, incidents: kept }, null).length > MAX_BYTES)
    kept.splice(Math.floor(kept.length * 0.9));
  const services: Contents["services"] = [];
  for (const service of contents.services) services.push(...(asRead({ services: [...services, service] })?.services.slice(-1) ?? []));
  const networks = contents.networks
    .map(neatNetwork)
    .flatMap((trouble) => asRead({ networks: [trouble] })?.networks ?? [])
    .slice(0, MAX_NETWORKS);
  const views = asRead({ views: contents.views })?.views ?? null;
  return { ...contents, incidents: kept.toSorted(byWeight), services, networks, views };
}

/** The same incidents, the first of each provider and site in front. */
function firstOfEach(incidents: readonly Incident[]): Incident[] {
  const counts = new Map<string, number>();
  const isFirst = ({ provider, site }: Incident): boolean => {
    const subject = JSON.stringify([provider, site]);
    const count = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, count);
    return count <= FIRST_OF_EACH;
  };
  const { first = [], further = [] } = Object.groupBy(incidents, (incident) => (isFirst(incident) ? "first" : "further"));
  return [...first, ...further];
}

function asRead(part: Partial<Contents>): Body | null {
  const reading = readBody({ version: 2, incidents: [], ...part });
  return reading.ok ? reading.body : null;
}

/** Writes a body. @param previous the hash of the body before; null for the first */
export function writeBody({ sources: { read, except }, ...contents }: Contents, previous: string | null): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ version: 2, previous, sources: { read, except }, ...contents }));
}

/** What readers would notice of contents. The numbers of the crowd change all the time and are no news. */
export function newsOf({ sources, incidents, services, networks, views, catalogue, ranges, targets }: Contents): string {
  return JSON.stringify([
    sources.except.map(({ id }) => id),
    incidents.map(({ crowd: _, updated, official, ...incident }) => [incident, official, official === null ? null : updated]),
    services.map(({ id, state }) => [id, state]),
    networks.map(({ crowd: _, ...trouble }) => trouble),
    // That it still holds is said by each head.
    views === null ? null : { ...views, at: "" },
    catalogue?.sha256,
    ranges?.sha256,
    targets?.sha256,
  ]);
}

/** The numbers of the crowd in contents. */
export function figuresOf({ incidents, services, networks }: Contents): string {
  return JSON.stringify([incidents.map(({ crowd, updated }) => [crowd, updated]), [...services, ...networks].map(({ crowd }) => crowd)]);
}

function byWeight(one: Incident, other: Incident): number {
  const over = Number(one.resolved !== null) - Number(other.resolved !== null);
  const graver = severityRank(other.severity) - severityRank(one.severity);
  return over || graver || Date.parse(other.started) - Date.parse(one.started) || (one.id < other.id ? -1 : 1);
}

/** An incident as it is published: safe to show, in whole seconds, within the limits. */
export function neatIncident(incident: Incident): Incident {
  return {
    ...incident,
    areas: incident.areas.length > MAX_AREAS ? [] : incident.areas,
    services: incident.services.slice(0, MAX_SERVICES).map((service) => inOneLine(service, MAX_SERVICE_LENGTH)),
    started: inSeconds(Date.parse(incident.started)),
    updated: inSeconds(Date.parse(incident.updated)),
    resolved: incident.resolved === null ? null : inSeconds(Date.parse(incident.resolved)),
    title: inOneLine(incident.title, MAX_TITLE_LENGTH),
    summary: inOneLine(incident.summary, SUMMARY_LENGTH),
    advice: incident.advice.slice(0, MAX_ADVICE).map((item) => ({ for: item.for, text: inOneLine(item.text, MAX_ADVICE_LENGTH) })),
    affects: incident.affects.slice(0, MAX_AFFECTED),
  };
}

/** The trouble of a network as it is published. */
export function neatNetwork(trouble: NetworkTrouble): NetworkTrouble {
  return { ...trouble, since: inSeconds(Date.parse(trouble.since)) };
}
