import type { Evidence } from "./evidence.ts";
import type { Finding } from "./rules/finding.ts";
import { STATED } from "./rules/stated-confidence.ts";

export type { Finding, LocalCause, Scope, SiteCause } from "./rules/finding.ts";

/** The answer to "is it me?", for one site or for everything at once. */
export type Verdict = Finding & {
  /** The registrable domain that was asked about; null for the toolbar as a whole. */
  site: string | null;
  /** Posterior probability of the scope named, 0 to 1 (for `unclear`, of its best hypothesis). */
  confidence: number;
  /** When the trouble was first seen here, milliseconds of the epoch; null when clear. */
  since: number | null;
  /** The strongest first. They are the explanation. */
  evidence: Evidence[];
};

/** The verdict that nothing is wrong. */
export function clear(site: string | null): Verdict {
  return { scope: "clear", cause: null, subject: null, site, confidence: STATED.clear, since: null, evidence: [] };
}
