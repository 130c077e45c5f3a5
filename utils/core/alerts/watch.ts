import { copyOf } from "../feed/copy-of.ts";
import { isFeedFresh } from "../feed/freshness.ts";
import { isWithin } from "../providers/place.ts";
import { DAY, MINUTE, SECOND } from "../time.ts";
import { lastFaultAt, lastFaultOf } from "../world/host-record.ts";
import type { Site, World } from "../world/world.ts";

/** A person's request for one notification when a site, or everything at a place, works again. */
export type Watch = {
  /** What the person waits for: a registrable domain, or a place (`aws/us-east-1`). */
  site: string;
  /** The host that failed: a check requests it, and a click on the notification opens it. Null for a place. */
  host: string | null;
  /** What people call it. */
  name: string;
  /** Milliseconds of the epoch. */
  requestedAt: number;
  /** The id, in the feed, of the incident that caused the failure; null where none is known. */
  incident: string | null;
  /** The person allows the extension to request this one site now and then. */
  check: boolean;
  /** It came back in quiet hours; the notification waits until they end. */
  held?: Return;
};

/** How the return is known: it worked here again, a check got an answer, or the feed has the incident as resolved. */
export type Return = "here" | "check" | "feed";

/** A watch ends after this time. Judged. */
const EXPIRES_AFTER = DAY;
/** A page that loaded and was followed by no failure for this long is back, though the verdict may not be clear yet. Judged. */
const SETTLED = 30 * SECOND;
/** While the last failure here is more recent than this, a feed that has the incident as resolved is not believed. Judged. */
const FRESH_FAILURE = 5 * MINUTE;

/**
 * Whether what is watched is back, by what this browser saw, else by a fresh feed.
 * @param now milliseconds of the epoch
 * @returns null while it is not back, or while that is not known
 */
export function returnOf(watch: Watch, world: World, now: number): "here" | "feed" | null {
  const { okAt, failedAt } = watch.host === null ? lastSeenAt(watch.site, world) : lastSeenOf(world.sites[watch.site]);
  if (okAt > Math.max(watch.requestedAt, failedAt) && now - okAt >= SETTLED) return "here";
  if (failedAt > watch.requestedAt && now - failedAt < FRESH_FAILURE) return null;
  const found = watch.incident === null ? null : copyOf(watch.incident, world.feeds);
  if (found === null || !isFeedFresh(found.copy.feed, now) || Date.parse(found.copy.feed.issued) <= watch.requestedAt) return null;
  const incident = found.copy.feed.incidents.find(({ id }) => id === found.id);
  return incident === undefined || incident.status === "resolved" ? "feed" : null;
}

type LastSeen = { okAt: number; failedAt: number };

function lastSeenOf(site: Site | undefined): LastSeen {
  return site === undefined ? { okAt: 0, failedAt: 0 } : { okAt: site.pageOkAt, failedAt: lastFaultOf(site) };
}

/** The last answer and the last failure of any host at a place. */
function lastSeenAt(place: string, world: World): LastSeen {
  const seen = { okAt: 0, failedAt: 0 };
  for (const { hosts } of Object.values(world.sites)) {
    for (const host of Object.values(hosts)) {
      if (!isWithin(host.on, place)) continue;
      seen.okAt = Math.max(seen.okAt, host.okAt);
      seen.failedAt = Math.max(seen.failedAt, lastFaultAt(host));
    }
  }
  for (const { on, okAt } of world.passing) if (isWithin(on, place)) seen.okAt = Math.max(seen.okAt, okAt);
  return seen;
}

/** Whether a watch has lasted as long as any may. */
export function isExpired(watch: Watch, now: number): boolean {
  return now - watch.requestedAt > EXPIRES_AFTER;
}
