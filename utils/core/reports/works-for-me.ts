import type { Feed } from "../feed/feed.ts";
import { isFeedFresh } from "../feed/freshness.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { MINUTE } from "../time.ts";
import type { Site, World } from "../world/world.ts";
import { isBehindIntermediary } from "./behind-intermediary.ts";
import { bucketStart, bucketText, type Report } from "./report.ts";
import { WATCHED_AT_MOST } from "./report-limits.ts";

/** A service counts as working when a page of it loaded within this time. Judged. */
const WORKED_WITHIN = 10 * MINUTE;

/**
 * Answers "it works for me" about every service that the feed has on watch and that this browser loaded without a failure lately.
 * Only browsers with full access answer: without that, an error page looks like any page. Pure.
 * @param feed the document of the one feed that takes the reports
 * @param now milliseconds of the epoch; the report carries only the five minutes it falls into
 */
export function worksForMeReports(
  world: Pick<World, "mode" | "online" | "proxiedAt" | "intermediaryAt" | "sites">,
  feed: Feed | null,
  now: number,
  knowledge: Knowledge,
): Report[] {
  const watched = servicesOnWatch(feed, now);
  if (watched.size === 0 || world.mode !== "full" || !world.online) return [];
  if (isBehindIntermediary(world, now)) return [];
  const reports = new Map<string, Report>();
  for (const [name, site] of Object.entries(world.sites)) {
    const service = knowledge.serviceOf(name);
    if (service === null || service.sensitive === true || !watched.has(service.id)) continue;
    if (!worksFine(site, now)) continue;
    reports.set(service.id, { v: 1, service: service.id, on: null, failure: "ok", bucket: bucketText(bucketStart(now)) });
  }
  return [...reports.values()];
}

/** The services that a feed may ask about; none where it asks about more than any honest feed does. */
function servicesOnWatch(feed: Feed | null, now: number): Set<string> {
  if (!isFeedFresh(feed, now)) return new Set();
  const watched = new Set(feed.services.flatMap(({ id, state }) => (state === "watch" ? [id] : [])));
  return watched.size > WATCHED_AT_MOST ? new Set() : watched;
}

/** A page of the site loaded lately, and nothing of it fails. */
function worksFine(site: Site, now: number): boolean {
  return site.pageOkAt > 0 && now - site.pageOkAt <= WORKED_WITHIN && Object.values(site.hosts).every(({ trouble }) => trouble === null);
}
