import type { IncidentSeverity } from "../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { placesByRegion } from "./incident-places.ts";
import { earliest, isoTime, latest } from "./parse-time.ts";
import { toIncidents } from "./to-incident.ts";
import { worstSeverity } from "./worst-severity.ts";

/** The state of one component; `severity` null: it works. `changed`: milliseconds of the epoch. */
export type ComponentState = { name: string; region?: string | null; severity: IncidentSeverity | null; changed?: number | null };

/** The state that a page shows as a whole, where it does; `severity` null: it works. `text`: the page's own headline. */
type PageState = { severity?: IncidentSeverity | null; text?: string; updated?: number | null };

/** Whether any of the incidents is not resolved. Such a page has announced its trouble. */
export function hasOpenIncident(incidents: SourceIncident[]): boolean {
  return incidents.some(({ status }) => status !== "resolved");
}

/**
 * The incident of a page that shows an outage and has not announced one: components that fail, or a bad overall state over an empty
 * list of incidents. Empty where everything works. Components in maintenance count only where no other component fails.
 */
export function unannouncedOutage(source: SourceContext, components: ComponentState[], page: PageState = {}): SourceIncident[] {
  const { severity: pageSeverity = null, text = "", updated = null } = page;
  const affected = components.filter(({ severity }) => severity !== null);
  if (affected.length === 0 && pageSeverity === null) return [];
  const failing = affected.filter(({ severity }) => severity !== "maintenance");
  const shown = failing.length > 0 ? failing : affected;
  const changes = shown.map(({ changed }) => changed ?? null);
  const started = earliest(changes) ?? updated;
  const names = [...new Set(shown.map(({ name }) => name))].join(", ");
  const day = started === null ? "now" : isoTime(started).slice(0, 10).replaceAll("-", "");
  return toIncidents(source, {
    id: `components-${day}`,
    places: placesByRegion(shown.map(({ name, region = null, severity }) => ({ service: name, region, severity }))),
    severity: worstSeverity(shown.map(({ severity }) => severity)) ?? pageSeverity ?? "minor",
    status: "investigating",
    started,
    updated: latest([updated, ...changes]),
    title: text || `Not operating normally: ${names || "see the page"}`,
    posts: names === "" ? [] : [`Not operating normally: ${names}.`],
  });
}
