import type { Incident } from "../../utils/core/feed/incident.ts";
import type { KeptIncident } from "../store/incident-store.ts";
import { newIncidentId } from "./incident-id.ts";
import { joinIncidents } from "./join-incidents.ts";
import { endOf, type Group, groupsOf, isSameIncident, startOf } from "./same-incident.ts";
import { CROWD, type SourcedIncident } from "./sourced-incident.ts";

/**
 * Makes one incident for each provider, region (or site) and overlapping time of what all sources report.
 * @param before incidents as they were known: they keep their ids, and one that no source reports any more has ended
 * @param reported what all sources report now
 * @param isReadable whether the source was read lately; that another source no longer reports an incident ends nothing
 * @param now milliseconds of the epoch
 * @param withdrawn whether what only people reported has turned out to be no incident: it is not told to have ended
 * @returns new, changed and unchanged ones, those that ended included
 */
export function mergeIncidents(
  before: readonly KeptIncident[],
  reported: readonly SourcedIncident[],
  isReadable: (source: string) => boolean,
  now: number,
  withdrawn: (incident: Incident) => boolean = () => false,
): KeptIncident[] {
  const after = new Map(before.map((record) => [record.incident.id, record]));
  const continued = new Set<string>();
  const taken = new Set([...after.keys(), ...reported.flatMap(({ feedId }) => feedId ?? [])]);
  for (const group of groupsOf(reported, now)) {
    const known = before.find((record) => !continued.has(record.incident.id) && isSameIncident(record, group));
    const unread = known === undefined ? [] : unreadSources(known, group, isReadable);
    const joined = joinIncidents(group.parts, known === undefined ? null : { incident: known.incident, mayGoOn: unread.length > 0 });
    const id = known?.incident.id ?? feedIdOf(group, after) ?? newIncidentId(joined, taken);
    taken.add(id);
    continued.add(id);
    after.set(id, recordOf(id, joined, group, known, unread));
  }
  for (const [id, record] of after) {
    if (continued.has(id) || (record.incident.resolved !== null && endOf(record.incident) <= now)) continue;
    if (isPartOfAnother(record, reported)) after.set(id, { ...record, isReported: false });
    // Closed without a word: nothing has recovered, because nothing of it had failed.
    else if (record.incident.official === null && withdrawn(record.incident))
      after.set(id, { ...ended(record, isReadable, now), isReported: false });
    else after.set(id, ended(record, isReadable, now));
  }
  return [...after.values()];
}

/** The id that the earliest part which has one brings along, unless another incident has it. */
function feedIdOf(group: Group, known: ReadonlyMap<string, unknown>): string | undefined {
  return group.parts.find(({ feedId }) => feedId !== undefined && !known.has(feedId))?.feedId;
}

/** Sources that reported an open incident and cannot be read now. They stay its sources: it has not ended before they are read. */
function unreadSources({ incident, sources }: KeptIncident, group: Group, isReadable: (source: string) => boolean): string[] {
  if (incident.resolved !== null) return [];
  return sources.filter((source) => !isReadable(source) && !group.parts.some((part) => part.source === source));
}

function recordOf(id: string, joined: Incident, group: Group, known: KeptIncident | undefined, unread: readonly string[]): KeptIncident {
  const started = known === undefined ? group.start : Math.min(group.start, startOf(known.incident));
  const latestStart = Math.max(group.latestStart, known?.latestStart ?? group.latestStart);
  const sources = [...new Set([...group.parts.map(({ source }) => source), ...unread])].toSorted();
  const official = firstAcknowledged(joined.official, known?.incident.official ?? null);
  const updated = known !== undefined && isUnchanged(joined, known.incident) ? known.incident.updated : joined.updated;
  return {
    incident: { ...joined, id, started: new Date(started).toISOString(), updated, official },
    sources,
    latestStart,
    isReported: true,
  };
}

/** Some sources have no times, and some change theirs without any news: the same content is no update. */
function isUnchanged(one: Incident, other: Incident): boolean {
  return one.official !== null && other.official !== null && contentOf(one) === contentOf(other);
}

function contentOf({ title, summary, status, severity, areas, services, resolved, advice, affects }: Incident): string {
  return JSON.stringify([title, summary, status, severity, areas, services, resolved, advice, affects]);
}

/** Sources without times seem to acknowledge anew each time they are read: the first acknowledgement counts. */
function firstAcknowledged(now: Incident["official"], before: Incident["official"]): Incident["official"] {
  if (now === null || before === null || Date.parse(now.acknowledged) <= Date.parse(before.acknowledged)) return now;
  return { ...now, acknowledged: before.acknowledged };
}

/**
 * A site that people reported by itself has not recovered when its provider turns out to be the cause; nor has a region when people
 * report the whole provider.
 */
function isPartOfAnother({ incident }: KeptIncident, reported: readonly SourcedIncident[]): boolean {
  const { provider, region, site, official } = incident;
  if (official !== null) return false;
  const open = reported.filter((other) => other.incident.resolved === null);
  if (site !== null) return open.some(({ incident: { affects } }) => affects.includes(site));
  const isWholeProvider = ({ source, incident: other }: SourcedIncident) =>
    source === CROWD && other.site === null && other.region === null && other.provider === provider;
  return region !== null && open.some(isWholeProvider);
}

/**
 * An incident that no source reports any more. It has ended if every source of it was read; otherwise nobody knows, and it is left
 * out of the feed. No incident begins after its end, even where a clock ran ahead.
 */
function ended(record: KeptIncident, isReadable: (source: string) => boolean, now: number): KeptIncident {
  if (!record.sources.every(isReadable)) return { ...record, isReported: false };
  const time = new Date(now).toISOString();
  const started = startOf(record.incident) > now ? time : record.incident.started;
  return { ...record, isReported: true, incident: { ...record.incident, status: "resolved", started, resolved: time, updated: time } };
}
