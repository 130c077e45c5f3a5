/**
 * Zendesk: `status.zendesk.com/api/incidents/active` and `/maintenance`, or `/api/ssp/incidents.json` (JSON:API). Documented by Zendesk; seen
 * in use 2023 to September 2026.
 *
 * Holds incidents, and in `included` their updates and the services that they affect.
 * Traps: `active` lists what goes on only; the other also what is over, with `resolvedAt`; it has no state of a service.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, recognised, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { ZENDESK } from "../word-table.ts";

export const zendesk = jsonAdapter("zendesk", (value, source, unknown) => {
  const document = fieldsOf(value);
  if (document === null || !Array.isArray(document.data)) return null;
  const incidents = recognised(
    document.data,
    (item) => /^incident/i.test(textOf(item.type)) && fieldsOf(item.attributes) !== null,
    unknown,
  );
  const included = new Map(listOf(document.included).map((item) => [keyOf(item), item]));
  return incidents?.flatMap((incident) => readIncident(incident, included, source, unknown)) ?? null;
});

function keyOf({ type, id }: Fields): string {
  return `${textOf(type)} ${textOf(id)}`;
}

/** The attributes of what a relationship leads to. */
function relatedTo(item: Fields, name: RegExp, included: ReadonlyMap<string, Fields>): Fields[] {
  const links = Object.entries(fieldsOf(item.relationships) ?? {})
    .filter(([key]) => name.test(key))
    .flatMap(([, relation]) => listOf(fieldsOf(relation)?.data));
  return links.map((link) => fieldsOf(included.get(keyOf(link))?.attributes) ?? {});
}

function readIncident(
  incident: Fields,
  included: ReadonlyMap<string, Fields>,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const attributes = fieldsOf(incident.attributes) ?? {};
  const stage = meaningOf(ZENDESK.stage, attributes.status, unknown);
  const maintenance = attributes.maintenance === true || "maintenanceStartTime" in attributes || "maintenanceArticle" in attributes;
  const begins = parseTime(attributes.maintenanceStartTime) ?? parseTime(attributes.startedAt);
  if (stage === "planned" || (maintenance && begins !== null && begins > source.now)) return [];
  const services = relatedTo(incident, /service/i, included);
  const updates = newestFirst(
    relatedTo(incident, /update/i, included).map((update) => ({
      at: parseTime(update.createdAt) ?? parseTime(update.updatedAt),
      text: firstText(update.description, update.body, update.message),
    })),
  );
  const posts = [...updates.map(({ text }) => text), firstText(attributes.description)].filter((post) => post !== "");
  const times = updates.map(({ at }) => at);
  const resolved = parseTime(attributes.resolvedAt) ?? parseTime(attributes.maintenanceEndTime);
  const isResolved = stage === "resolved" || (resolved !== null && resolved <= source.now);
  const impact = meaningOf(ZENDESK.impact, attributes.impact, unknown);
  const isOutage = attributes.outage === true || services.some(({ outage }) => outage === true);
  const created = parseTime(attributes.createdAt) ?? earliest(times);
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: services.map(({ name, serviceName }) => firstText(name, serviceName)) }],
    severity: maintenance || impact === "maintenance" ? "maintenance" : isOutage && impact !== "critical" ? "major" : (impact ?? "minor"),
    status: isResolved ? "resolved" : (stage ?? stageFromText(posts)),
    started: begins ?? created,
    acknowledged: created ?? begins,
    updated: latest([parseTime(attributes.updatedAt), ...times, isResolved ? resolved : null]) ?? created,
    resolved: resolved ?? latest(times),
    title: firstText(attributes.title, attributes.name),
    posts,
  });
}
