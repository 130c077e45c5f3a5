import type { Incident } from "../../utils/core/feed/feed.ts";
import { placeId } from "../../utils/core/providers/place.ts";
import type { Detector } from "./detector.ts";

/** Subjects are remembered for a while after they ended, for an official post that comes late. Minutes. */
const REMEMBERED = 12 * 60;

/** The subject of a site's own incident; providers and regions are theirs as they are. */
export function siteSubject(service: string): string {
  return `site:${service}`;
}

/** What an incident is about: two with the same subject at overlapping times are one. */
export function subjectOfIncident(incident: Incident): string {
  return incident.site === null ? placeId(incident.provider, incident.region) : siteSubject(incident.site);
}

function isOpen(incident: Incident): boolean {
  return incident.status !== "resolved" && incident.resolved === null;
}

/**
 * Takes in an official incident as it stands now: a new one, a change of a known one, or its end.
 * @param minute the running minute of the epoch
 */
export function ingestOfficialIncident(detector: Detector, incident: Incident, minute: number): void {
  const subject = subjectOfIncident(incident);
  const known = detector.incidents.get(subject);
  if (!isOpen(incident)) {
    if (detector.officials.delete(incident.id) && known !== undefined) known.resolved = incident;
    return;
  }
  detector.officials.set(incident.id, incident);
  const started = Math.floor(Date.parse(incident.started) / 60_000);
  const isOver = known !== undefined && known.until < Math.min(started, minute - 1);
  if (known === undefined || isOver) detector.incidents.set(subject, { id: incident.id, until: minute, resolved: null });
  else Object.assign(known, { until: minute, resolved: null });
}

/** The id under which the crowd's alarm is published: that of the incident that stands already, else a new one. */
export function idForCrowd(detector: Detector, subject: string, started: number, minute: number): string {
  const known = detector.incidents.get(subject);
  if (known !== undefined && known.until >= minute - 1) return known.id;
  return newId(detector, subject, started);
}

/** A new incident's id: subject, day of its start, number on that day (`aws-us-east-1-20211207-1`). */
function newId(detector: Detector, subject: string, started: number): string {
  const day = new Date(started * 60_000).toISOString().slice(0, 10).replaceAll("-", "");
  const stem = `${subject.replace("site:", "").replace("/", "-")}-${day}`;
  let number = detector.numbered.get(stem) ?? 0;
  do number++;
  while (detector.officials.has(`${stem}-${number}`));
  detector.numbered.set(stem, number);
  return `${stem}-${number}`;
}

/** Notes, as a minute ends, which incidents go on. */
export function keepIncidents(detector: Detector, minute: number): void {
  for (const incident of detector.officials.values()) continuesIncident(detector, subjectOfIncident(incident), incident.id, minute);
  for (const key of detector.activePlacements) {
    const alarm = detector.placements.get(key)?.alarm;
    if (alarm) continuesIncident(detector, key, alarm.id, minute);
  }
  for (const id of detector.active) {
    const standing = detector.services.get(id)?.standing;
    if (standing?.state === "alarm") continuesIncident(detector, siteSubject(id), standing.alarm.id, minute);
  }
  for (const [subject, { until }] of detector.incidents) if (until < minute - REMEMBERED) detector.incidents.delete(subject);
}

function continuesIncident(detector: Detector, subject: string, id: string, minute: number): void {
  const known = detector.incidents.get(subject);
  const isOther = known !== undefined && known.id !== id && known.until < minute - 1;
  if (known === undefined || isOther) detector.incidents.set(subject, { id, until: minute, resolved: null });
  else known.until = minute;
}
