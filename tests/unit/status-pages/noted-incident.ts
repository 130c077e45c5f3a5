import { placeId } from "../../../utils/core/providers/place.ts";
import type { SourceIncident } from "../../../utils/core/status-pages/parsing/adapter.ts";

/** An incident in the form of the expectations: what a careful reader of the payload would note. */
export type NotedIncident = {
  id: string;
  of: string;
  severity: string;
  status: string;
  started: string;
  acknowledged: string;
  updated: string;
  resolved: string | null;
  title: string;
  services: string[];
  advice: string[];
};

/** Longer lists are noted by their first services and the number of the rest. */
const MAX_NOTED_SERVICES = 8;
/** The beginning of a sentence identifies it. */
const NOTED_ADVICE_LENGTH = 40;

export function noteIncident(incident: SourceIncident): NotedIncident {
  const { id, provider, region, areas, site, severity, status, started, updated, resolved, title, services } = incident;
  const place = placeId(provider, region);
  const shown =
    services.length > MAX_NOTED_SERVICES
      ? [...services.slice(0, MAX_NOTED_SERVICES), `and ${services.length - MAX_NOTED_SERVICES} more`]
      : services;
  return {
    id,
    of: `${place}${site === null ? "" : ` site ${site}`}${areas.length === 0 ? "" : ` in ${areas.join(", ")}`}`,
    severity,
    status,
    started,
    acknowledged: incident.official?.acknowledged ?? "",
    updated,
    resolved,
    title,
    services: shown,
    advice: incident.advice.map((advice) => `${advice.for}: ${advice.text.slice(0, NOTED_ADVICE_LENGTH)}`),
  };
}
