/**
 * Oracle Cloud: `ocistatus.oraclecloud.com/api/v2/components.json`. Oracle documents the states; no capture was at hand (November 2026).
 *
 * Holds the state of every service in every region, with the ids of incidents. It has no times and no posts.
 * Traps: it is not a Statuspage, despite its path; incidents have only an id, so one is put together from the cells that share it.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { placesByRegion } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import { regionId } from "../../parsing/region-ids.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { IGNORE_UNKNOWN, meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { type Health, ORACLE } from "../word-table.ts";

/** The state of one service in one region. `incident`: its id, or "". */
type Cell = { region: string | null; regionName: string; service: string; severity: IncidentSeverity; incident: string; state: string };

export const oracle = jsonAdapter("oracle", (value, source, unknown) => {
  const document = fieldsOf(value);
  const regions = listOf(document?.regionHealthReports);
  if (document === null || regions.length === 0 || !regions.some((region) => Array.isArray(region.serviceHealthReports))) return null;
  const cells = regions.flatMap((region) => {
    const name = textOf(region.regionName);
    const id = textOf(region.regionCanonicalName) || regionId("oracle", name);
    return listOf(region.serviceHealthReports).flatMap((service) => readService(service, id, name, unknown));
  });
  const events = Map.groupBy(cells, (cell) => cell.incident || `health-${cell.region}`);
  const at = parseTime(firstText(document.lastUpdated, document.updatedAt, document.updated_at, document.timestamp));
  return [...events].flatMap(([id, members]) => readEvent(id, members, at, source));
});

function readService(service: Fields, region: string | null, regionName: string, unknown: UnknownValues): Cell[] {
  const state = wordOf(service.serviceStatus, unknown);
  const incidents = listOf(service.incidents);
  if (state === "fine" || (state === null && incidents.length === 0)) return [];
  // An unknown state with an incident is not fine.
  const stated = worstSeverity(
    incidents.map(({ severity }) => wordOf(severity, state === null ? unknown : IGNORE_UNKNOWN)).filter((meaning) => meaning !== "fine"),
  );
  const cell = {
    region,
    regionName,
    service: firstText(service.serviceName, service.serviceCanonicalName),
    severity: state ?? stated ?? "minor",
    state: textOf(service.serviceStatus),
  };
  return incidents.length === 0
    ? [{ ...cell, incident: "" }]
    : incidents.map(({ incidentId }) => ({ ...cell, incident: textOf(incidentId) }));
}

/** The documentation writes the words with blanks, the document without. */
function wordOf(value: unknown, unknown: UnknownValues): Health | null {
  return meaningOf(ORACLE.state, typeof value === "string" ? value.replaceAll(" ", "") : value, unknown);
}

function readEvent(id: string, cells: Cell[], at: number | null, source: SourceContext): SourceIncident[] {
  const services = [...new Set(cells.map(({ service }) => service))];
  const regions = [...new Set(cells.map(({ regionName }) => regionName))];
  const worst = worstSeverity(cells.map(({ severity }) => severity)) ?? "minor";
  const state = cells.find(({ severity }) => severity === worst)?.state.replace(/([a-z])([A-Z])/g, "$1 $2") ?? "";
  return toIncidents(source, {
    id,
    places: placesByRegion(cells),
    severity: worst,
    status: "investigating",
    started: at,
    updated: at,
    title: `${state}: ${services.join(", ")}`,
    posts: [`${state} of ${services.join(", ")} in ${regions.join(", ")}.`],
  });
}
