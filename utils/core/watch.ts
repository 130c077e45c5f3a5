import { DAY, MINUTE, SECOND } from "./time.ts";
import type { Site, World } from "./world.ts";

/** A person asked to be told, once, when a site is back. */
export type Watch = {
  /** Registrable domain. */
  site: string;
  /** The host that failed: what a light check asks, and what a click on the notification opens. */
  host: string;
  /** What people call it. */
  name: string;
  /** Milliseconds of the epoch. */
  asked: number;
  /** The incident that stood behind it, by its id in the feed; null where none did. */
  incident: string | null;
  /** The person lets this one site be asked now and then. */
  check: boolean;
};

/** How it is known: the person opened it and it worked, or the feed says that the incident is over. */
export type Return = "here" | "feed";

/** Nobody waits longer than this. */
const PATIENCE = DAY;
/** A page that came and was followed by no failure for so long is back, though the verdict may still wait for more. */
const SETTLED = 30 * SECOND;
/** While it still failed here so lately, the feed's word that it is over is not believed. */
const FRESH_FAILURE = 5 * MINUTE;

/** Whether a watched site is back, by what this browser saw itself; else by a fresh feed. Null while it is not, or not known. */
export function returnOf(watch: Watch, world: World, now: number): Return | null {
  const site = world.sites[watch.site];
  const failedAt = site === undefined ? 0 : lastFailure(site);
  if (site !== undefined && site.pageOkAt > Math.max(watch.asked, failedAt) && now - site.pageOkAt >= SETTLED) return "here";
  const { feed } = world;
  if (failedAt > watch.asked && now - failedAt < FRESH_FAILURE) return null;
  if (watch.incident === null || feed === null || Date.parse(feed.expires) <= now || Date.parse(feed.issued) <= watch.asked) return null;
  const incident = feed.incidents.find(({ id }) => id === watch.incident);
  return incident === undefined || incident.status === "resolved" ? "feed" : null;
}

function lastFailure({ hosts }: Site): number {
  return Math.max(0, ...Object.values(hosts).map(({ trouble }) => trouble?.faults.at(-1)?.at ?? 0));
}

/** A watch that nobody waits for any more. */
export function isForgotten(watch: Watch, now: number): boolean {
  return now - watch.asked > PATIENCE;
}
