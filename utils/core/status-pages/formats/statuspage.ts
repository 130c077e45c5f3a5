import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf } from "../parsing/fields.ts";
import { type IncidentPlace, placesByRegion } from "../parsing/incident-places.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { inAddress, toIncidents } from "../parsing/to-incident.ts";
import { unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";
import { type Component, componentOf } from "./statuspage-component.ts";
import { type Staged, stagedOf } from "./statuspage-stage.ts";

/**
 * Atlassian Statuspage v2: summary, incidents, unresolved, components, scheduled-maintenances and status JSON, and the same
 * as incident.io serves it (nulls and missing keys). Worst of indicator, incidents and components: an incident can be open
 * while the page says "none" (GitHub, 23 September 2026), and components can be down without an incident.
 */
export const statuspage = jsonAdapter("statuspage", readStatuspage);

const IMPACTS = vocabulary<IncidentSeverity | "none">({
  none: "none",
  minor: "minor",
  major: "major",
  critical: "critical",
  maintenance: "maintenance",
});

/** The reader behind the adapter; incident.io's compatible payloads come here too. Null: not a Statuspage payload. */
export function readStatuspage(value: unknown, source: SourceContext, unknown: UnknownValues): SourceIncident[] | null {
  const document = Array.isArray(value) ? bareList(value) : fieldsOf(value);
  if (document === null || !isStatuspage(document)) return null;
  const rawComponents = listOf(document.components, unknown);
  const groups = new Map(rawComponents.filter((raw) => raw.group === true).map((raw) => [textOf(raw.id), textOf(raw.name)]));
  const read = (raw: Fields) => componentOf(raw, groups, source, unknown);
  const components = rawComponents.map(read).filter((component) => component !== null);
  const incidents = listOf(document.incidents, unknown).map((raw) => stagedOf(raw, false, unknown));
  const maintenances = listOf(document.scheduled_maintenances).map((raw) => stagedOf(raw, true, unknown));
  const open = incidents.filter(({ stage, maintenance }) => stage !== "resolved" && stage !== "planned" && !maintenance);
  const indicator = meaningOf(IMPACTS, fieldsOf(document.status)?.indicator, unknown);
  const page: Page = {
    url: textOf(fieldsOf(document.page)?.url),
    components,
    read,
    indicator: indicator === "none" ? null : indicator,
    alone: open.length === 1,
  };
  const told = [...incidents, ...maintenances]
    .filter(({ stage }) => stage !== "planned")
    .flatMap((event) => readEvent(event, page, source, unknown));
  if (open.length > 0) return told;
  const description = textOf(fieldsOf(document.status)?.description);
  const updated = parseTime(fieldsOf(document.page)?.updated_at);
  return [...told, ...readUntold(page, told, description, updated, source)];
}

/** Lists without their envelope, as archives of the API keep them. An empty one says nothing. */
function bareList(value: unknown[]): Fields | null {
  const list = listOf(value);
  if (list.length === 0) return null;
  if (list.every((item) => "incident_updates" in item || "impact" in item)) return { incidents: list };
  return list.every((item) => "status" in item && "page_id" in item) ? { page: {}, components: list } : null;
}

function isStatuspage(document: Fields): boolean {
  const lists = [document.incidents, document.components, document.scheduled_maintenances];
  if (lists.some((list) => isGiven(list) && !Array.isArray(list))) return false;
  const page = fieldsOf(document.page);
  if (page !== null && typeof page.status === "string") return false;
  const hasLight = typeof fieldsOf(document.status)?.indicator === "string";
  const hasLists = lists.some(Array.isArray);
  if (page !== null) return hasLists || hasLight;
  return (
    (hasLists && hasLight) || (!isGiven(document.status) && Array.isArray(document.incidents) && bareList(document.incidents) !== null)
  );
}

type Page = {
  url: string;
  components: Component[];
  read: (raw: Fields) => Component | null;
  indicator: IncidentSeverity | null;
  /** Exactly one incident is open, so what the page says is said of it. */
  alone: boolean;
};

function readEvent(
  { raw, stage, maintenance, resolved }: Staged,
  page: Page,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const impact = meaningOf(IMPACTS, firstText(raw.impact_override, raw.impact), unknown);
  const own = listOf(raw.components)
    .map(page.read)
    .filter((component) => component !== null);
  const over = stage === "resolved";
  const updates = listOf(raw.incident_updates)
    .map((update) => ({ at: parseTime(update.display_at) ?? parseTime(update.created_at), body: textOf(update.body) }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const alone = page.alone && !maintenance && !over;
  const affected = own.length > 0 || !alone ? own : page.components.filter(isFailing);
  const created = parseTime(raw.created_at);
  const { places, edgeOnly } = placesOf(affected);
  const stated = worstSeverity(["minor", impact === "none" ? null : impact, alone && !edgeOnly ? page.indicator : null]) ?? "minor";
  // A vendor that says "major" has looked at its components; one that says "minor" or nothing may not have.
  const products = over || stated !== "minor" ? [] : affected.filter((component) => !component.edge);
  const severity = worstSeverity([stated, ...products.map((component) => component.severity)]) ?? "minor";
  // Many cities at once are still not the CDN.
  const manyCities = edgeOnly && places[0]?.region === null;
  return toIncidents(source, {
    id: textOf(raw.id),
    places,
    severity: maintenance ? "maintenance" : manyCities ? "minor" : severity,
    status: over ? "resolved" : stage === null || stage === "planned" ? statusFromText(updates.map(({ body }) => body)) : stage,
    started:
      (maintenance ? parseTime(raw.scheduled_for) : null) ?? parseTime(raw.started_at) ?? created ?? earliest(updates.map(({ at }) => at)),
    acknowledged: created ?? earliest(updates.map(({ at }) => at)),
    updated: parseTime(raw.updated_at) ?? latest(updates.map(({ at }) => at)),
    resolved,
    title: textOf(raw.name),
    posts: updates.map(({ body }) => body),
    url: firstText(raw.shortlink, raw.url, incidentPage(page.url, textOf(raw.id))),
  });
}

/** incident.io leaves the short link out; both keep an incident's page here. */
function incidentPage(page: string, id: string): string {
  return id !== "" && /^https?:/.test(page) ? `${page.replace(/\/+$/, "")}/incidents/${inAddress(id)}` : "";
}

/** A product out of order: not in maintenance, and no city that traffic is routed around. */
function isFailing({ severity, edge }: Component): boolean {
  return severity !== null && severity !== "maintenance" && !edge;
}

/** One city of a CDN is not the CDN: points of presence are places, and only count where nothing else is named. */
function placesOf(components: Component[]): { places: IncidentPlace[]; edgeOnly: boolean } {
  const products = components.filter((component) => !component.edge);
  const edgeOnly = products.length === 0 && components.length > 0;
  // Of a list with regions and more, what is out of order tells where: the manager that works besides it does not mean everywhere.
  const failing = products.filter(isFailing);
  const telling = failing.length > 0 && failing.every(({ region }) => region !== null) ? failing : products;
  const places = placesByRegion((edgeOnly ? components : telling).map(({ name, region }) => ({ service: name, region })));
  return { places, edgeOnly };
}

/** What the page shows without telling of it: components out of order, or an indicator that nothing explains. */
function readUntold(page: Page, told: SourceIncident[], words: string, updated: number | null, source: SourceContext): SourceIncident[] {
  const planned = told.some(({ severity, status }) => severity === "maintenance" && status !== "resolved");
  const suffering = page.components.filter(({ severity }) => severity !== null && !(severity === "maintenance" && planned));
  const explained = planned || page.components.some(({ severity }) => severity !== null);
  const { indicator } = page;
  const failing = suffering
    .filter((component) => !component.edge)
    .map((component) => (indicator === "major" && component.severity === "critical" ? { ...component, severity: indicator } : component));
  return unannouncedOutage(source, failing, { severity: explained ? null : indicator, words: indicator === null ? "" : words, updated });
}
