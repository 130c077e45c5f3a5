import * as v from "valibot";
import { sanitizeLink, sanitizeName, sanitizeText } from "../net/sanitize.ts";
import {
  MAX_ADVICE,
  MAX_ADVICE_LENGTH,
  MAX_IDENTIFIER_LENGTH,
  MAX_SERIES_POINTS,
  MAX_SERVICE_LENGTH,
  MAX_SERVICES,
  MAX_SUMMARY_LENGTH,
  MAX_TITLE_LENGTH,
  MAX_URL_LENGTH,
} from "./limits.ts";

/**
 * The feed document, version 1: the signed JSON inside the envelope that `envelope.ts` reads. A signature proves who wrote the
 * document, not that its text is safe to show: keys are stolen, and incidents quote status pages. So the schema also sanitises.
 */

/** The reason of a refusal is shown to people and quotes the refused value, which may be long. In UTF-16 code units; judged. */
const MAX_REASON_LENGTH = 200;

/** The offset `+05` is valid ISO 8601, but Chromium does not parse it, and `toISOString` of an invalid date throws. */
const isoTime = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => !Number.isNaN(Date.parse(time))),
);
const text = (length: number) => v.pipe(v.string(), v.maxLength(length), v.transform(sanitizeText));
/** A title that sanitising leaves empty becomes "…": the incident is still one. */
const title = v.pipe(
  text(MAX_TITLE_LENGTH),
  v.transform((clean) => clean || "…"),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const identifier = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_IDENTIFIER_LENGTH), v.transform(sanitizeName));
const link = v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH), v.transform(sanitizeLink));

const severity = v.picklist(["minor", "major", "critical", "maintenance"]);
/** `possible`: reported by people only; no official source has confirmed it. */
const status = v.picklist(["possible", "investigating", "identified", "monitoring", "resolved"]);

const crowd = v.object({
  reporters: count,
  networks: count,
  baseline: v.optional(v.number(), 0),
  series: v.optional(v.pipe(v.array(v.number()), v.maxLength(MAX_SERIES_POINTS)), []),
});

const incident = v.object({
  id: identifier,
  provider: identifier,
  region: v.nullable(identifier),
  services: v.optional(
    v.pipe(
      v.array(text(MAX_SERVICE_LENGTH)),
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
  summary: v.optional(text(MAX_SUMMARY_LENGTH), ""),
  advice: v.optional(
    v.pipe(v.array(v.object({ for: v.picklist(["user", "operator"]), text: text(MAX_ADVICE_LENGTH) })), v.maxLength(MAX_ADVICE)),
    [],
  ),
  official: v.optional(v.nullable(v.object({ url: link, acknowledged: isoTime })), null),
  crowd: v.optional(v.nullable(crowd), null),
  affects: v.optional(v.array(identifier), []),
});

const source = v.object({ id: identifier, checked: v.nullable(isoTime), ok: v.boolean() });
const watched = v.object({ id: identifier, state: v.picklist(["watch", "elevated"]), crowd: v.optional(v.nullable(crowd), null) });
/** A path below the mirror that served the feed, so that a feed cannot send its readers to another host. Without `..`. */
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
  /** The one address of reports; `core/reports/reports-address.ts` says which are used. Null: none are taken. */
  reports: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH))), null),
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
 * Reads a parsed JSON value as a feed document. Unknown fields are dropped. Any other deviation refuses the whole document;
 * `reason` names the first wrong field.
 */
export function readFeed(value: unknown): FeedReading {
  const result = v.safeParse(feed, value);
  if (result.success) return { ok: true, feed: result.output };
  const issue = result.issues[0];
  const reason = `${v.getDotPath(issue) ?? "document"}: ${issue.message}`;
  return { ok: false, reason: sanitizeText(reason.slice(0, MAX_REASON_LENGTH)) };
}

export type IncidentReading = { ok: true; incident: Incident } | { ok: false; field: string; problem: string };

/** Reads one incident of a feed document by itself. `field` and `problem` name the first deviation. */
export function readIncident(value: unknown): IncidentReading {
  const result = v.safeParse(incident, value);
  if (result.success) return { ok: true, incident: result.output };
  const issue = result.issues[0];
  return { ok: false, field: v.getDotPath(issue) ?? "", problem: issue.message };
}
