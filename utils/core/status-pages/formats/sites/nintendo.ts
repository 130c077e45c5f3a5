/**
 * Nintendo: `www.nintendo.co.jp/netinfo/<language>/status.json`, also wrapped in a call. Undocumented; known from readers (September 2026).
 *
 * Holds outages and maintenances: software, platforms, services, begin, end, message.
 * Traps: maintenance is listed weeks ahead, and what is over stays: `event_status` is 1 while it goes on; times are those of the US Pacific
 * coast, written "Tuesday, August 11, 2026 5 :00 PM".
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { parseShallowJson } from "../../parsing/decode.ts";
import { stampOf } from "../../parsing/feeds/post-stamp.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf, textsOf } from "../../parsing/fields.ts";
import { fingerprint } from "../../parsing/incident-id.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { NINTENDO } from "../word-table.ts";

export const nintendo = textAdapter("nintendo", (text, source, unknown) => {
  const open = text.indexOf("{");
  const isWrapped = /^[\w$.]{1,60}\s{0,5}\(/.test(text) && open > 0;
  const document = fieldsOf(parseShallowJson(isWrapped ? text.slice(open, text.lastIndexOf("}") + 1) : text));
  if (document === null || !Array.isArray(document.operational_statuses) || !Array.isArray(document.temporary_maintenances)) return null;
  return [
    ...listOf(document.operational_statuses, unknown).flatMap((event) => readEvent(event, false, source, unknown)),
    ...listOf(document.temporary_maintenances, unknown).flatMap((event) => readEvent(event, true, source, unknown)),
  ];
});

function readEvent(event: Fields, maintenance: boolean, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const begin = timeOf(event.begin);
  const end = timeOf(event.end);
  const stated = meaningOf(NINTENDO.stage, event.event_status, unknown);
  const isOver = stated === "resolved" || (end !== null && end <= source.now);
  // The status of planned work is set by hand, and its times are known.
  if (!isOver && (stated === "planned" || (begin !== null && begin > source.now))) return [];
  const title = firstText(event.software_title, event.title) || "Nintendo network";
  const message = firstText(event.message, event.free_write);
  const platforms = [...textsOf(event.platform), ...textsOf(event.services), textOf(event.service)].filter((name) => name !== "");
  return toIncidents(source, {
    id: firstText(event.id) || fingerprint(`${title} ${textOf(event.begin)} ${message}`),
    places: [{ region: null, services: [...new Set(platforms)] }],
    severity: maintenance ? "maintenance" : "minor",
    status: isOver ? "resolved" : statusFromText([message]),
    started: begin,
    updated: timeOf(event.update_date) ?? begin,
    resolved: end,
    title,
    posts: [message],
  });
}

/** "Tuesday, August 11, 2026 5 :00 PM": on the US Pacific coast where no zone is written. */
function timeOf(value: unknown): number | null {
  const text = textOf(value).slice(0, 80);
  const written = text
    .replace(/\s+:/g, ":")
    .replace(/\s+/g, " ")
    .replace(/^[A-Za-z]{3,9}day, /, "")
    .trim();
  const exact = parseTime(written);
  if (exact !== null) return exact;
  return stampOf(/(?:[AP]M|\d)$/.test(written) ? `${written} PT` : written, null)?.at ?? null;
}
