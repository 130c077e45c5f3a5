import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { parseJson } from "../parsing/decode.ts";
import { type Fields, fieldsOf, listOf, textOf } from "../parsing/fields.ts";
import { textAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

const KINDS = vocabulary<IncidentSeverity>({ outage: "major", issue: "minor", performance: "minor", maintenance: "maintenance" });
const STAGES = vocabulary<"open" | "over" | "planned">({ ongoing: "open", resolved: "over", completed: "over", upcoming: "planned" });

/** Apple's `system_status_en_US.js`, JSON or JSONP. An event stands under each service it hits: one message id, one incident. */
export const apple = textAdapter("apple", (text, source, unknown) => {
  const document = fieldsOf(parseJson(withoutCallback(text)));
  const services = listOf(document?.services).filter((service) => textOf(service.serviceName) !== "");
  if (services.length === 0) return null;
  const hits = services.flatMap((service) =>
    listOf(service.events, unknown).map((event) => readHit(event, textOf(service.serviceName), unknown)),
  );
  const events = Map.groupBy(hits, ({ id }) => id);
  return [...events.values()].flatMap((event) => readEvent(event, source));
});

/** `jsonCallback({…});` */
function withoutCallback(text: string): string {
  const open = text.indexOf("{");
  return /^[\w$.]{1,60}\s{0,5}\(/.test(text) && open > 0 ? text.slice(open, text.lastIndexOf("}") + 1) : text;
}

type Hit = {
  id: string;
  service: string;
  kind: string;
  severity: IncidentSeverity;
  stage: "open" | "over" | "planned";
  started: number | null;
  ended: number | null;
  posted: number | null;
  words: string;
};

function readHit(event: Fields, service: string, unknown: UnknownValues): Hit {
  const started = parseTime(event.epochStartDate) ?? parseTime(event.startDate);
  const ended = parseTime(event.epochEndDate) ?? parseTime(event.endDate);
  return {
    id: textOf(event.messageId) || `${service}-${started}`,
    service,
    kind: textOf(event.statusType),
    severity: meaningOf(KINDS, event.statusType, unknown) ?? "minor",
    stage: meaningOf(STAGES, event.eventStatus, unknown) ?? (ended === null ? "open" : "over"),
    started,
    ended,
    posted: parseTime(event.datePosted),
    words: [event.message, event.usersAffected]
      .map(textOf)
      .filter((part) => part !== "")
      .map(asSentence)
      .join(" "),
  };
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Open while it is for any service, and then of those services only. */
function readEvent(hits: Hit[], source: SourceContext): SourceIncident[] {
  const told = hits.filter(({ stage }) => stage !== "planned");
  const open = told.filter(({ stage }) => stage === "open");
  const shown = open.length > 0 ? open : told;
  const first = shown[0];
  if (first === undefined) return [];
  const services = shown.map(({ service }) => service);
  return toIncidents(source, {
    id: first.id,
    places: [{ region: null, services }],
    severity: worstSeverity(shown.map(({ severity }) => severity)) ?? "minor",
    status: open.length === 0 ? "resolved" : statusFromText(open.map(({ words }) => words)),
    started: earliest(shown.map(({ started }) => started)),
    acknowledged: earliest(shown.map(({ posted }) => posted)),
    updated: latest(shown.flatMap(({ posted, ended }) => [posted, ended])),
    resolved: open.length === 0 ? latest(shown.map(({ ended }) => ended)) : null,
    title: `${services.join(", ")}: ${first.kind.toLowerCase() || "issue"}`,
    posts: shown.map(({ words }) => words),
  });
}
