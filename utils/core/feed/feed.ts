import * as v from "valibot";
import { sanitizeLink, sanitizeName, sanitizeText } from "../net/sanitize.ts";

/**
 * The feed document, version 1 (the signed JSON; the envelope around it is read by `feed-envelope.ts`). A signature says who wrote it,
 * not that the words are harmless: keys are stolen, and status pages quoted.
 */

/** Services kept of one incident. The feed server publishes no more. */
const MAX_SERVICES = 40;
/** A refusal is shown to people, and it quotes what was refused. */
const LONGEST_REASON = 200;

/** The offset `+05` is good ISO, but Chromium does not read it, and to write what is no time throws. */
const isoTime = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => !Number.isNaN(Date.parse(time))),
);
const text = (length: number) => v.pipe(v.string(), v.maxLength(length), v.transform(sanitizeText));
/** Words of which nothing is left once they are clean still stand for an outage. */
const title = v.pipe(
  text(200),
  v.transform((words) => words || "…"),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const identifier = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.transform(sanitizeName));
const link = v.pipe(v.string(), v.maxLength(500), v.transform(sanitizeLink));

const severity = v.picklist(["minor", "major", "critical", "maintenance"]);
/** `possible`: only people say so, nobody official yet. */
const status = v.picklist(["possible", "investigating", "identified", "monitoring", "resolved"]);

const crowd = v.object({
  reporters: count,
  networks: count,
  baseline: v.optional(v.number(), 0),
  series: v.optional(v.pipe(v.array(v.number()), v.maxLength(288)), []),
});

const incident = v.object({
  id: identifier,
  provider: identifier,
  region: v.nullable(identifier),
  services: v.optional(
    v.pipe(
      v.array(text(80)),
      v.transform((services) => services.filter((service) => service !== "").slice(0, MAX_SERVICES)),
    ),
    [],
  ),
  site: v.optional(v.nullable(identifier), null),
  severity,
  status,
  started: isoTime,
  updated: isoTime,
  resolved: v.optional(v.nullable(isoTime), null),
  title,
  summary: v.optional(text(1000), ""),
  advice: v.optional(v.pipe(v.array(v.object({ for: v.picklist(["user", "operator"]), text: text(200) })), v.maxLength(3)), []),
  official: v.optional(v.nullable(v.object({ url: link, acknowledged: isoTime })), null),
  crowd: v.optional(v.nullable(crowd), null),
  affects: v.optional(v.array(identifier), []),
});

const source = v.object({ id: identifier, checked: v.nullable(isoTime), ok: v.boolean() });
const watched = v.object({ id: identifier, state: v.picklist(["watch", "elevated"]), crowd: v.optional(v.nullable(crowd), null) });
/** Under the mirror that brought the feed: nobody else is asked for a document. */
const path = v.pipe(v.string(), v.regex(/^\w(?!.*\.\.)[\w./-]{0,499}$/));
const hashed = v.object({ url: path, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

const feed = v.object({
  version: v.literal(1),
  sequence: count,
  issued: isoTime,
  expires: isoTime,
  sources: v.optional(v.array(source), []),
  incidents: v.array(incident),
  services: v.optional(v.array(watched), []),
  catalogue: v.optional(v.nullable(hashed), null),
  ranges: v.optional(v.nullable(hashed), null),
});

export type Feed = v.InferOutput<typeof feed>;
export type Incident = v.InferOutput<typeof incident>;
export type IncidentSeverity = Incident["severity"];
export type IncidentStatus = Incident["status"];
export type Crowd = v.InferOutput<typeof crowd>;

export type FeedReading = { ok: true; feed: Feed } | { ok: false; reason: string };

/**
 * Reads a parsed JSON value as a feed document. Unknown extra fields are dropped; anything else that is off refuses the
 * whole document, with the first wrong field in `reason`.
 */
export function readFeed(value: unknown): FeedReading {
  const result = v.safeParse(feed, value);
  if (result.success) return { ok: true, feed: result.output };
  const issue = result.issues[0];
  const reason = `${v.getDotPath(issue) ?? "document"}: ${issue.message}`;
  return { ok: false, reason: sanitizeText(reason.slice(0, LONGEST_REASON)) };
}

export type IncidentReading = { ok: true; incident: Incident } | { ok: false; field: string; problem: string };

/** Reads one incident by itself, as it stands in a feed document. */
export function readIncident(value: unknown): IncidentReading {
  const result = v.safeParse(incident, value);
  if (result.success) return { ok: true, incident: result.output };
  const issue = result.issues[0];
  return { ok: false, field: v.getDotPath(issue) ?? "", problem: issue.message };
}
