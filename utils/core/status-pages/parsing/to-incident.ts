import type { IncidentSeverity, IncidentStatus } from "../../feed/incident.ts";
import { MAX_SERVICE_LENGTH, MAX_SUMMARY_LENGTH, MAX_TITLE_LENGTH } from "../../feed/limits.ts";
import { REGION_NAMES } from "../../providers/region-table.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { confine } from "./confine.ts";
import { findAdvice } from "./find-advice.ts";
import { fingerprint, incidentId } from "./incident-id.ts";
import type { IncidentPlace } from "./incident-places.ts";
import { isTest } from "./is-test.ts";
import { officialLink } from "./official-link.ts";
import { isoTime } from "./parse-time.ts";
import { plainText, textLines, truncate } from "./plain-text.ts";

/** One event as an adapter read it. Instants in milliseconds of the epoch, null where the payload has none. */
export type VendorEvent = {
  /** The vendor's id, or an id that is derived from the event; "" where there is neither. */
  id: string;
  places?: IncidentPlace[];
  /** Where it differs from the site of the source. */
  site?: string | null;
  severity: IncidentSeverity;
  status: IncidentStatus;
  started: number | null;
  /** The time of the first official post. */
  acknowledged?: number | null;
  updated: number | null;
  resolved?: number | null;
  /** The countries, by ISO code, that the vendor confines it to, where it has a field for that. */
  areas?: string[];
  /** The vendor says in a field that it is confined to no region: then its words are not read for places. */
  isWorldwide?: boolean;
  /** The words that may name its places; the title where left out. */
  named?: string;
  title: string;
  /** The vendor's posts, the newest first, with their markup, which is removed here. */
  posts: string[];
  /** Addresses that the payload gives or implies for the page of this event, the best first. */
  links?: string[];
};

/** A longer name is no region, and the incident is one of the whole provider. Judged. */
const MAX_REGION_LENGTH = 40;
/** More than the feed publishes (`MAX_SERVICES`): AWS listed 149 affected services in one incident (July 2026). */
const MAX_READ_SERVICES = 300;
/** Judged: advice in posts before the newest 40 is outdated. Some incidents have hundreds of posts. */
const MAX_POSTS = 40;

/** UTF-16 code units of a vendor's id that count. Judged: the longest known, of AWS, have about 200. */
const MAX_ID_LENGTH = 1000;

/**
 * Makes one incident of the feed for each place of an event; none for a test. Missing times are filled in from the others, or `source.now`.
 * An event that names no region in a field is searched for words for places, so that nothing regional is told as world-wide.
 */
export function toIncidents(source: SourceContext, event: VendorEvent): SourceIncident[] {
  const posts = event.posts.slice(0, MAX_POSTS).map(textLines);
  const summary = truncate((posts.find((lines) => lines.length > 0) ?? []).join(" "), MAX_SUMMARY_LENGTH);
  const title = plainText(event.title, MAX_TITLE_LENGTH) || truncate(summary, MAX_TITLE_LENGTH) || "Incident";
  if (isTest(title)) return [];
  const { started, updated, resolved } = timesOf(event, source.now);
  const { places, areas } = confine(
    { places: event.places, areas: event.areas, isWorldwide: event.isWorldwide === true, named: event.named ?? title },
    source.provider,
  );
  return places.map(({ region: named, services, severity: own }) => {
    const severity = own ?? event.severity;
    const region = named === null ? null : regionIdOf(named);
    return {
      id: incidentId(source.provider, event.id.slice(0, MAX_ID_LENGTH) || fingerprint(`${title} ${started}`), region),
      provider: source.provider,
      region,
      areas,
      services: [...new Set(services.map((service) => plainText(service, MAX_SERVICE_LENGTH)))]
        .filter((service) => service !== "")
        .slice(0, MAX_READ_SERVICES),
      site: event.site === undefined ? source.site : event.site,
      severity,
      // The cause of planned maintenance is known.
      status: severity === "maintenance" && event.status === "investigating" ? "identified" : event.status,
      started: isoTime(started),
      updated: isoTime(updated),
      resolved: resolved === null ? null : isoTime(resolved),
      title,
      summary,
      advice: findAdvice(posts, isCloud(source)),
      official: { url: officialLink(event.links ?? [], source), acknowledged: isoTime(event.acknowledged ?? started) },
      crowd: null,
      affects: [],
    };
  });
}

/** An end before the start was posted afterwards: then the start is no later than the end. */
function timesOf(event: VendorEvent, now: number): { started: number; updated: number; resolved: number | null } {
  const told = event.started ?? event.acknowledged ?? event.updated ?? event.resolved ?? now;
  const resolved = event.status === "resolved" ? (event.resolved ?? Math.max(event.updated ?? told, told)) : null;
  const started = resolved === null ? told : Math.min(told, resolved);
  return { started, updated: Math.max(event.updated ?? started, started, resolved ?? started), resolved };
}

/** Whether the source is a cloud: the readers of its status page are operators. */
function isCloud({ provider, site }: SourceContext): boolean {
  return site === null && Object.hasOwn(REGION_NAMES, provider);
}

/** A vendor's name of a region, in characters that an id allows; null (the whole provider) where no letter or digit is left. */
function regionIdOf(named: string): string | null {
  if (named.length > MAX_REGION_LENGTH) return null;
  const name = named.trim().replace(/[^A-Za-z0-9._-]+/g, "-");
  return /[A-Za-z0-9]/.test(name) ? name.replace(/^[-.]+/, "").replace(/[-.]+$/, "") : null;
}
