/**
 * Azure's status feed: `rssfeed.azure.status.microsoft/en-us/status/feed/`. Undocumented; seen 21 July 2024, 29 October 2025, 23 July
 * 2026 and, empty, 25 September 2026.
 *
 * Holds one item per incident while that is on the public page, so it is empty nearly always. No status and no severity.
 * Traps: categories mix services with names of regions; a guid is a slug of the title and is used again years later; items link to names
 * of single machines.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import { feedAdapter } from "../../parsing/feeds/feed-adapter.ts";
import type { FeedDocument, FeedItem } from "../../parsing/feeds/feed-items.ts";
import { fingerprint } from "../../parsing/incident-id.ts";
import { incidentPlaces } from "../../parsing/incident-places.ts";
import { isoTime } from "../../parsing/parse-time.ts";
import { findRegions, regionId } from "../../parsing/region-ids.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";

export const azureRss = feedAdapter("azure-rss", (feed, source) => {
  if (!isFromAzure(feed)) return null;
  return feed.items.flatMap((item) => {
    const categories = item.categories.map((category) => regionId("azure", category)).filter((region) => region !== null);
    const isGlobal = item.categories.some((category) => NON_REGIONAL.test(category));
    // Older items carry no categories; their titles name the region: "Virtual Machines - East US - Applying Mitigation".
    const regions = categories.length > 0 || isGlobal ? categories : findRegions("azure", item.title);
    const services = item.categories.filter((category) => regionId("azure", category) === null && !NON_REGIONAL.test(category));
    const stage = RESOLVED.test(item.title) ? "resolved" : stageFromText([item.body]);
    return toIncidents(source, {
      id: idOf(item),
      places: incidentPlaces(isGlobal ? ["global"] : regions, services),
      severity: severityOf(item.title, services, new Set(regions).size),
      status: stage,
      isWorldwide: isGlobal || regions.length > 0,
      started: item.published,
      updated: item.updated ?? item.published,
      title: item.title,
      posts: [item.body],
      // Without links: the items link to machine names such as azurestatusprodncus.azurewebsites.net.
    });
  });
});

/** Whether the feed is Azure's. An empty feed of another vendor must not read as Azure without incidents. */
function isFromAzure(feed: FeedDocument): boolean {
  return /azure/i.test(feed.title) || /azure/i.test(feed.link);
}

const NON_REGIONAL = /non-regional|^global$|^worldwide$/i;
const RESOLVED = /^\s*\[?(?:resolved|mitigated|closed)\b|\b(?:resolved|mitigated)\]?\s*$/i;

function idOf(item: FeedItem): string {
  const at = item.published === null ? fingerprint(item.body) : isoTime(item.published).replace(/[-:]/g, "").slice(0, 13);
  return `${item.id}-${at}`;
}

/** Services that most of Azure depends on. Judged: an incident of these, or of more than five regions, is major. */
const BACKBONE = /front door|entra|active directory|\bnetwork(?:ing)?\b/i;

function severityOf(title: string, services: string[], regions: number): IncidentSeverity {
  return regions > 5 || [title, ...services].some((name) => BACKBONE.test(name)) ? "major" : "minor";
}
