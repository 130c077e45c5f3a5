/**
 * Pages hosted by Atlassian Statuspage, API version 2 (documented under `/api` of each page): summary, incidents, unresolved, components,
 * scheduled-maintenances and status JSON. incident.io serves the same, with nulls and missing keys. Seen from 2019 to 2026 (GitHub and
 * others).
 *
 * Holds the page's indicator, components with states, and incidents and maintenances with updates.
 * Traps: the worst of indicator, incidents and components counts, because an incident can be open while the indicator is "none" (GitHub,
 * 23 September 2026), and components can be down without an incident; groups are listed among the components
 * (`statuspage-component.ts`); `incidents` holds resolved ones too.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import { MAX_URL_LENGTH } from "../../../feed/limits.ts";
import { withoutEndSlashes } from "../../../net/end-slashes.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf, textsOf } from "../../parsing/fields.ts";
import { type IncidentPlace, placesByRegion } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { hasTrouble, untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { pathSegment } from "../../parsing/web-address.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { STATUSPAGE } from "../word-table.ts";
import { type Component, readComponent } from "./statuspage-component.ts";
import { readStage, type StagedEvent } from "./statuspage-stage.ts";

export const statuspage = jsonAdapter("statuspage", readStatuspage);

/** The parser of the adapter, which `incident-io.ts` uses too. Null: not a Statuspage payload. */
export function readStatuspage(value: unknown, source: SourceContext, unknown: UnknownValues): SourceIncident[] | null {
  const document = Array.isArray(value) ? bareList(value) : fieldsOf(value);
  if (document === null || !isStatuspage(document)) return null;
  const rawComponents = listOf(document.components, unknown);
  const groups = new Map(rawComponents.filter((raw) => raw.group === true).map((raw) => [textOf(raw.id), textOf(raw.name)]));
  const read = (raw: Fields) => readComponent(raw, groups, source, unknown);
  const components = rawComponents.map(read).filter((component) => component !== null);
  const incidents = listOf(document.incidents, unknown).map((raw) => readStage(raw, false, unknown));
  const maintenances = listOf(document.scheduled_maintenances).map((raw) => readStage(raw, true, unknown));
  const open = incidents.filter(({ stage, maintenance }) => stage !== "resolved" && stage !== "planned" && !maintenance);
  const indicator = meaningOf(STATUSPAGE.impact, fieldsOf(document.status)?.indicator, unknown);
  const page: Page = {
    url: textOf(fieldsOf(document.page)?.url),
    components,
    read,
    indicator: indicator === "none" ? null : indicator,
    hasOneOpenIncident: open.length === 1,
  };
  const announced = [...incidents, ...maintenances]
    .filter(({ stage }) => stage !== "planned")
    .flatMap((event) => readEvent(event, page, source, unknown));
  const description = textOf(fieldsOf(document.status)?.description);
  const updated = parseTime(fieldsOf(document.page)?.updated_at);
  return [...announced, ...untoldOutageOf(page, announced, description, updated, source)];
}

/** A list without its envelope, as archives of the API keep it. Null for an empty list, whose format cannot be known. */
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
  const hasIndicator = typeof fieldsOf(document.status)?.indicator === "string";
  const hasLists = lists.some(Array.isArray);
  if (page !== null) return hasLists || hasIndicator;
  return (
    (hasLists && hasIndicator) || (!isGiven(document.status) && Array.isArray(document.incidents) && bareList(document.incidents) !== null)
  );
}

type Page = {
  url: string;
  components: Component[];
  read: (raw: Fields) => Component | null;
  indicator: IncidentSeverity | null;
  /** Exactly one incident is open, so the indicator and the components are about it. */
  hasOneOpenIncident: boolean;
};

function readEvent(
  { raw, stage, maintenance, resolved }: StagedEvent,
  page: Page,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const impact = meaningOf(STATUSPAGE.impact, firstText(raw.impact_override, raw.impact), unknown);
  const own = listOf(raw.components)
    .map(page.read)
    .filter((component) => component !== null);
  const isResolved = stage === "resolved";
  const updates = newestFirst(
    listOf(raw.incident_updates).map((update) => ({
      at: parseTime(update.display_at) ?? parseTime(update.created_at),
      body: textOf(update.body),
    })),
  );
  const isOnlyOne = page.hasOneOpenIncident && !maintenance && !isResolved;
  const affected = own.length > 0 || !isOnlyOne ? own : page.components.filter(isFailing);
  const created = parseTime(raw.created_at);
  const began = parseTime(raw.started_at);
  const postedAfterwards = began !== null && resolved !== null && began > resolved;
  const { places, edgeOnly } = placesOf(affected);
  const isWorldwide = places[0]?.region === null && affected.length > 0 && affected.every(({ region }) => region !== null);
  const stated = worstSeverity(["minor", impact === "none" ? null : impact, isOnlyOne && !edgeOnly ? page.indicator : null]) ?? "minor";
  // A vendor that states "major" has weighed its components. For "minor" or nothing, the components can raise the severity.
  const products = isResolved || stated !== "minor" ? [] : affected.filter((component) => !component.edge);
  const severity = worstSeverity([stated, ...products.map((component) => component.severity)]) ?? "minor";
  // An incident of many cities is still not one of the whole CDN.
  const manyCities = edgeOnly && places[0]?.region === null;
  return toIncidents(source, {
    id: textOf(raw.id),
    places,
    isWorldwide,
    severity: maintenance ? "maintenance" : manyCities ? "minor" : severity,
    status: stage === null || stage === "planned" ? stageFromText(updates.map(({ body }) => body)) : stage,
    // What is posted when it is over is dated back in `created_at`, and `started_at` is when it was posted (GitHub).
    started: (maintenance ? parseTime(raw.scheduled_for) : null) ?? earliest([began, created]) ?? earliest(updates.map(({ at }) => at)),
    acknowledged: postedAfterwards ? began : (created ?? earliest(updates.map(({ at }) => at))),
    updated: parseTime(raw.updated_at) ?? latest(updates.map(({ at }) => at)),
    resolved,
    title: textOf(raw.name),
    posts: updates.map(({ body }) => body),
    links: [...textsOf([raw.shortlink, raw.url]), incidentPage(page.url, textOf(raw.id)), incidentPage(source.page, textOf(raw.id))],
  });
}

/** The page of an incident: both platforms have it at this path. "" where there is none. */
function incidentPage(page: string, id: string): string {
  if (id === "" || page.length > MAX_URL_LENGTH || !/^https?:/.test(page)) return "";
  return `${withoutEndSlashes(page)}/incidents/${pathSegment(id)}`;
}

/** Whether a product fails: neither maintenance nor a single city, around which traffic is re-routed. */
function isFailing({ severity, edge }: Component): boolean {
  return severity !== null && severity !== "maintenance" && !edge;
}

/** The places of an incident. Points of presence count only where no other component is named. */
function placesOf(components: Component[]): { places: IncidentPlace[]; edgeOnly: boolean } {
  const products = components.filter((component) => !component.edge);
  const edgeOnly = products.length === 0 && components.length > 0;
  // Where all failing components have a region, those are the places: a working component without a region does not mean everywhere.
  const failing = products.filter(isFailing);
  const located = failing.length > 0 && failing.every(({ region }) => region !== null) ? failing : products;
  const places = placesByRegion((edgeOnly ? components : located).map(({ name, region }) => ({ service: name, region })));
  return { places, edgeOnly };
}

/** The outage that a page shows without an incident: failing components, or an indicator that nothing explains. */
function untoldOutageOf(
  page: Page,
  announced: SourceIncident[],
  headline: string,
  updated: number | null,
  source: SourceContext,
): SourceIncident[] {
  const { indicator } = page;
  const failing = page.components
    .filter((component) => !component.edge)
    .map((component) => (indicator === "major" && component.severity === "critical" ? { ...component, severity: indicator } : component));
  // Cities of a CDN explain an indicator, and are no outage.
  const isExplained = page.components.some(({ severity }) => severity !== null);
  const isAlone = !hasTrouble(announced);
  return untoldOutage(source, announced, failing, {
    severity: isExplained ? null : indicator,
    text: indicator === null || !isAlone ? "" : headline,
    updated,
  });
}
