import * as v from "valibot";
import { sanitizeLink, sanitizeName, sanitizeText } from "../net/sanitize.ts";
import {
  MAX_ADVICE,
  MAX_ADVICE_LENGTH,
  MAX_AREAS,
  MAX_IDENTIFIER_LENGTH,
  MAX_SERIES_POINTS,
  MAX_SERVICE_LENGTH,
  MAX_SERVICES,
  MAX_SUMMARY_LENGTH,
  MAX_TITLE_LENGTH,
  MAX_URL_LENGTH,
  MAX_VANTAGES,
} from "./limits.ts";
import { count, country, isoTime } from "./schema-parts.ts";

/*
 * An incident as feeds hold it. A signature proves who wrote a feed, not that its text is safe to show: keys are stolen, and incidents
 * quote status pages. So the schema also sanitises.
 */

export const text = (length: number) => v.pipe(v.string(), v.maxLength(length), v.transform(sanitizeText));
/** A title that sanitising leaves empty becomes "…": the incident is still one. */
const title = v.pipe(
  text(MAX_TITLE_LENGTH),
  v.transform((clean) => clean || "…"),
);
export const identifier = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_IDENTIFIER_LENGTH), v.transform(sanitizeName));
const link = v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH), v.transform(sanitizeLink));

const severity = v.picklist(["minor", "major", "critical", "maintenance"]);
/** `possible`: reported by people only; no official source has confirmed it. */
const status = v.picklist(["possible", "investigating", "identified", "monitoring", "resolved"]);

export const crowd = v.object({
  reporters: count,
  networks: count,
  baseline: v.optional(v.number(), 0),
  series: v.optional(v.pipe(v.array(v.number()), v.maxLength(MAX_SERIES_POINTS)), []),
});

const vantages = v.pipe(v.array(identifier), v.maxLength(MAX_VANTAGES));
/** At which vantages the place of an incident fails, at which it answers, and since when it fails. */
const incidentViews = v.object({ fail: vantages, answer: vantages, since: isoTime });

export const incident = v.object({
  id: identifier,
  provider: identifier,
  region: v.nullable(identifier),
  /** The countries that it is confined to; empty where nobody says that it is confined. */
  areas: v.optional(v.pipe(v.array(country), v.maxLength(MAX_AREAS)), []),
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
  /** Control measurements of its place, only where they see it fail. */
  views: v.optional(v.nullable(incidentViews)),
  affects: v.optional(v.array(identifier), []),
});

export type Incident = v.InferOutput<typeof incident>;
export type IncidentSeverity = Incident["severity"];
export type IncidentStatus = Incident["status"];
export type Crowd = v.InferOutput<typeof crowd>;

export type IncidentReading = { ok: true; incident: Incident } | { ok: false; field: string; problem: string };

/** Reads one incident of a feed by itself. `field` and `problem` name the first deviation. */
export function readIncident(value: unknown): IncidentReading {
  const result = v.safeParse(incident, value);
  if (result.success) return { ok: true, incident: result.output };
  const issue = result.issues[0];
  return { ok: false, field: v.getDotPath(issue) ?? "", problem: issue.message };
}
