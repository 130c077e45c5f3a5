/**
 * What AWS's three formats (`aws-health`, `aws-rss`, `aws-data`) share: status codes, severities and the mark of a resolved event.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import { vocabulary } from "../../parsing/unknown-values.ts";

/** AWS's status codes: 0 normal, 1 impact ("informational"), 2 degradation, 3 disruption. */
export type AwsCode = 0 | 1 | 2 | 3;

export const AWS_CODES = vocabulary<AwsCode>({ "0": 0, "1": 1, "2": 2, "3": 3 });

/** A disruption of `multipleservices` affects the whole region, so it is critical. Judged. */
export function awsSeverity(code: AwsCode, service: string): IncidentSeverity {
  if (code < 3) return "minor";
  return service === "multipleservices" ? "critical" : "major";
}

const RESOLVED = /^\s*\[RESOLVED\]\s*/i;

/** Whether a title begins with the mark that AWS adds when an event is resolved. */
export function isMarkedResolved(title: string): boolean {
  return RESOLVED.test(title);
}

export function withoutMark(title: string): string {
  return title.replace(RESOLVED, "");
}

/** The components that an event's service names: none for `multipleservices`, which is only a heading. */
export function awsServices(service: string): string[] {
  return service === "" || service === "multipleservices" ? [] : [service];
}
