/**
 * Riot's games: one document a game and region, `<game>.secure.dyn.riotcdn.net/channels/public/x/status/<region>.json`. Documented as
 * `status-v4` by Riot; known from readers of 2026.
 *
 * Holds incidents and maintenances with titles and updates in several languages.
 * Traps: only what goes on is listed, so absence is the end; an information is no outage; maintenance is listed before it begins.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, textOf, textsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { RIOT } from "../word-table.ts";

export const riot = jsonAdapter("riot", (value, source, unknown) => {
  const document = fieldsOf(value);
  if (document === null || !Array.isArray(document.incidents) || !Array.isArray(document.maintenances) || !Array.isArray(document.locales))
    return null;
  const region = textOf(document.id).toLowerCase() || null;
  return [
    ...listOf(document.incidents, unknown).flatMap((event) => readEvent(event, false, region, source, unknown)),
    ...listOf(document.maintenances, unknown).flatMap((event) => readEvent(event, true, region, source, unknown)),
  ];
});

function readEvent(
  event: Fields,
  listedAsMaintenance: boolean,
  region: string | null,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const plan = meaningOf(RIOT.maintenance, event.maintenance_status, unknown);
  if (plan === "planned") return [];
  const maintenance = listedAsMaintenance || plan !== null;
  const severity = meaningOf(RIOT.severity, event.incident_severity, unknown) ?? "minor";
  const updates = newestFirst(
    listOf(event.updates)
      .filter(({ publish }) => publish !== false)
      .map((update) => ({ at: parseTime(update.created_at) ?? parseTime(update.updated_at), text: inEnglish(update.translations) })),
  );
  const posts = updates.map(({ text }) => text);
  const times = updates.map(({ at }) => at);
  const archived = parseTime(event.archive_at);
  const isArchived = archived !== null && archived <= source.now;
  const created = parseTime(event.created_at);
  return toIncidents(source, {
    id: textOf(event.id),
    places: [{ region, services: textsOf(event.platforms) }],
    severity: maintenance ? "maintenance" : severity,
    status: isArchived || plan === "resolved" ? "resolved" : (plan ?? stageFromText(posts)),
    started: created ?? earliest(times),
    acknowledged: created ?? earliest(times),
    updated: latest([parseTime(event.updated_at), ...times]),
    resolved: isArchived ? archived : latest([parseTime(event.updated_at), ...times]),
    title: inEnglish(event.titles),
    posts,
  });
}

/** A text in English, or in the first language that it has. */
function inEnglish(translations: unknown): string {
  const list = listOf(translations);
  return textOf((list.find(({ locale }) => /^en/i.test(textOf(locale))) ?? list[0])?.content);
}
