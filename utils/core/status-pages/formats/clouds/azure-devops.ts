/**
 * Azure DevOps: the answer of `status.dev.azure.com/_apis/status/health` (documented by Microsoft, `api-version=7.1-preview.1`), or the
 * `serviceStatus` that is embedded in the page (seen 16 March 2022).
 *
 * Holds a matrix of services by geography with the health of each, and one message for all. It has no incidents and no start.
 * Traps: the API writes health as words, the page as numbers; the matrix lies at different depths.
 */

import { embeddedJson } from "../../parsing/embedded-json.ts";
import { type Fields, fieldsOf, listOf, textOf } from "../../parsing/fields.ts";
import { type IncidentPlace, placesByRegion } from "../../parsing/incident-places.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { AZURE_DEVOPS } from "../word-table.ts";

export const azureDevops = textAdapter("azure-devops", (text, source, unknown) => {
  const status = serviceStatus(embeddedJson(text, "dataProviders"));
  if (status === null) return null;
  const overall = fieldsOf(status.status) ?? {};
  const cells = listOf(status.services).flatMap((service) =>
    listOf(service.geographies).map((geography) => ({
      service: textOf(service.id),
      region: textOf(geography.id).toLowerCase() || null,
      health: meaningOf(AZURE_DEVOPS.health, geography.health, unknown),
    })),
  );
  const page = meaningOf(AZURE_DEVOPS.health, overall.health, unknown);
  const failing = cells.flatMap(({ health, ...cell }) => (health === null || health === "fine" ? [] : [{ ...cell, severity: health }]));
  const isPageFailing = page !== null && page !== "fine";
  if (cells.length === 0 && page === null) return null;
  if (failing.length === 0 && !isPageFailing) return [];
  const message = textOf(overall.message);
  const at = parseTime(status.lastUpdated);
  const places: IncidentPlace[] = failing.length === 0 ? [{ region: null, services: [] }] : placesByRegion(failing);
  const severity = worstSeverity(failing.map((cell) => cell.severity)) ?? (isPageFailing ? page : "minor");
  return toIncidents(source, {
    id: "health",
    places,
    severity,
    status: statusFromText([message]),
    started: at,
    updated: at,
    title: message || `Degraded: ${[...new Set(failing.map(({ service }) => service))].join(", ")}`,
    posts: [message],
  });
});

/** The matrix: the document itself, under `serviceStatus`, or under the name of a data provider of the page. */
function serviceStatus(value: unknown): Fields | null {
  const found = findMatrix(value, 0);
  return found !== null && Array.isArray(found.services) && fieldsOf(found.status) !== null ? found : null;
}

function findMatrix(value: unknown, depth: number): Fields | null {
  const fields = fieldsOf(value);
  if (fields === null || depth > 4) return null;
  if (Array.isArray(fields.services) && listOf(fields.services).some((service) => Array.isArray(service.geographies))) return fields;
  for (const inner of Object.values(fields)) {
    const found = findMatrix(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
