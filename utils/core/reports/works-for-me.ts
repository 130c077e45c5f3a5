import type { Feed } from "../feed/feed.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { MINUTE } from "../time.ts";
import type { Site, World } from "../world/world.ts";
import { bucketStart, bucketText, type Report } from "./report.ts";

/** The detector asks about services that it has on watch; who loaded one so lately may answer. */
const WORKED_WITHIN = 10 * MINUTE;

/**
 * "It works for me", for every service that the feed has on watch and that this browser loaded fine lately. Only browsers with full
 * access answer: without it an error page looks like any page. Pure.
 * @param now milliseconds of the epoch; only its five minutes are told
 */
export function worksForMeReports(
  world: Pick<World, "feed" | "mode" | "online" | "proxiedAt" | "sites">,
  now: number,
  knowledge: Knowledge,
): Report[] {
  const asked = askedAbout(world.feed, now);
  if (asked.size === 0 || world.mode !== "full" || !world.online || now - world.proxiedAt <= WORKED_WITHIN) return [];
  const reports = new Map<string, Report>();
  for (const [name, site] of Object.entries(world.sites)) {
    const service = knowledge.serviceOf(name);
    if (service === null || service.sensitive === true || !asked.has(service.id)) continue;
    if (!worksFine(site, now)) continue;
    reports.set(service.id, { v: 1, service: service.id, on: null, failure: "ok", bucket: bucketText(bucketStart(now)) });
  }
  return [...reports.values()];
}

function askedAbout(feed: Feed | null, now: number): Set<string> {
  if (feed === null || Date.parse(feed.expires) <= now) return new Set();
  return new Set(feed.services.flatMap(({ id, state }) => (state === "watch" ? [id] : [])));
}

/** A page of it came, and nothing of it has failed lately. */
function worksFine(site: Site, now: number): boolean {
  return site.pageOkAt > 0 && now - site.pageOkAt <= WORKED_WITHIN && Object.values(site.hosts).every(({ trouble }) => trouble === null);
}
