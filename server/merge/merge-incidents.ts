import type { Incident } from "../../utils/core/feed/feed.ts";
import { DAY } from "../../utils/core/time.ts";
import type { KeptIncident } from "../store/incident-store.ts";
import { newIncidentId } from "./incident-id.ts";
import { joinIncidents } from "./join-incidents.ts";
import type { SourcedIncident } from "./sourced-incident.ts";

/**
 * What begins this long after the newest part of an incident is another one, though the first goes on: some have stood open for
 * months, and what breaks today is not theirs.
 */
const ONE_STORY = DAY;

type Group = { told: SourcedIncident[]; start: number; latestStart: number; end: number };

/**
 * Makes one incident per provider, region (or site) and overlapping time of what all sources tell.
 * @param before incidents as they were remembered: they lend their ids, and what nobody tells any more is over
 * @param isReadable whether what a source told last still stands and is fresh; silence of any other source ends nothing
 * @param now milliseconds of the epoch
 * @returns what is new or changed and what stays, resolved ones included
 */
export function mergeIncidents(
  before: readonly KeptIncident[],
  told: readonly SourcedIncident[],
  isReadable: (source: string) => boolean,
  now: number,
): KeptIncident[] {
  const after = new Map(before.map((record) => [record.incident.id, record]));
  const retold = new Set<string>();
  const taken = new Set(after.keys());
  for (const group of groupsOf(told, now)) {
    const known = before.find((record) => !retold.has(record.incident.id) && isSameStory(record, group));
    const joined = joinIncidents(group.told.map(({ incident }) => incident));
    const id = known?.incident.id ?? newIncidentId(joined, taken);
    taken.add(id);
    retold.add(id);
    after.set(id, recordOf(id, joined, group, known));
  }
  for (const [id, record] of after) {
    if (retold.has(id) || (record.incident.resolved !== null && endOf(record.incident) <= now)) continue;
    const movedOn = isPartOfAnother(record, told);
    after.set(id, movedOn ? { ...record, told: "no more" } : ended(record, isReadable, now));
  }
  return [...after.values()];
}

/** Groups what speaks of one place in one stretch of time. Planned work is kept apart, and is told only while it goes on. */
function groupsOf(told: readonly SourcedIncident[], now: number): Group[] {
  const bySubject = new Map<string, SourcedIncident[]>();
  for (const item of told) {
    const { incident } = item;
    const planned = incident.severity === "maintenance";
    if (planned && (incident.resolved !== null || Date.parse(incident.started) > now)) continue;
    const place = incident.site === null ? `${incident.provider}/${incident.region ?? ""}` : `site:${incident.site}`;
    const subject = `${planned} ${place}`;
    const others = bySubject.get(subject);
    if (others === undefined) bySubject.set(subject, [item]);
    else others.push(item);
  }
  return [...bySubject.values()].flatMap(splitByTime);
}

function splitByTime(told: SourcedIncident[]): Group[] {
  const groups: Group[] = [];
  for (const item of told.toSorted((one, other) => startOf(one.incident) - startOf(other.incident))) {
    const start = startOf(item.incident);
    const end = endOf(item.incident);
    const group = groups.find((candidate) => start <= candidate.end && start - candidate.latestStart <= ONE_STORY);
    if (group === undefined) {
      groups.push({ told: [item], start, latestStart: start, end });
    } else {
      group.told.push(item);
      group.latestStart = start;
      group.end = Math.max(group.end, end);
    }
  }
  return groups;
}

function isSameStory(record: KeptIncident, group: Group): boolean {
  const [first] = group.told;
  if (first === undefined) return false;
  const { incident, latestStart } = record;
  const { provider, region, site, severity } = first.incident;
  if (incident.site !== site || (site === null && (incident.provider !== provider || incident.region !== region))) return false;
  if ((incident.severity === "maintenance") !== (severity === "maintenance")) return false;
  const overlap = group.start <= endOf(incident) && startOf(incident) <= group.end;
  return overlap && group.start - latestStart <= ONE_STORY && startOf(incident) - group.latestStart <= ONE_STORY;
}

function recordOf(id: string, joined: Incident, group: Group, known: KeptIncident | undefined): KeptIncident {
  const started = known === undefined ? group.start : Math.min(group.start, startOf(known.incident));
  const latestStart = Math.max(group.latestStart, known?.latestStart ?? group.latestStart);
  const sources = [...new Set(group.told.map(({ source }) => source))].toSorted();
  const official = firstWord(joined.official, known?.incident.official ?? null);
  const updated = known !== undefined && saysTheSame(joined, known.incident) ? known.incident.updated : joined.updated;
  return { incident: { ...joined, id, started: new Date(started).toISOString(), updated, official }, sources, latestStart, told: "now" };
}

/** Some sources have no times, and some move theirs without any news: the same words are no update. */
function saysTheSame(one: Incident, other: Incident): boolean {
  return one.official !== null && other.official !== null && wordsOf(one) === wordsOf(other);
}

function wordsOf({ title, summary, status, severity, services, resolved, advice, affects }: Incident): string {
  return JSON.stringify([title, summary, status, severity, services, resolved, advice, affects]);
}

/** Sources without times tell each look anew: what was acknowledged first stays so. */
function firstWord(now: Incident["official"], before: Incident["official"]): Incident["official"] {
  if (now === null || before === null || Date.parse(now.acknowledged) <= Date.parse(before.acknowledged)) return now;
  return { ...now, acknowledged: before.acknowledged };
}

/** A site that people reported by itself, until its cloud turned out to be the cause, is not well again. */
function isPartOfAnother({ incident }: KeptIncident, told: readonly SourcedIncident[]): boolean {
  const { site, official } = incident;
  return (
    official === null && site !== null && told.some((other) => other.incident.resolved === null && other.incident.affects.includes(site))
  );
}

/**
 * Where every source that told of it was read and none tells it any more, it is over; otherwise nobody knows, and nothing is said.
 * Nothing begins after its end, even where a clock ran ahead.
 */
function ended(record: KeptIncident, isReadable: (source: string) => boolean, now: number): KeptIncident {
  if (!record.sources.every(isReadable)) return { ...record, told: "no more" };
  const time = new Date(now).toISOString();
  const started = startOf(record.incident) > now ? time : record.incident.started;
  return { ...record, told: "now", incident: { ...record.incident, status: "resolved", started, resolved: time, updated: time } };
}

function startOf(incident: Incident): number {
  return Date.parse(incident.started);
}

function endOf(incident: Incident): number {
  return incident.resolved === null ? Number.POSITIVE_INFINITY : Date.parse(incident.resolved);
}
