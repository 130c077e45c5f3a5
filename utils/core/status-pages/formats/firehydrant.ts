import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { plainText } from "../parsing/plain-text.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

const SLUGS = vocabulary<IncidentSeverity>({
  sev0: "critical",
  sev1: "critical",
  sev2: "major",
  sev3: "minor",
  sev4: "minor",
  sev5: "minor",
  unset: "minor",
  gameday: "maintenance",
  maintenance: "maintenance",
});
/** What a page's own condition names stand for: the document has the table. */
const CONDITIONS = vocabulary<IncidentSeverity | "fine">({
  operational: "fine",
  degraded: "minor",
  offline: "major",
  maintenance: "maintenance",
});

type Stage = "investigating" | "identified" | "monitoring" | "resolved";

const STAGES = vocabulary<Stage>({
  started: "investigating",
  detected: "investigating",
  acknowledged: "investigating",
  investigating: "investigating",
  identified: "identified",
  mitigated: "monitoring",
  monitoring: "monitoring",
  update: "investigating",
  resolved: "resolved",
  "postmortem started": "resolved",
  "postmortem completed": "resolved",
  postmortem_started: "resolved",
  postmortem_completed: "resolved",
  closed: "resolved",
});

/** A FireHydrant page's `/data/payload.json`. Of each post `occurredAt` is its time; `time` is when it was copied here. */
export const firehydrant = jsonAdapter("firehydrant", (value, source, unknown) => {
  const document = fieldsOf(value);
  if (
    document === null ||
    !Array.isArray(document.incidents) ||
    fieldsOf(document.conditions) === null ||
    !Array.isArray(document.components)
  )
    return null;
  const conditions = fieldsOf(document.conditions) ?? {};
  const severityOf = (name: unknown) => {
    const meaning = meaningOf(CONDITIONS, firstText(conditions[textOf(name)], name), unknown);
    return meaning === "fine" ? null : meaning;
  };
  const told = listOf(document.incidents, unknown).flatMap((incident) => readIncident(incident, severityOf, source, unknown));
  if (told.some(({ status }) => status !== "resolved")) return told;
  const failing = listOf(document.components)
    .filter(({ condition }) => textOf(condition) !== "")
    .map((component) => ({ name: textOf(component.name), severity: severityOf(component.condition) }));
  return [...told, ...unannouncedOutage(source, failing, { severity: null, words: "", updated: null })];
});

type Post = { at: number | null; text: string; stage: Stage | null };

/** "➡️ **Identified** — words": pages moved from elsewhere keep the state in the text. */
const STATED = /^\P{L}{0,12}(Investigating|Identified|Monitoring|Resolved|Update)\b\W{0,8}(?:—|–|-)\s?/u;

function postOf(event: Fields, unknown: UnknownValues): Post {
  const details = fieldsOf(event.details) ?? {};
  const raw = firstText(details.note, fieldsOf(details.note)?.note);
  const text = plainText(raw, 8000);
  const stated = STATED.exec(text);
  const milestone = fieldsOf(details.milestoneUpdate)?.currentMilestone;
  const word = stated?.[1]?.toLowerCase() === "update" ? null : stated?.[1];
  return {
    at: parseTime(event.occurredAt) ?? parseTime(event.time),
    text: stated === null ? text : text.slice(stated[0].length),
    stage: meaningOf(STAGES, milestone ?? word, unknown),
  };
}

function readIncident(
  incident: Fields,
  severityOf: (name: unknown) => IncidentSeverity | null,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const times = fieldsOf(incident.timestamps) ?? {};
  const posts = listOf(incident.timeline)
    .map((event) => postOf(event, unknown))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const resolved = parseTime(times.resolved) ?? parseTime(times.closed);
  const stage = posts.find((post) => post.stage !== null)?.stage ?? null;
  const over = resolved !== null || stage === "resolved";
  const components = listOf(incident.components);
  const byName = Object.entries(fieldsOf(incident.componentConditions) ?? {});
  const slug = meaningOf(SLUGS, incident.severitySlug, unknown);
  const planned = slug === "maintenance" || (textOf(incident.severitySlug) === "UNSET" && /\bmaintenance\b/i.test(textOf(incident.title)));
  const conditions = [...components.map(({ condition }) => condition), ...byName.map(([, condition]) => condition)].map(severityOf);
  const words = posts.map(({ text }) => text).filter((text) => text !== "");
  const started = parseTime(times.started) ?? parseTime(times.detected) ?? earliest(posts.map(({ at }) => at));
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: components.length > 0 ? components.map(({ name }) => textOf(name)) : byName.map(([name]) => name) }],
    severity: planned ? "maintenance" : (worstSeverity(["minor", slug, ...conditions]) ?? "minor"),
    status: over ? "resolved" : (stage ?? statusFromText(words)),
    started,
    acknowledged: earliest(posts.map(({ at }) => at)) ?? started,
    updated: latest([...posts.map(({ at }) => at), resolved]),
    resolved,
    title: textOf(incident.title),
    posts: words,
  });
}
