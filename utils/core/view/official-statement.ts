import { namedPlace } from "../diagnosis/named-place.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import type { Feed } from "../feed/feed.ts";
import type { Incident } from "../feed/incident.ts";
import { sourceReading } from "../status-pages/source-reading.ts";

/** What a provider itself says about an outage. Times are ISO. */
export type OfficialStatement =
  | { state: "stated"; provider: string; url: string; acknowledged: string; title: string; summary: string; updated: string }
  /** Its status page was read at `checked` and mentions nothing, which people want to know too. */
  | { state: "silent"; provider: string; checked: string }
  | { state: "unreadable"; provider: string; checked: string | null };

/** Whether what speaks is a page that was found by its name: it goes by the site's domain, and providers of the list by an id without a dot. */
export function isFoundByName(provider: string): boolean {
  return provider.includes(".");
}

/**
 * The statement of the provider that an incident is about, or that the verdict names.
 * @returns null where no provider is meant, or where the feed does not read its status page
 */
export function officialStatement(feed: Feed | null, verdict: Verdict, incident: Incident | null): OfficialStatement | null {
  const provider = incident?.provider ?? namedPlace(verdict)?.provider ?? null;
  if (provider === null || feed === null) return null;
  if (incident?.official != null) {
    const { url, acknowledged } = incident.official;
    return { state: "stated", provider, url, acknowledged, title: incident.title, summary: incident.summary, updated: incident.updated };
  }
  const source = sourceReading(feed.sources, provider);
  if (source === null) return null;
  return source.ok ? { state: "silent", provider, checked: source.checked } : { state: "unreadable", provider, checked: source.checked };
}
