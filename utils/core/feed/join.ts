import { HOUR } from "../time.ts";
import type { Feed } from "./feed.ts";
import { isFeedFresh } from "./freshness.ts";
import type { Incident } from "./incident.ts";
import type { NetworkTrouble } from "./network-trouble.ts";

/** Two feeds date the beginning of one outage no further apart. Judged. */
const SAME_START = HOUR;

/** The last good copy of one of several feeds. */
export type FeedCopy = {
  /**
   * `main`: the shared feed; it alone takes reports and says which status pages were read. `added`: a feed of an organisation or a
   * person. `direct`: what a status page answered to this browser.
   */
  kind: "main" | "added" | "direct";
  /**
   * The beginning of the ids of its incidents, unless it is the main feed: the root that the feed's setting names (all of it: anybody may
   * begin a root with a key that looks like another's), or what was asked about.
   */
  of: string;
  feed: Feed;
};

/**
 * Joins the copies of several feeds into one for the diagnosis. Expired ones are left out, each by its own end. The incidents of each
 * feed keep ids of their own, so no feed can end or silence what another one says.
 * @param now milliseconds of the epoch
 * @returns null where there are no feeds; the first one where all have expired
 */
export function joinFeeds(copies: readonly FeedCopy[], now: number): Feed | null {
  const fresh = copies.filter(({ feed }) => isFeedFresh(feed, now));
  const [first, ...others] = fresh;
  if (first === undefined) return copies[0]?.feed ?? null;
  if (others.length === 0 && first.kind === "main") return first.feed;
  const main = fresh.find(({ kind }) => kind === "main")?.feed ?? null;
  const incidents: Incident[] = [];
  for (const copy of fresh) {
    const news = copy.feed.incidents.filter((incident) => !isSaidAlready(incident, incidents));
    incidents.push(...news.map((incident) => incidentOf(copy, incident)));
  }
  return {
    ...(main ?? first.feed),
    sequence: fresh.reduce((sum, { feed: { sequence } }) => sum + sequence, 0),
    expires: fresh.reduce((last, { feed }) => (Date.parse(feed.expires) > Date.parse(last) ? feed.expires : last), first.feed.expires),
    sources: {
      read: main?.sources.read ?? null,
      except: main?.sources.except ?? [],
      named: fresh.flatMap(({ kind, feed }) => (kind === "added" ? [] : feed.sources.named)),
    },
    incidents,
    services: servicesOf(fresh),
    networks: networksOf(fresh),
    views: main?.views ?? null,
    catalogue: main?.catalogue ?? null,
    ranges: main?.ranges ?? null,
    targets: main?.targets ?? null,
  };
}

function incidentOf({ kind, of }: FeedCopy, incident: Incident): Incident {
  return kind === "main" ? incident : { ...incident, id: `${of}:${incident.id}` };
}

/**
 * Whether an incident of another feed says the same, or more: of the same place and site, with the same gravity and status, since about the
 * same time, in all countries, and of all that this one names. One that says less must not take its place: what is old, or of other services, is weak
 * evidence, so one feed could otherwise silence another.
 */
function isSaidAlready(incident: Incident, earlier: readonly Incident[]): boolean {
  return earlier.some(
    (other) =>
      other.provider === incident.provider &&
      other.region === incident.region &&
      other.site === incident.site &&
      other.severity === incident.severity &&
      other.status === incident.status &&
      Math.abs(Date.parse(other.started) - Date.parse(incident.started)) <= SAME_START &&
      isAsWide(other.areas, incident.areas) &&
      isAsWide(other.services, incident.services) &&
      hasAll(other.affects, incident.affects),
  );
}

/** Whether a list covers another, where an empty one stands for everything. */
function isAsWide(names: readonly string[], others: readonly string[]): boolean {
  return names.length === 0 || (others.length > 0 && hasAll(names, others));
}

function hasAll(names: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((name) => names.includes(name));
}

/** Only the main feed asks for whom a service works, because only it takes the answers. */
function servicesOf(copies: readonly FeedCopy[]): Feed["services"] {
  const services: Feed["services"] = [];
  for (const { kind, feed } of copies) {
    for (const service of feed.services) {
      if (!services.some(({ id }) => id === service.id)) services.push(kind === "main" ? service : { ...service, state: "elevated" });
    }
  }
  return services;
}

/** The troubles of access networks that all feeds tell of. One that only repeats what an earlier feed says of the same network is left out. */
function networksOf(copies: readonly FeedCopy[]): NetworkTrouble[] {
  const networks: NetworkTrouble[] = [];
  for (const trouble of copies.flatMap(({ feed }) => feed.networks)) {
    const isSaid = networks.some(
      ({ asn, country, cannotReach }) => asn === trouble.asn && country === trouble.country && hasAll(cannotReach, trouble.cannotReach),
    );
    if (!isSaid) networks.push(trouble);
  }
  return networks;
}
