/**
 * AWS Health's public events: `health.aws.amazon.com/public/currentevents`. Undocumented; seen from 13 March 2023 to September 2026.
 *
 * Holds a JSON array of open and recently resolved events of one region each: status codes (see `aws-event.ts`), posts, and the state of
 * each affected service.
 * Traps: UTF-16 big endian with a byte-order mark; times in seconds and milliseconds in one document (July 2026); events of 2023 have no
 * `arn`; the event's own status lags behind its posts and its services.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, recognised, textOf } from "../../parsing/fields.ts";
import { type IncidentPlace, placesByRegion } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { regionId, splitAwsService } from "../../parsing/region-ids.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { AWS_CODES, type AwsCode, awsServices, awsSeverity, isMarkedResolved, withoutMark } from "./aws-event.ts";

export const awsHealth = jsonAdapter("aws-health", (value, source, unknown) => {
  if (!Array.isArray(value)) return null;
  const events = recognised(value, (event) => "service" in event || "arn" in event || "event_log" in event, unknown);
  return events?.flatMap((event) => readEvent(event, source, unknown)) ?? null;
});

type Arn = { region: string | null; service: string; id: string };

function readEvent(event: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const arn = readArn(textOf(event.arn));
  const named = splitAwsService(textOf(event.service));
  const service = named.service || (arn?.service ?? "");
  const summary = textOf(event.summary);
  const posts = newestFirst(
    listOf(event.event_log).map((post) => ({
      at: parseTime(post.timestamp),
      text: textOf(post.message),
      code: meaningOf(AWS_CODES, post.status, unknown),
    })),
  );
  const components = readComponents(event.impacted_services, unknown);
  const code = meaningOf(AWS_CODES, event.status, unknown);
  const began = parseTime(event.date);
  const ended = parseTime(event.end_time);
  const stillAffected = components.filter((component) => component.current !== 0);
  const isFailing = components.some((component) => (component.current ?? 0) > 0);
  // The event's own status lags behind: its last post and all of its services can be at 0 while it is still at 1.
  const isPostedResolved = components.length > 0 && stillAffected.length === 0 && posts[0]?.code === 0;
  const stage = stageFromText(posts.map((post) => post.text));
  const isResolved =
    ended !== null || isMarkedResolved(summary) || ((code === 0 || stage === "resolved") && !isFailing) || isPostedResolved;
  const maxCode = maxOf([code, ...components.map(({ max }) => max), ...posts.map((post) => post.code)]);
  const changes = listOf(event.impacted_service_status_changes).map((change) => parseTime(change.timestamp));
  const affected = isResolved || stillAffected.length === 0 ? components : stillAffected;
  const region = named.region ?? arn?.region ?? regionId("aws", textOf(event.region_name));
  return toIncidents(source, {
    id: arn?.id ?? `${textOf(event.service) || service}-${textOf(event.date)}`,
    places: placesOfEvent(region, components.some((component) => component.service === service) ? [] : awsServices(service), affected),
    severity: awsSeverity(isResolved ? maxCode : code || maxCode, service),
    status: isResolved ? "resolved" : stage === "resolved" ? "monitoring" : stage,
    started: began ?? earliest(posts.map((post) => post.at)),
    acknowledged: earliest(posts.map((post) => post.at)) ?? began,
    updated: latest([...posts.map((post) => post.at), ...changes, ended]),
    resolved: isResolved ? (ended ?? latest([...posts.map((post) => post.at), ...changes])) : null,
    title: withoutMark(summary),
    posts: posts.map((post) => post.text),
  });
}

function maxOf(codes: (AwsCode | null)[]): AwsCode {
  return codes.reduce<AwsCode>((worst, code) => (code !== null && code > worst ? code : worst), 0);
}

type Component = { service: string; region: string | null; current: AwsCode | null; max: AwsCode | null };

/** Each service has a state of its own: it can be back to 0 inside of an open event (route53 in me-central-1, 2026). */
function readComponents(value: unknown, unknown: UnknownValues): Component[] {
  return Object.entries(fieldsOf(value) ?? {}).map(([id, state]) => ({
    ...splitAwsService(id),
    current: meaningOf(AWS_CODES, fieldsOf(state)?.current, unknown),
    max: meaningOf(AWS_CODES, fieldsOf(state)?.max, unknown),
  }));
}

/** The event's region, or the regions of its services where it has none. */
function placesOfEvent(region: string | null, own: string[], components: Component[]): IncidentPlace[] {
  const services = components.map((component) => component.service).filter((name) => name !== "");
  if (region === null && components.length > 0) return placesByRegion(components);
  return [{ region, services: [...own, ...services] }];
}

/** Reads `arn:aws:health:REGION::event/SERVICE/TYPE/ID`. The region of global events is empty or `global`. */
function readArn(arn: string): Arn | null {
  const [scheme, , , region = "", , ...rest] = arn.split(":");
  const [kind, service = "", , id = ""] = rest.join(":").split("/");
  if (scheme !== "arn" || kind !== "event" || id === "") return null;
  return {
    region: region === "" || region === "global" ? null : region.toLowerCase(),
    service: service.toLowerCase().replaceAll("_", ""),
    id,
  };
}
