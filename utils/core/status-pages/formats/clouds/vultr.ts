/**
 * Vultr: `status.vultr.com/status.json`. Public and described by Vultr; seen 2020 and September 2025.
 *
 * Holds alerts of services, and of regions with their country.
 * Traps: resolved alerts stay; planned work is listed as "ongoing" days before it begins, with its day only in the subject.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { VULTR } from "../word-table.ts";

export const vultr = jsonAdapter("vultr", (value, source, unknown) => {
  const document = fieldsOf(value);
  const regions = fieldsOf(document?.regions);
  if (document === null || regions === null || !Array.isArray(document.service_alerts)) return null;
  return [
    ...listOf(document.service_alerts, unknown).flatMap((alert) => readAlert(alert, null, source, unknown)),
    ...Object.entries(regions).flatMap(([code, region]) =>
      listOf(fieldsOf(region)?.alerts, unknown).flatMap((alert) => readAlert(alert, code === "global" ? null : code, source, unknown)),
    ),
  ];
});

const PLANNED = /\b(?:maintenance|scheduled|planned)\b/i;
const DAY_IN_SUBJECT = /\b(\d{4}-\d\d-\d\d)\b/;

function readAlert(alert: Fields, region: string | null, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(VULTR.stage, alert.status, unknown);
  const subject = firstText(alert.subject, alert.title);
  const maintenance = PLANNED.test(subject);
  const entries = newestFirst(listOf(alert.entries).map((entry) => ({ at: parseTime(entry.updated_at), text: textOf(entry.message) })));
  const posts = entries.map(({ text }) => text);
  const times = entries.map(({ at }) => at);
  const posted = parseTime(alert.start_date) ?? earliest(times);
  const day = maintenance ? parseTime(DAY_IN_SUBJECT.exec(subject)?.[1]) : null;
  const begins = day === null || posted === null ? (day ?? posted) : Math.max(day, posted);
  if (stage === "planned" || (maintenance && stage !== "resolved" && begins !== null && begins > source.now)) return [];
  return toIncidents(source, {
    id: textOf(alert.id),
    places: [{ region, services: [textOf(alert.service)].filter((name) => name !== "") }],
    severity: maintenance ? "maintenance" : "minor",
    status: stage === "resolved" ? "resolved" : stage === null ? stageFromText(posts) : statusFromText(posts),
    started: begins,
    acknowledged: posted,
    updated: latest([parseTime(alert.updated_at), ...times]) ?? posted,
    resolved: parseTime(alert.end_date) ?? latest([parseTime(alert.updated_at), ...times]),
    title: subject,
    posts,
  });
}
