import type { IncidentSeverity } from "../../feed/incident.ts";
import { MAX_SERVICE_LENGTH } from "../../feed/limits.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { placesByRegion } from "./incident-places.ts";
import { earliest, isoTime, latest } from "./parse-time.ts";
import { plainText } from "./plain-text.ts";
import { toIncidents } from "./to-incident.ts";
import { worstSeverity } from "./worst-severity.ts";

/** The state of one component; `severity` null: it works. `changed`: milliseconds of the epoch. */
export type ComponentState = { name: string; region?: string | null; severity: IncidentSeverity | null; changed?: number | null };

/** The state that a page shows as a whole, where it does; `severity` null: it works. `text`: the page's own headline. */
type PageState = { severity?: IncidentSeverity | null; text?: string; updated?: number | null };

/** Which incidents of a page are open: those of trouble, and planned work. */
function openIncidents(incidents: SourceIncident[]): { trouble: SourceIncident[]; planned: SourceIncident[] } {
  const open = incidents.filter(({ status }) => status !== "resolved");
  return {
    trouble: open.filter(({ severity }) => severity !== "maintenance"),
    planned: open.filter(({ severity }) => severity === "maintenance"),
  };
}

/** Whether any of the incidents is open and no planned work. */
export function hasTrouble(incidents: SourceIncident[]): boolean {
  return openIncidents(incidents).trouble.length > 0;
}

/**
 * What a page shows and has not announced, where the states of its components follow from what is announced: an open incident explains
 * them all. Planned work explains no component that fails, and no state of the page but a light one.
 */
export function untoldOutage(
  source: SourceContext,
  announced: SourceIncident[],
  components: ComponentState[],
  page: PageState = {},
): SourceIncident[] {
  const { trouble, planned } = openIncidents(announced);
  if (trouble.length > 0) return [];
  const untold = components.filter(({ severity }) => !(severity === "maintenance" && planned.length > 0));
  const isLight = page.severity === "maintenance" || page.severity === "minor";
  const isExplained =
    (isLight && planned.length > 0) || components.some(({ severity }) => severity !== null && (severity !== "maintenance" || isLight));
  return unannouncedOutage(source, untold, isExplained ? { ...page, severity: null } : page);
}

/**
 * The same where monitors, and not people, set the states of components: then an open incident explains only the components that it
 * names, or all where it names none.
 */
export function unnamedOutage(
  source: SourceContext,
  announced: SourceIncident[],
  components: ComponentState[],
  page: PageState = {},
): SourceIncident[] {
  const { trouble } = openIncidents(announced);
  if (trouble.length === 0) return untoldOutage(source, announced, components, page);
  const named = new Set(trouble.flatMap(({ services }) => services));
  if (trouble.some(({ services }) => services.length === 0)) return [];
  const down = ({ name, severity }: ComponentState) =>
    severity !== null && severity !== "maintenance" && !named.has(plainText(name, MAX_SERVICE_LENGTH));
  return unannouncedOutage(source, components.filter(down));
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
    // Names of components are read for places one by one.
    named: text,
    posts: names === "" ? [] : [`Not operating normally: ${names}.`],
  });
}
