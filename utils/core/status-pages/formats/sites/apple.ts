/**
 * Apple's system status: `www.apple.com/support/systemstatus/data/system_status_en_US.js`, and the same under `data/developer/`.
 * Undocumented; seen 4 November 2020 (developer) and 26 April 2021 (consumer). JSON, or JSONP in `jsonCallback(…)`.
 *
 * Holds all services, each with its events: kind, status, start, end and a message. Resolved events stay listed.
 * Traps: an event is listed under each service that it affects, with the same `messageId`, and may be resolved for some of them only.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { parseShallowJson } from "../../parsing/decode.ts";
import { type Fields, fieldsOf, listOf, textOf } from "../../parsing/fields.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import type { CoarseStage } from "../../parsing/stage.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { APPLE } from "../word-table.ts";

export const apple = textAdapter("apple", (text, source, unknown) => {
  const document = fieldsOf(parseShallowJson(withoutCallback(text)));
  const services = listOf(document?.services).filter((service) => textOf(service.serviceName) !== "");
  if (services.length === 0) return null;
  const entries = services.flatMap((service) =>
    listOf(service.events, unknown).map((event) => readEntry(event, textOf(service.serviceName), unknown)),
  );
  const events = Map.groupBy(entries, ({ id }) => id);
  return [...events.values()].flatMap((event) => readEvent(event, source));
});

/** The JSON inside of `jsonCallback({…});`. */
function withoutCallback(text: string): string {
  const open = text.indexOf("{");
  return /^[\w$.]{1,60}\s{0,5}\(/.test(text) && open > 0 ? text.slice(open, text.lastIndexOf("}") + 1) : text;
}

/** An event as it is listed under one service. */
type Entry = {
  id: string;
  service: string;
  kind: string;
  severity: IncidentSeverity;
  stage: CoarseStage;
  started: number | null;
  ended: number | null;
  posted: number | null;
  text: string;
};

function readEntry(event: Fields, service: string, unknown: UnknownValues): Entry {
  const started = parseTime(event.epochStartDate) ?? parseTime(event.startDate);
  const ended = parseTime(event.epochEndDate) ?? parseTime(event.endDate);
  return {
    id: textOf(event.messageId) || `${service}-${started}`,
    service,
    kind: textOf(event.statusType),
    severity: meaningOf(APPLE.kind, event.statusType, unknown) ?? "minor",
    stage: meaningOf(APPLE.stage, event.eventStatus, unknown) ?? (ended === null ? "open" : "resolved"),
    started,
    ended,
    posted: parseTime(event.datePosted),
    text: [event.message, event.usersAffected]
      .map(textOf)
      .filter((part) => part !== "")
      .map(asSentence)
      .join(" "),
  };
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** An event is open while it is open for any service, and then it is an incident of those services only. */
function readEvent(entries: Entry[], source: SourceContext): SourceIncident[] {
  const begun = entries.filter(({ stage }) => stage !== "planned");
  const open = begun.filter(({ stage }) => stage === "open");
  const shown = open.length > 0 ? open : begun;
  const first = shown[0];
  if (first === undefined) return [];
  const services = shown.map(({ service }) => service);
  return toIncidents(source, {
    id: first.id,
    places: [{ region: null, services }],
    severity: worstSeverity(shown.map(({ severity }) => severity)) ?? "minor",
    status: open.length === 0 ? "resolved" : statusFromText(open.map(({ text }) => text)),
    started: earliest(shown.map(({ started }) => started)),
    acknowledged: earliest(shown.map(({ posted }) => posted)),
    updated: latest(shown.flatMap(({ posted, ended }) => [posted, ended])),
    resolved: open.length === 0 ? latest(shown.map(({ ended }) => ended)) : null,
    named: "",
    title: `${services.join(", ")}: ${first.kind.toLowerCase() || "issue"}`,
    posts: shown.map(({ text }) => text),
  });
}
