import type { IncidentSeverity } from "../../feed/feed.ts";
import { vocabulary } from "../parsing/unknown-values.ts";

/** What AWS's codes mean: 0 normal, 1 impact ("informational"), 2 degradation, 3 disruption. */
export type AwsCode = 0 | 1 | 2 | 3;

export const AWS_CODES = vocabulary<AwsCode>({ "0": 0, "1": 1, "2": 2, "3": 3 });

/** A disruption of `multipleservices` is the whole region's. */
export function awsSeverity(code: AwsCode, service: string): IncidentSeverity {
  if (code < 3) return "minor";
  return service === "multipleservices" ? "critical" : "major";
}

const RESOLVED = /^\s*\[RESOLVED\]\s*/i;

/** When an event is over, AWS writes so in front of its title. */
export function isMarkedResolved(title: string): boolean {
  return RESOLVED.test(title);
}

export function withoutMark(title: string): string {
  return title.replace(RESOLVED, "");
}

/** `multipleservices` is a heading, not a component. */
export function awsServices(service: string): string[] {
  return service === "" || service === "multipleservices" ? [] : [service];
}
