/**
 * Pages hosted by PagerDuty: the JSON in the page's `script#data`. Undocumented; seen 15 December 2023 (PagerDuty's own page).
 *
 * Holds open and resolved incidents and other posts (maintenance), each with updates that carry status, severity and affected services.
 * Traps: an incident has no state of its own: its newest update counts; there is no other endpoint than the page.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { embeddedJson } from "../../parsing/embedded-json.ts";
import { type Fields, fieldsOf, isGiven, listOf, textOf } from "../../parsing/fields.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { PAGERDUTY } from "../word-table.ts";

export const pagerduty = textAdapter("pagerduty", (text, source, unknown) => {
  const summary = fieldsOf(fieldsOf(embeddedJson(text, "data"))?.summary);
  if (summary === null || !Array.isArray(summary.open_incidents)) return null;
  const lists = [summary.open_incidents, summary.resolved_incidents, summary.posts];
  if (lists.some((list) => isGiven(list) && !Array.isArray(list))) return null;
  return [
    ...listOf(summary.open_incidents, unknown).flatMap((incident) => readIncident(incident, false, source, unknown)),
    ...listOf(summary.resolved_incidents).flatMap((incident) => readIncident(incident, true, source, unknown)),
    ...listOf(summary.posts).flatMap((post) => readIncident(post, false, source, unknown)),
  ];
});

function readIncident(incident: Fields, isListedAsResolved: boolean, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const updates = newestFirst(
    listOf(incident.updates).map((update) => ({ at: parseTime(update.reported_at) ?? parseTime(update.created_at), raw: update })),
  );
  const newest = updates[0]?.raw ?? {};
  const stage = meaningOf(PAGERDUTY.stage, newest.status, unknown);
  if (stage === "planned") return [];
  const isResolved = isListedAsResolved || stage === "resolved";
  const stated = (isResolved ? updates : updates.slice(0, 1)).flatMap(({ raw }) => [
    raw.severity,
    ...listOf(raw.impacted_business_services).map(({ severity }) => severity),
  ]);
  const severities = stated.map((word) => meaningOf(PAGERDUTY.severity, word, unknown)).filter((meaning) => meaning !== "fine");
  const maintenance = incident.post_type === "maintenance" || severities.includes("maintenance");
  const impacted = updates.map(({ raw }) => listOf(raw.impacted_business_services)).find((services) => services.length > 0) ?? [];
  const times = updates.map(({ at }) => at);
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: impacted.map(({ name }) => textOf(name)) }],
    severity: maintenance ? "maintenance" : (worstSeverity(severities) ?? "minor"),
    status: isResolved ? "resolved" : (stage ?? stageFromText(updates.map(({ raw }) => textOf(raw.message)))),
    started: earliest(times),
    updated: latest(times),
    resolved: updates[0]?.at ?? null,
    title: textOf(incident.title),
    posts: updates.map(({ raw }) => textOf(raw.message)),
  });
}
