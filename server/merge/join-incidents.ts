import type { Incident, IncidentSeverity } from "../../utils/core/feed/incident.ts";
import { MAX_ADVICE } from "../../utils/core/feed/limits.ts";
import { graverSeverity, severityRank } from "../../utils/core/feed/severity.ts";
import { CROWD, type SourcedIncident } from "./sourced-incident.ts";

/** An incident as it was last known. `mayGoOn`: it was open, and a source that reported it cannot be read now. */
type KnownIncident = { incident: Incident; mayGoOn: boolean };

/**
 * Makes one incident of several about the same place and overlapping time. The rules, in order:
 * 1. Open parts decide; ended ones only where all have ended.
 * 2. Text and status are those of the official part that is gravest, of equals that which was updated last. People and inferred
 *    evidence give them only where nothing official was ever published.
 * 3. Where all official parts have ended and something else goes on, the official text stays, with the status `monitoring`. Where a
 *    source cannot be read nobody knows whether its part has ended: then the status stays too.
 * 4. `possible` becomes `investigating` where people and another source report the same.
 * 5. Severity is that of the gravest open part; services, affected sites and advice are those of all open parts.
 * 6. It is confined to the areas of its open parts where each of them is confined; where some are official, only these are asked.
 * @param parts one at least, all of one place
 * @param known the same incident as it was last known: its official part may no longer be reported by any source
 */
export function joinIncidents(parts: readonly SourcedIncident[], known: KnownIncident | null = null): Incident {
  const open = parts.filter(({ incident }) => incident.resolved === null);
  const current = (open.length > 0 ? open : parts).map(({ incident }) => incident).toSorted(byWeight);
  const all = parts.map(({ incident }) => incident);
  const [leading] = current;
  if (leading === undefined) throw new Error("an incident has at least one part");
  const joined = {
    ...leading,
    severity: gravest(current),
    areas: joinAreas(current),
    services: unique(current.flatMap((part) => part.services)),
    started: earliest(all.map((part) => part.started)),
    updated: latest(all.map((part) => part.updated)),
    resolved: open.length > 0 ? null : latest(all.flatMap((part) => part.resolved ?? [])),
    advice: distinctAdvice(current.flatMap((part) => part.advice)),
    official: joinOfficial(leading, all),
    crowd: current.find((part) => part.crowd !== null)?.crowd ?? null,
    affects: unique(current.flatMap((part) => part.affects)),
  };
  const last = leading.official === null && leading.resolved === null ? lastOfficial(all, known?.incident ?? null) : null;
  if (last !== null) {
    const status = known?.mayGoOn === true ? known.incident.status : "monitoring";
    return { ...joined, ...textOf(last), status, official: joined.official ?? last.official };
  }
  const isCorroborated = open.some(({ source }) => source === CROWD) && open.some(({ source }) => source !== CROWD);
  return joined.status === "possible" && isCorroborated ? { ...joined, status: "investigating" } : joined;
}

function byWeight(one: Incident, other: Incident): number {
  const official = Number(other.official !== null) - Number(one.official !== null);
  return official || severityRank(other.severity) - severityRank(one.severity) || Date.parse(other.updated) - Date.parse(one.updated);
}

function gravest(parts: readonly Incident[]): IncidentSeverity {
  return parts.map(({ severity }) => severity).reduce(graverSeverity);
}

/** The gravest official part that ended: one that a source still reports, else the incident as it was last known. */
function lastOfficial(parts: readonly Incident[], known: Incident | null): Incident | null {
  const [ended] = parts.filter(({ official }) => official !== null).toSorted(byWeight);
  return ended ?? (known !== null && known.official !== null ? known : null);
}

function textOf({ title, summary, services, advice }: Incident): Pick<Incident, "title" | "summary" | "services" | "advice"> {
  return { title, summary, services, advice };
}

function joinOfficial(leading: Incident, parts: readonly Incident[]): Incident["official"] {
  const statements = parts.flatMap((part) => part.official ?? []);
  const [first] = statements;
  if (first === undefined) return null;
  const url = leading.official?.url || statements.map((one) => one.url).find((one) => one !== "") || first.url;
  return { url, acknowledged: earliest(statements.map(({ acknowledged }) => acknowledged)) };
}

function joinAreas(parts: readonly Incident[]): string[] {
  const official = parts.filter((part) => part.official !== null);
  if (official.length > 0 && official.length < parts.length) return joinAreas(official);
  if (parts.some(({ areas }) => areas.length === 0)) return [];
  return unique(parts.flatMap(({ areas }) => areas)).toSorted();
}

function distinctAdvice(advice: Incident["advice"]): Incident["advice"] {
  const byText = new Map(advice.map((item) => [item.text, item]));
  return [...byText.values()].slice(0, MAX_ADVICE);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function earliest(times: readonly string[]): string {
  return times.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one));
}

function latest(times: readonly string[]): string {
  return times.reduce((one, other) => (Date.parse(other) > Date.parse(one) ? other : one));
}
