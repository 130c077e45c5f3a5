import type { Incident, IncidentStatus } from "../../utils/core/feed/feed.ts";
import { MAX_ADVICE } from "../../utils/core/feed/limits.ts";
import { graver } from "./crowd-severity.ts";
import type { Detector } from "./detector.ts";
import { anySiteAdmits } from "./official-incidents.ts";
import { subjectOfIncident } from "./subject-incidents.ts";

/** From the first suspicion to the end: of several posts on one subject the one that has come least far counts. */
const PROGRESS: IncidentStatus[] = ["possible", "investigating", "identified", "monitoring", "resolved"];

/** One incident a subject: official posts of several components and the crowd's alarm together, under the id of the first. */
export function joinIncidents(detector: Detector, crowds: { subject: string; incident: Incident }[]): Incident[] {
  const bySubject = new Map<string, Incident[]>();
  const now = (detector.closed + 1) * 60_000;
  for (const incident of detector.officials.values()) {
    // Work that is planned for later is nothing that people could notice now.
    if (incident.severity === "maintenance" && Date.parse(incident.started) > now) continue;
    gather(bySubject, subjectOfIncident(incident), incident);
  }
  const crowdBySubject = new Map(crowds.map(({ subject, incident }) => [subject, incident]));
  for (const subject of crowdBySubject.keys()) if (!bySubject.has(subject)) bySubject.set(subject, []);

  return [...bySubject].map(([subject, officials]) => {
    const standing = detector.incidents.get(subject);
    const crowd = crowdBySubject.get(subject) ?? null;
    const joined = officials.reduce<Incident | null>((one, other) => (one === null ? other : joinOfficials(one, other)), null);
    const said = joined ?? (standing?.resolved ? { ...standing.resolved, status: "monitoring" as const, resolved: null } : null);
    const whole = crowd === null ? said : said === null ? alone(detector, crowd) : withCrowd(said, crowd);
    return { ...(whole as Incident), id: standing?.id ?? (whole as Incident).id };
  });
}

function gather(bySubject: Map<string, Incident[]>, subject: string, incident: Incident): void {
  const known = bySubject.get(subject);
  if (known === undefined) bySubject.set(subject, [incident]);
  else known.push(incident);
}

function joinOfficials(one: Incident, other: Incident): Incident {
  const grave = graver(one.severity, other.severity) === one.severity ? one : other;
  return {
    ...grave,
    services: union(one.services, other.services),
    status: PROGRESS.find((status) => status === one.status || status === other.status) ?? grave.status,
    started: earlier(one.started, other.started),
    updated: later(one.updated, other.updated),
    advice: [...one.advice, ...other.advice].slice(0, MAX_ADVICE),
    official: firstSaid(one.official, other.official),
    affects: union(one.affects, other.affects),
  };
}

function withCrowd(said: Incident, crowd: Incident): Incident {
  return {
    ...said,
    severity: graver(said.severity, crowd.severity),
    status: said.status === "possible" ? "investigating" : said.status,
    started: earlier(said.started, crowd.started),
    updated: later(said.updated, crowd.updated),
    crowd: crowd.crowd,
    affects: union(said.affects, crowd.affects),
  };
}

/** People only. That one of the sites they name says so itself is a second, independent voice. */
function alone(detector: Detector, crowd: Incident): Incident {
  const others = crowd.affects.filter((site) => site !== crowd.site);
  return anySiteAdmits(detector, others) ? { ...crowd, status: "investigating" } : crowd;
}

function union(one: string[], other: string[]): string[] {
  return [...new Set([...one, ...other])];
}

function earlier(one: string, other: string): string {
  return Date.parse(other) < Date.parse(one) ? other : one;
}

function later(one: string, other: string): string {
  return Date.parse(other) > Date.parse(one) ? other : one;
}

function firstSaid(one: Incident["official"], other: Incident["official"]): Incident["official"] {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other.acknowledged) < Date.parse(one.acknowledged) ? other : one;
}
