import type { SourceIncident } from "../../../utils/core/status-pages/parsing/adapter.ts";

/** An incident as the expectations write it: what a careful reader of the payload would note. */
export type Told = {
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

/** Longer lists are told by their first components and their number. */
const SERVICES_TOLD = 8;
/** The beginning tells which sentence it is. */
const ADVICE_TOLD = 40;

export function toldOf(incident: SourceIncident): Told {
  const { id, provider, region, site, severity, status, started, updated, resolved, title, services } = incident;
  const place = region === null ? provider : `${provider}/${region}`;
  const shown =
    services.length > SERVICES_TOLD ? [...services.slice(0, SERVICES_TOLD), `and ${services.length - SERVICES_TOLD} more`] : services;
  return {
    id,
    of: site === null ? place : `${place} site ${site}`,
    severity,
    status,
    started,
    acknowledged: incident.official?.acknowledged ?? "",
    updated,
    resolved,
    title,
    services: shown,
    advice: incident.advice.map((advice) => `${advice.for}: ${advice.text.slice(0, ADVICE_TOLD)}`),
  };
}
