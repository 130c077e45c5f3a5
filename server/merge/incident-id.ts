import type { Incident } from "../../utils/core/feed/incident.ts";

/**
 * The id of a new incident: place, day of its start, number on that day (`aws-us-east-1-20211207-1`).
 * @param taken ids in use
 */
export function newIncidentId(incident: Pick<Incident, "provider" | "region" | "started">, taken: ReadonlySet<string>): string {
  const { provider, region, started } = incident;
  const day = started.slice(0, 10).replaceAll("-", "");
  const stem = [provider, region, day].filter((part) => part !== null).join("-");
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
