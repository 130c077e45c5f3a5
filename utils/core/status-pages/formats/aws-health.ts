import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, recognised, textOf } from "../parsing/fields.ts";
import { type IncidentPlace, placesByRegion } from "../parsing/incident-places.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { regionId, splitAwsService } from "../parsing/region-ids.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../parsing/unknown-values.ts";
import { AWS_CODES, type AwsCode, awsServices, awsSeverity, isMarkedResolved, withoutMark } from "./aws-event.ts";

/** `health.aws.amazon.com/public/currentevents`: a JSON array in UTF-16; events stay listed for a while after they ended. */
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
  const posts = listOf(event.event_log)
    .map((post) => ({
      at: parseTime(post.timestamp),
      text: textOf(post.message),
      code: meaningOf(AWS_CODES, post.status, unknown),
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const components = readComponents(event.impacted_services, unknown);
  const code = meaningOf(AWS_CODES, event.status, unknown);
  const began = parseTime(event.date);
  const ended = parseTime(event.end_time);
  const stillBad = components.filter((component) => component.current !== 0);
  const isFailing = components.some((component) => (component.current ?? 0) > 0);
  // The event's own state lags behind: its last word can be 0 with every service, while it still says 1.
  const isSaidOver = components.length > 0 && stillBad.length === 0 && posts[0]?.code === 0;
  const over = ended !== null || isMarkedResolved(summary) || (code === 0 && !isFailing) || isSaidOver;
  const worstCode = worstOf([code, ...components.map(({ max }) => max), ...posts.map((post) => post.code)]);
  const changes = listOf(event.impacted_service_status_changes).map((change) => parseTime(change.timestamp));
  const affected = over || stillBad.length === 0 ? components : stillBad;
  const region = named.region ?? arn?.region ?? regionId("aws", textOf(event.region_name));
  return toIncidents(source, {
    id: arn?.id ?? `${textOf(event.service) || service}-${textOf(event.date)}`,
    places: placesOfEvent(region, components.some((component) => component.service === service) ? [] : awsServices(service), affected),
    severity: awsSeverity(over ? worstCode : code || worstCode, service),
    status: over ? "resolved" : statusFromText(posts.map((post) => post.text)),
    started: began ?? earliest(posts.map((post) => post.at)),
    acknowledged: earliest(posts.map((post) => post.at)) ?? began,
    updated: latest([...posts.map((post) => post.at), ...changes, ended]),
    resolved: over ? (ended ?? latest([...posts.map((post) => post.at), ...changes])) : null,
    title: withoutMark(summary),
    posts: posts.map((post) => post.text),
  });
}

function worstOf(codes: (AwsCode | null)[]): AwsCode {
  return codes.reduce<AwsCode>((worst, code) => (code !== null && code > worst ? code : worst), 0);
}

type Component = { service: string; region: string | null; current: AwsCode | null; max: AwsCode | null };

/** A service inside an open event can be back to 0 (route53 in me-central-1, 2026), so each has its own state. */
function readComponents(value: unknown, unknown: UnknownValues): Component[] {
  return Object.entries(fieldsOf(value) ?? {}).map(([id, state]) => ({
    ...splitAwsService(id),
    current: meaningOf(AWS_CODES, fieldsOf(state)?.current, unknown),
    max: meaningOf(AWS_CODES, fieldsOf(state)?.max, unknown),
  }));
}

/** The event's own region; only an event without one goes by the regions of its services. */
function placesOfEvent(region: string | null, own: string[], components: Component[]): IncidentPlace[] {
  const services = components.map((component) => component.service).filter((name) => name !== "");
  if (region === null && components.length > 0) return placesByRegion(components);
  return [{ region, services: [...own, ...services] }];
}

/** `arn:aws:health:REGION::event/SERVICE/TYPE/ID`; the region is empty or `global` for events of no region. */
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
