import type { IncidentSeverity, IncidentStatus } from "../../feed/feed.ts";
import { sanitizeLink } from "../../net/sanitize.ts";
import { REGION_NAMES } from "../../providers/region-table.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { findAdvice } from "./find-advice.ts";
import type { IncidentPlace } from "./incident-places.ts";
import { isoTime } from "./parse-time.ts";
import { plainText, textLines, truncate } from "./plain-text.ts";

/** What an adapter found out about one event of its vendor. Instants in milliseconds of the epoch, null where not said. */
export type VendorEvent = {
  /** The vendor's own id, or what stands for it; "" where it has none. */
  id: string;
  places?: IncidentPlace[];
  /** Where it differs from the source's. */
  site?: string | null;
  severity: IncidentSeverity;
  status: IncidentStatus;
  started: number | null;
  /** The first official post. */
  acknowledged?: number | null;
  updated: number | null;
  resolved?: number | null;
  title: string;
  /** What they wrote, the newest first; markup is taken out here. */
  posts: string[];
  /** The page of this very event. */
  url?: string;
};

const LONGEST_TITLE = 200;
const LONGEST_SUMMARY = 1000;
const LONGEST_ID = 120;
const LONGEST_REGION = 40;
const LONGEST_URL = 500;
const LONGEST_SERVICE = 80;
const MAX_SERVICES = 300;
/** Advice older than so many posts is history. Some incidents have hundreds. */
const POSTS_READ = 40;

/** One incident of the feed for each place of an event. */
export function toIncidents(source: SourceContext, event: VendorEvent): SourceIncident[] {
  const posts = event.posts.slice(0, POSTS_READ).map(textLines);
  const summary = truncate((posts.find((lines) => lines.length > 0) ?? []).join(" "), LONGEST_SUMMARY);
  const title = plainText(event.title, LONGEST_TITLE) || truncate(summary, LONGEST_TITLE) || "Incident";
  const started = event.started ?? event.acknowledged ?? event.updated ?? event.resolved ?? source.now;
  const over = event.status === "resolved";
  const resolved = over ? Math.max(event.resolved ?? event.updated ?? started, started) : null;
  const updated = Math.max(event.updated ?? started, started, resolved ?? started);
  const places = event.places ?? [{ region: null, services: [] }];
  return places.map(({ region: named, services, severity: own }) => {
    const severity = own ?? event.severity;
    const region = named === null ? null : regionName(named);
    return {
      id: incidentId(source.provider, event.id || fingerprint(`${title} ${started}`), region),
      provider: source.provider,
      region,
      services: [...new Set(services.map((service) => plainText(service, LONGEST_SERVICE)))]
        .filter((service) => service !== "")
        .slice(0, MAX_SERVICES),
      site: event.site === undefined ? source.site : event.site,
      severity,
      // Nobody investigates what was planned.
      status: severity === "maintenance" && event.status === "investigating" ? "identified" : event.status,
      started: isoTime(started),
      updated: isoTime(updated),
      resolved: resolved === null ? null : isoTime(resolved),
      title,
      summary,
      advice: findAdvice(posts, isCloud(source)),
      official: { url: webAddress(event.url) ?? webAddress(source.page) ?? "", acknowledged: isoTime(event.acknowledged ?? started) },
      crowd: null,
      affects: [],
    };
  });
}

/** Whoever reads the status page of a cloud runs something on it. */
function isCloud({ provider, site }: SourceContext): boolean {
  return site === null && Object.hasOwn(REGION_NAMES, provider);
}

/** Vendors' own names for places, made fit to be a part of an id; what is no name is everywhere. */
function regionName(named: string): string | null {
  if (named.length > LONGEST_REGION) return null;
  const name = named.trim().replace(/[^A-Za-z0-9._-]+/g, "-");
  return /[A-Za-z0-9]/.test(name) ? name.replace(/^[-.]+/, "").replace(/[-.]+$/, "") : null;
}

/** `aws-…-us-east-1`: the vendor's id under the provider's name, the region last unless the vendor's id has it. */
function incidentId(provider: string, vendorId: string, region: string | null): string {
  const parts = [provider, vendorId, ...(region === null || vendorId.toLowerCase().includes(region) ? [] : [region])];
  const id = parts.join("-").replace(/[^A-Za-z0-9._-]+/g, "-");
  return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID - 9)}-${fingerprint(id)}`;
}

/** FNV-1a in eight hexadecimal digits: tells long ids apart that share their beginning. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A vendor's id as a part of an address, whatever is in it. */
export function inAddress(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

/** An address fit to be shown as a link: absolute, encrypted, not too long; null otherwise. */
export function webAddress(text: string | undefined): string | null {
  if (text === undefined || text.length > LONGEST_URL || sanitizeLink(text) === "") return null;
  return URL.canParse(text) ? text : null;
}
