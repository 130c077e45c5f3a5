import type { Incident } from "../../utils/core/feed/feed.ts";
import type { Detector } from "./detector.ts";
import { subjectOfIncident } from "./subject-incidents.ts";

/** An official incident older than this says little about what fails today: some have stood open for months. Minutes. */
const TELLING = 6 * 60;

/** Whether a provider or region is officially in serious trouble right now. */
export function openOfficialAt(detector: Detector, subject: string): boolean {
  for (const incident of detector.officials.values()) {
    if (subjectOfIncident(incident) === subject && isTelling(incident, detector.closed)) return true;
  }
  return false;
}

/** Whether one of these sites says itself that it is in serious trouble. */
export function anySiteAdmits(detector: Detector, sites: string[]): boolean {
  for (const incident of detector.officials.values()) {
    if (incident.site !== null && sites.includes(incident.site) && isTelling(incident, detector.closed)) return true;
  }
  return false;
}

function isTelling(incident: Incident, closed: number): boolean {
  if (incident.severity === "minor" || incident.severity === "maintenance" || incident.status === "monitoring") return false;
  return closed - Date.parse(incident.started) / 60_000 <= TELLING;
}
