/**
 * `incidents.json` of Google Cloud, Workspace, Firebase, Play and Search. Documented by `status.cloud.google.com/incidents.schema.json`;
 * seen July 2022, June and July 2026.
 *
 * Holds a JSON array of open and recent incidents: affected products and locations, updates, status.
 * Traps: an open incident has no `end`, or one that is null; a location can be a zone; incidents before 2022 have no locations, and those
 * of Workspace have none at all; the description can be Markdown; one Workspace page serves many sites (`google-sites.ts`).
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, recognised, textOf } from "../../parsing/fields.ts";
import { incidentPlaces } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { textLines } from "../../parsing/plain-text.ts";
import { findRegions, regionId, withoutZone } from "../../parsing/region-ids.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { GOOGLE } from "../word-table.ts";
import { googleSites } from "./google-sites.ts";

export const googleCloud = jsonAdapter("google-cloud", (value, source, unknown) => {
  if (!Array.isArray(value)) return null;
  const isIncident = (item: Fields) => ("begin" in item || "created" in item) && ("external_desc" in item || "status_impact" in item);
  return recognised(value, isIncident, unknown)?.flatMap((incident) => readIncident(incident, source, unknown)) ?? null;
});

type Impact = "information" | "disruption" | "outage" | "available";

function readIncident(incident: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const end = parseTime(incident.end);
  if (isGiven(incident.end) && end === null) unknown.add(incident.end);
  const updates = newestFirst(
    listOf(incident.updates).map((update) => ({
      at: parseTime(update.when) ?? parseTime(update.created),
      text: textOf(update.text),
      raw: update,
    })),
  );
  const newest = fieldsOf(incident.most_recent_update) ?? updates[0]?.raw ?? {};
  for (const { raw } of updates) meaningOf(GOOGLE.impact, raw.status, unknown);
  const isRecovering = meaningOf(GOOGLE.impact, newest.status, unknown) === "available";
  const description = textOf(incident.external_desc);
  const posts = updates.length > 0 ? updates.map(({ text }) => text) : [firstText(newest.text, description)];
  const regions = regionsOf(incident, end === null);
  const products = listOf(incident.affected_products).map((product) => firstText(product.current_title, product.title));
  const services = products.length > 0 ? products : [textOf(incident.service_name)].filter((name) => name !== "Multiple Products");
  const impact = meaningOf(GOOGLE.impact, incident.status_impact, unknown) ?? meaningOf(GOOGLE.severity, incident.severity, unknown);
  // Google closes an incident some time after its last post.
  const isOver = end !== null || (isRecovering && stageFromText(posts) === "resolved");
  const isGlobal = regions.includes("global") || (regions.length === 0 && /^global\b/i.test(description));
  const created = parseTime(incident.created);
  return googleSites(source, services).flatMap((site) =>
    toIncidents(source, {
      id: site === source.site ? textOf(incident.id) : `${textOf(incident.id)}-${site}`,
      site,
      places: incidentPlaces(regions, services),
      severity: severityOf(impact, isGlobal),
      isWorldwide: isGlobal || regions.length > 0,
      status: isOver ? "resolved" : isRecovering ? "monitoring" : statusFromText(posts),
      started: parseTime(incident.begin) ?? created,
      acknowledged: created ?? earliest(updates.map(({ at }) => at)),
      updated: latest([parseTime(incident.modified), parseTime(newest.modified), parseTime(newest.when), ...updates.map(({ at }) => at)]),
      resolved: isOver ? (end ?? parseTime(newest.when) ?? latest(updates.map(({ at }) => at))) : null,
      title: titleOf(description),
      posts,
      links: [addressOf(textOf(incident.uri), source.page)],
    }),
  );
}

function severityOf(impact: Impact | null, isGlobal: boolean): IncidentSeverity {
  if (impact !== "outage") return "minor";
  return isGlobal ? "critical" : "major";
}

/** The regions that are affected now, or, where none are or the incident is closed, all that were. A zone counts as its region. */
function regionsOf(incident: Fields, open: boolean): string[] {
  const now = listOf(incident.currently_affected_locations);
  const before = listOf(incident.previously_affected_locations);
  const locations = open && now.length > 0 ? now : [...now, ...before];
  const regions = locations.map((location) => locationId(location)).filter((id) => id !== "");
  // Incidents before 2022 have no locations: then the regions that the headline mentions.
  return locations.length > 0 ? regions : findRegions("gcp", textOf(incident.external_desc));
}

function locationId(location: Fields): string {
  const title = textOf(location.title);
  const id = firstText(location.id, /\(([a-z0-9-]{2,40})\)$/.exec(title)?.[1]).toLowerCase();
  if (id === "") return title.toLowerCase() === "global" ? "global" : (regionId("gcp", title) ?? "");
  return withoutZone(id);
}

/** The headline: the description itself, or in Markdown what follows "**Title:**", on the same line or the next. */
function titleOf(description: string): string {
  const lines = textLines(description);
  const marked = lines.findIndex((line) => /^(?:incident )?title:?/i.test(line));
  if (marked < 0) return lines.join(" ");
  const rest = (lines[marked] ?? "").replace(/^(?:incident )?title:?\s*/i, "");
  return rest || (lines[marked + 1] ?? "");
}

function addressOf(uri: string, page: string): string {
  const base = page.endsWith("/") ? page : `${page}/`;
  return uri !== "" && URL.canParse(uri, base) ? new URL(uri, base).href : page;
}
