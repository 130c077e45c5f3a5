import { type Place, parsePlaceId } from "../providers/place.ts";
import type { Finding } from "./rules/finding.ts";

/** The place that a finding names: the one that has an outage, or the one that cannot be reached from here. Null for any other finding. */
export function namedPlace(finding: Finding): Place | null {
  return finding.scope === "provider" || finding.cause === "route" ? parsePlaceId(finding.subject) : null;
}
