import type { Feed } from "../../utils/core/feed/feed.ts";
import { readFeed } from "../../utils/core/feed/feed.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import type { KeyGrant } from "../../utils/core/feed/keys.ts";
import { MAX_ADVICE, MAX_ADVICE_LENGTH, MAX_SERVICE_LENGTH, MAX_SERVICES, MAX_TITLE_LENGTH } from "../../utils/core/feed/limits.ts";
import { severityRank } from "../../utils/core/feed/severity.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { inOneLine } from "./one-line.ts";

/** A published document is valid for this long, so that clients notice within half an hour that a mirror is not updated. */
const VALID = 30 * MINUTE;
/** Well below what a client accepts (`FEED_SIZE_LIMIT`), and far more than the worst day so far has needed. */
const MAX_INCIDENTS = 150;
const MAX_BYTES = 200 * 1024;
const MAX_AFFECTED = 60;
/** The full text is on the provider's page; the feed of a bad day has to stay a few kilobytes. */
const SUMMARY_LENGTH = 500;

/** What goes into a document, besides its number and its time. */
export type Contents = Pick<Feed, "sources" | "incidents" | "services" | "catalogue" | "ranges">;

/**
 * Writes the document: gravest incidents first, the least grave dropped where there are too many. An incident that a client would
 * refuse is left out, because the client would refuse the whole document with it.
 * @param now milliseconds of the epoch
 */
export function writeDocument(contents: Contents, grants: KeyGrant[], sequence: number, now: number): Uint8Array<ArrayBuffer> {
  const head = { version: 1, sequence, issued: inSeconds(now), expires: inSeconds(now + VALID) } as const;
  const incidents = contents.incidents
    .map(neatIncident)
    .filter((incident) => readFeed({ ...head, incidents: [incident] }).ok)
    .toSorted(byWeight)
    .slice(0, MAX_INCIDENTS);
  const encoder = new TextEncoder();
  for (;;) {
    const bytes = encoder.encode(JSON.stringify({ ...head, keys: grants, ...contents, incidents }));
    if (bytes.length <= MAX_BYTES || incidents.length === 0) return bytes;
    incidents.splice(Math.floor(incidents.length * 0.9));
  }
}

function byWeight(one: Incident, other: Incident): number {
  const over = Number(one.resolved !== null) - Number(other.resolved !== null);
  const graver = severityRank(other.severity) - severityRank(one.severity);
  return over || graver || Date.parse(other.started) - Date.parse(one.started) || (one.id < other.id ? -1 : 1);
}

/** An incident as it is published: safe to show, in whole seconds, within the limits. */
export function neatIncident(incident: Incident): Incident {
  return {
    ...incident,
    services: incident.services.slice(0, MAX_SERVICES).map((service) => inOneLine(service, MAX_SERVICE_LENGTH)),
    started: inSeconds(Date.parse(incident.started)),
    updated: inSeconds(Date.parse(incident.updated)),
    resolved: incident.resolved === null ? null : inSeconds(Date.parse(incident.resolved)),
    title: inOneLine(incident.title, MAX_TITLE_LENGTH),
    summary: inOneLine(incident.summary, SUMMARY_LENGTH),
    advice: incident.advice.slice(0, MAX_ADVICE).map((item) => ({ for: item.for, text: inOneLine(item.text, MAX_ADVICE_LENGTH) })),
    affects: incident.affects.slice(0, MAX_AFFECTED),
  };
}

/** ISO time in whole seconds. */
export function inSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
