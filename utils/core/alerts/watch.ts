import { DAY, MINUTE, SECOND } from "../time.ts";
import type { Site, World } from "../world/world.ts";

/** A person asked to be told, once, when a site is back. */
export type Watch = {
  /** What is waited for: a registrable domain, or a provider's subject (`aws/us-east-1`). */
  site: string;
  /** The host that failed: what a light check asks, and what a click on the notification opens. Null for a provider. */
  host: string | null;
  /** What people call it. */
  name: string;
  /** Milliseconds of the epoch. */
  asked: number;
  /** The incident that stood behind it, by its id in the feed; null where none did. */
  incident: string | null;
  /** The person lets this one site be asked now and then. */
  check: boolean;
  /** It came back in quiet hours: told when they end. */
  held?: Return;
};

/** How it is known: it worked here again, a check was answered, or the feed says that the incident is over. */
export type Return = "here" | "check" | "feed";

/** Nobody waits longer than this. */
const EXPIRES_AFTER = DAY;
/** A page that came and was followed by no failure for so long is back, though the verdict may still wait for more. */
const SETTLED = 30 * SECOND;
/** While it still failed here so lately, the feed's word that it is over is not believed. */
const FRESH_FAILURE = 5 * MINUTE;

/** Whether what is watched is back, by what this browser saw itself; else by a fresh feed. Null while it is not, or not known. */
export function returnOf(watch: Watch, world: World, now: number): "here" | "feed" | null {
  const { okAt, failedAt } = watch.host === null ? lastSeenOn(watch.site, world) : lastSeenOf(world.sites[watch.site]);
  if (okAt > Math.max(watch.asked, failedAt) && now - okAt >= SETTLED) return "here";
  const { feed } = world;
  if (failedAt > watch.asked && now - failedAt < FRESH_FAILURE) return null;
  if (watch.incident === null || feed === null || Date.parse(feed.expires) <= now || Date.parse(feed.issued) <= watch.asked) return null;
  const incident = feed.incidents.find(({ id }) => id === watch.incident);
  return incident === undefined || incident.status === "resolved" ? "feed" : null;
}

type LastSeen = { okAt: number; failedAt: number };

function lastSeenOf(site: Site | undefined): LastSeen {
  return site === undefined ? { okAt: 0, failedAt: 0 } : { okAt: site.pageOkAt, failedAt: lastFailure(site) };
}

/** Of a provider, or one region of it: the last answer and the last failure of any host that stands there. */
function lastSeenOn(subject: string, world: World): LastSeen {
  const seen = { okAt: 0, failedAt: 0 };
  for (const { hosts } of Object.values(world.sites)) {
    for (const { on, okAt, trouble } of Object.values(hosts)) {
      if (on !== subject && !on?.startsWith(`${subject}/`)) continue;
      seen.okAt = Math.max(seen.okAt, okAt);
      seen.failedAt = Math.max(seen.failedAt, trouble?.faults.at(-1)?.at ?? 0);
    }
  }
  return seen;
}

function lastFailure({ hosts }: Site): number {
  return Math.max(0, ...Object.values(hosts).map(({ trouble }) => trouble?.faults.at(-1)?.at ?? 0));
}

/** A watch that nobody waits for any more. */
export function isExpired(watch: Watch, now: number): boolean {
  return now - watch.asked > EXPIRES_AFTER;
}
