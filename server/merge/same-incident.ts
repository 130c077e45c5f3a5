import type { Incident } from "../../utils/core/feed/incident.ts";
import { DAY } from "../../utils/core/time.ts";
import type { KeptIncident } from "../store/incident-store.ts";
import type { SourcedIncident } from "./sourced-incident.ts";

/**
 * What begins this long after the newest part of an incident is another one, though the first goes on: some have been open for
 * months, and what breaks today is not part of them. Judged.
 */
const LONGEST_GAP = DAY;

/** Reports of one place that overlap in time, and so one incident. Times are milliseconds of the epoch. */
export type Group = { parts: SourcedIncident[]; start: number; latestStart: number; end: number };

export function startOf(incident: Incident): number {
  return Date.parse(incident.started);
}

/** Infinity while it goes on. */
export function endOf(incident: Incident): number {
  return incident.resolved === null ? Number.POSITIVE_INFINITY : Date.parse(incident.resolved);
}

function splitByTime(reported: SourcedIncident[]): Group[] {
  const groups: Group[] = [];
  for (const part of reported.toSorted((one, other) => startOf(one.incident) - startOf(other.incident))) {
    const start = startOf(part.incident);
    const end = endOf(part.incident);
    const group = groups.find((candidate) => start <= candidate.end && start - candidate.latestStart <= LONGEST_GAP);
    if (group === undefined) {
      groups.push({ parts: [part], start, latestStart: start, end });
    } else {
      group.parts.push(part);
      group.latestStart = start;
      group.end = Math.max(group.end, end);
    }
  }
  return groups;
}

/** Groups reports of one place that overlap in time. Planned work is kept apart, and counts only while it goes on. */
export function groupsOf(reported: readonly SourcedIncident[], now: number): Group[] {
  const relevant = reported.filter(({ incident }) => {
    const { severity, resolved, started } = incident;
    return severity !== "maintenance" || (resolved === null && Date.parse(started) <= now);
  });
  const byPlace = Map.groupBy(relevant, ({ incident }) => {
    const { severity, site, provider, region } = incident;
    return `${severity === "maintenance"} ${site === null ? `${provider}/${region ?? ""}` : `site:${site}`}`;
  });
  return [...byPlace.values()].flatMap(splitByTime);
}

/** Whether a group goes on with an incident that is known: of the same place, overlapping it, and not much later. */
export function isSameIncident(record: KeptIncident, group: Group): boolean {
  const [first] = group.parts;
  if (first === undefined) return false;
  const { incident, latestStart } = record;
  const { provider, region, site, severity } = first.incident;
  if (incident.site !== site || (site === null && (incident.provider !== provider || incident.region !== region))) return false;
  if ((incident.severity === "maintenance") !== (severity === "maintenance")) return false;
  const overlap = group.start <= endOf(incident) && startOf(incident) <= group.end;
  return overlap && group.start - latestStart <= LONGEST_GAP && startOf(incident) - group.latestStart <= LONGEST_GAP;
}
