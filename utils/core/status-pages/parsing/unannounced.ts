import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { placesByRegion } from "./incident-places.ts";
import { earliest, isoTime, latest } from "./parse-time.ts";
import { toIncidents } from "./to-incident.ts";
import { worstSeverity } from "./worst-severity.ts";

/** A component that does not work; `severity` null: it does. */
export type Failing = { name: string; region?: string | null; severity: IncidentSeverity | null; changed?: number | null };

/** What the page says of itself as a whole: how bad, in which words, as of when. */
type WholePage = { severity: IncidentSeverity | null; words: string; updated: number | null };

/**
 * The incident of a page that shows trouble and tells of none: components out of order, or a bad light over an empty list.
 * Nothing when all works. Components in maintenance speak only where no other fails.
 */
export function unannouncedOutage(source: SourceContext, components: Failing[], page: WholePage): SourceIncident[] {
  const suffering = components.filter(({ severity }) => severity !== null);
  if (suffering.length === 0 && page.severity === null) return [];
  const failing = suffering.filter(({ severity }) => severity !== "maintenance");
  const shown = failing.length > 0 ? failing : suffering;
  const changes = shown.map(({ changed }) => changed ?? null);
  const started = earliest(changes) ?? page.updated;
  const names = [...new Set(shown.map(({ name }) => name))].join(", ");
  const day = started === null ? "now" : isoTime(started).slice(0, 10).replaceAll("-", "");
  return toIncidents(source, {
    id: `components-${day}`,
    places: placesByRegion(shown.map(({ name, region = null, severity }) => ({ service: name, region, severity }))),
    severity: worstSeverity(shown.map(({ severity }) => severity)) ?? page.severity ?? "minor",
    status: "investigating",
    started,
    updated: latest([page.updated, ...changes]),
    title: page.words || `Not operating normally: ${names || "see the page"}`,
    posts: names === "" ? [] : [`Not operating normally: ${names}.`],
  });
}
