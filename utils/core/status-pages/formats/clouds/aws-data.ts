/**
 * AWS's old `status.aws.amazon.com/data.json`: `{archive, current}`. It is gone; the copy of 3 July 2022 has the outages of 2021.
 *
 * Holds events of one service in one region each, with a status code (see `aws-event.ts`) and all posts as HTML in one text.
 * Traps: a post has a time of day and often no date, which follows from the event's; archived events carry no end.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, isGiven, recognised, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { fromParts, parseTime } from "../../parsing/parse-time.ts";
import { plainText } from "../../parsing/plain-text.ts";
import { regionId, splitAwsService } from "../../parsing/region-ids.ts";
import { saysResolved } from "../../parsing/says-resolved.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { AWS_CODES, awsServices, awsSeverity, isMarkedResolved, withoutMark } from "./aws-event.ts";

export const awsData = jsonAdapter("aws-data", (value, source, unknown) => {
  const document = fieldsOf(value);
  const { current: open, archive: closed } = document ?? {};
  if (!Array.isArray(open) && !Array.isArray(closed)) return null;
  const current = eventsOf(open, unknown);
  const archive = eventsOf(closed, unknown);
  if (current === null || archive === null) return null;
  return [
    ...current.flatMap((event) => readEvent(event, false, source, unknown)),
    ...archive.flatMap((event) => readEvent(event, true, source, unknown)),
  ];
});

/** The events of a list; a missing list is empty. Null where the list has another shape. */
function eventsOf(list: unknown, unknown: UnknownValues): Fields[] | null {
  if (!isGiven(list)) return [];
  return Array.isArray(list) ? recognised(list, (event) => textOf(event.service) !== "", unknown) : null;
}

function readEvent(event: Fields, archived: boolean, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const id = textOf(event.service);
  const { service, region } = splitAwsService(id);
  const summary = textOf(event.summary);
  const began = parseTime(event.date);
  const code = meaningOf(AWS_CODES, event.status, unknown);
  const posts = readPosts(textOf(event.description), began);
  const newest = posts.at(-1);
  const texts = posts.map((post) => post.text).toReversed();
  const stage = stageFromText(texts);
  const isResolved = archived || isMarkedResolved(summary) || code === 0 || stage === "resolved";
  const displayed = /\(([^()]{2,40})\)\s*$/.exec(textOf(event.service_name))?.[1];
  return toIncidents(source, {
    id: `${id}-${textOf(event.date)}`,
    places: [{ region: region ?? (displayed === undefined ? null : regionId("aws", displayed)), services: awsServices(service) }],
    severity: awsSeverity(code ?? 1, service),
    status: isResolved ? "resolved" : stage,
    started: began ?? posts[0]?.at ?? null,
    updated: newest?.at ?? began,
    resolved: isResolved ? resolvedAt(posts) : null,
    title: withoutMark(summary),
    posts: texts,
  });
}

type Post = { at: number | null; text: string };

/** The time of the first of the last posts that state the end: later ones only add explanations. */
function resolvedAt(posts: Post[]): number | null {
  let index = posts.findLastIndex((post) => saysResolved(post.text));
  while (index > 0 && saysResolved(posts[index - 1]?.text ?? "")) index--;
  return posts.at(index)?.at ?? null;
}

const STAMP = /^(?:([A-Z][a-z]{2}) (\d{1,2}), {0,3})?(\d{1,2}):(\d\d) (AM|PM) (P[SD]T|UTC)/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HALF_DAY = 12 * 60 * 60 * 1000;

/** Reads one post per `<div>`, the oldest first. A post begins with its time of day; its date follows from the post before. */
function readPosts(description: string, began: number | null): Post[] {
  const posts: Post[] = [];
  let before = began;
  for (const block of description.split(/<div>/i)) {
    const text = plainText(block, 8000);
    if (text === "") continue;
    const stamp = STAMP.exec(text);
    const at = stamp === null ? before : stampedAt(stamp, before);
    posts.push({ at, text: stamp === null ? text : text.slice(stamp[0].length).trim() });
    before = at;
  }
  return posts;
}

function stampedAt(stamp: RegExpExecArray, before: number | null): number | null {
  if (before === null) return null;
  const [, month, day, hour, minute, half, zone = "UTC"] = stamp;
  const clock = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  const shift = zone === "PST" ? -8 : zone === "PDT" ? -7 : 0;
  const local = new Date(before + shift * 3_600_000);
  const at = (date: Date) => fromParts(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), clock, Number(minute), 0, zone);
  if (month !== undefined) {
    const year = local.getUTCFullYear() + (month === "Jan" && local.getUTCMonth() === 11 ? 1 : 0);
    return fromParts(year, MONTHS.indexOf(month), Number(day), clock, Number(minute), 0, zone);
  }
  const sameDay = at(local);
  if (sameDay === null || sameDay >= before - HALF_DAY) return sameDay;
  return at(new Date(local.getTime() + 2 * HALF_DAY));
}
