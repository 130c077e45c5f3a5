import type { IncidentSeverity } from "../../feed/feed.ts";
import { feedAdapter } from "../parsing/feed-document.ts";
import type { FeedDocument, FeedItem } from "../parsing/feed-items.ts";
import { incidentPlaces } from "../parsing/incident-places.ts";
import { isoTime } from "../parsing/parse-time.ts";
import { findRegions, regionId } from "../parsing/region-ids.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { fingerprint, toIncidents } from "../parsing/to-incident.ts";

/**
 * Azure's status feed: empty nearly always, an item for as long as an incident is on the public page, no state and no severity.
 * Categories mix services with the display names of regions. A guid is a slug of the title and used again years later.
 */
export const azureRss = feedAdapter("azure-rss", (feed, source) => {
  if (!isFromAzure(feed)) return null;
  return feed.items.flatMap((item) => {
    const categories = item.categories.map((category) => regionId("azure", category)).filter((region) => region !== null);
    const everywhere = item.categories.some((category) => NON_REGIONAL.test(category));
    // Older items carry no categories; their titles name the region: "Virtual Machines - East US - Applying Mitigation".
    const regions = categories.length > 0 || everywhere ? categories : findRegions("azure", item.title);
    const services = item.categories.filter((category) => regionId("azure", category) === null && !NON_REGIONAL.test(category));
    const over = RESOLVED.test(item.title);
    return toIncidents(source, {
      id: idOf(item),
      places: incidentPlaces(everywhere ? ["global"] : regions, services),
      severity: severityOf(item.title, services, new Set(regions).size),
      status: over ? "resolved" : statusFromText([item.body]),
      started: item.published,
      updated: item.updated ?? item.published,
      title: item.title,
      posts: [item.body],
      // The items link to machine names such as azurestatusprodncus.azurewebsites.net.
      url: source.page,
    });
  });
});

/** Another vendor's feed is not Azure being fine. */
function isFromAzure(feed: FeedDocument): boolean {
  return /azure/i.test(feed.title) || /azure/i.test(feed.link);
}

const NON_REGIONAL = /non-regional|^global$|^worldwide$/i;
const RESOLVED = /^\s*\[?(?:resolved|mitigated|closed)\b|\b(?:resolved|mitigated)\]?\s*$/i;

function idOf(item: FeedItem): string {
  const at = item.published === null ? fingerprint(item.body) : isoTime(item.published).replace(/[-:]/g, "").slice(0, 13);
  return `${item.id}-${at}`;
}

/** What carries all of Azure, or more regions than one can list, is major. */
const BACKBONE = /front door|entra|active directory|\bnetwork(?:ing)?\b/i;

function severityOf(title: string, services: string[], regions: number): IncidentSeverity {
  return regions > 5 || [title, ...services].some((name) => BACKBONE.test(name)) ? "major" : "minor";
}
