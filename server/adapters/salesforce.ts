import type { IncidentSeverity } from "../../utils/core/feed.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { jsonAdapter } from "./define.ts";
import { type Fields, fieldsOf, firstText, listOf, recognised, textOf, textsOf } from "./fields.ts";
import { incidentsOf } from "./incident.ts";
import { earliest, instantOf, latest } from "./instant.ts";
import { phaseOf } from "./phase.ts";
import { placesOf } from "./places.ts";
import { worst } from "./severity.ts";
import { meaningOf, type UnknownValues, vocabulary } from "./unknown-values.ts";

const STAGES = vocabulary<"open" | "over">({
  active: "open",
  investigating: "open",
  monitoring: "open",
  resolved: "over",
  closed: "over",
  completed: "over",
});
const SEVERITIES = vocabulary<IncidentSeverity>({ minor: "minor", major: "major", critical: "critical", maintenance: "maintenance" });

/** `api.status.salesforce.com/v1/incidents[/active]`. Incidents have no title; their places are instances (pods such as NA123). */
export const salesforce = jsonAdapter("salesforce", (value, source, unknown) => {
  if (!Array.isArray(value)) return null;
  const incidents = recognised(value, (item) => "IncidentImpacts" in item || "instanceKeys" in item, unknown);
  return incidents?.flatMap((incident) => readIncident(incident, source, unknown)) ?? null;
});

function readIncident(incident: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(STAGES, incident.status, unknown);
  const impacts = listOf(incident.IncidentImpacts);
  const severity = worst(["minor", ...impacts.map((impact) => meaningOf(SEVERITIES, impact.severity, unknown))]) ?? "minor";
  const events = listOf(incident.IncidentEvents)
    .map((event) => ({ at: instantOf(event.createdAt) ?? instantOf(event.updatedAt), text: textOf(event.message) }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const times = events.map(({ at }) => at);
  const message = fieldsOf(incident.message) ?? {};
  const posts = [...events.map(({ text }) => text), textOf(message.actionPlan), textOf(message.rootCause)].filter((post) => post !== "");
  const over = stage === "over";
  const created = instantOf(incident.createdAt);
  const instances = textsOf(incident.instanceKeys);
  return incidentsOf(source, {
    id: firstText(incident.id, incident.externalId),
    places: placesOf(instances, textsOf(incident.serviceKeys)),
    severity,
    status: over ? "resolved" : phaseOf(posts),
    started: earliest(impacts.map((impact) => instantOf(impact.startTime))) ?? created ?? earliest(times),
    acknowledged: created ?? earliest(times),
    updated: latest([instantOf(incident.updatedAt), ...times]),
    resolved: over ? latest(impacts.map((impact) => instantOf(impact.endTime))) : null,
    title: titleOf(firstText(impacts[0]?.type, incident.type), instances),
    posts,
    url: `https://status.salesforce.com/incidents/${encodeURIComponent(firstText(incident.id, incident.externalId))}`,
  });
}

/** `serviceDisruption` on NA123 reads "Service disruption: NA123". */
function titleOf(type: string, instances: string[]): string {
  const words =
    type
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase() || "incident";
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  if (instances.length === 0) return name;
  return instances.length > 5 ? `${name}: ${instances.length} instances` : `${name}: ${instances.join(", ")}`;
}
