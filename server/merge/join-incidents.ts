import type { Incident, IncidentSeverity } from "../../utils/core/feed/feed.ts";
import { MAX_ADVICE } from "../../utils/core/feed/limits.ts";

const RANK: { [severity in IncidentSeverity]: number } = { maintenance: 0, minor: 1, major: 2, critical: 3 };

/**
 * Makes one incident of several about the same place and time. The gravest open part that is official, the newest of these, gives
 * it its words; people alone give it theirs only while nobody official has spoken.
 */
export function joinIncidents(parts: readonly Incident[]): Incident {
  const open = parts.filter((part) => part.resolved === null);
  const speaking = (open.length > 0 ? open : parts).toSorted(byWeight);
  const [leading] = speaking;
  if (leading === undefined) throw new Error("an incident has at least one part");
  return {
    ...leading,
    severity: gravest(speaking),
    services: unique(speaking.flatMap((part) => part.services)),
    started: earliest(parts.map((part) => part.started)),
    updated: latest(parts.map((part) => part.updated)),
    resolved: open.length > 0 ? null : latest(parts.flatMap((part) => part.resolved ?? [])),
    advice: distinctAdvice(speaking.flatMap((part) => part.advice)),
    official: joinOfficial(leading, parts),
    crowd: speaking.find((part) => part.crowd !== null)?.crowd ?? null,
    affects: unique(speaking.flatMap((part) => part.affects)),
  };
}

function byWeight(one: Incident, other: Incident): number {
  const official = Number(other.official !== null) - Number(one.official !== null);
  return official || RANK[other.severity] - RANK[one.severity] || Date.parse(other.updated) - Date.parse(one.updated);
}

function gravest(parts: readonly Incident[]): IncidentSeverity {
  return parts.map(({ severity }) => severity).reduce((one, other) => (RANK[other] > RANK[one] ? other : one));
}

function joinOfficial(leading: Incident, parts: readonly Incident[]): Incident["official"] {
  const spoken = parts.flatMap((part) => part.official ?? []);
  const [first] = spoken;
  if (first === undefined) return null;
  const url = leading.official?.url || spoken.map((one) => one.url).find((one) => one !== "") || first.url;
  return { url, acknowledged: earliest(spoken.map(({ acknowledged }) => acknowledged)) };
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
