import type { Finding } from "./verdict.ts";

/**
 * Which of several verdicts the toolbar shows. Trouble on this side makes all others doubtful; a wider one explains a narrower one.
 * The order is fixed by the trace format ("the gravest verdict wins").
 */
const GRAVITY = { local: 6, isp: 5, provider: 4, route: 3, site: 2, unclear: 1, clear: 0 } as const;

type Rankable = Pick<Finding, "scope" | "cause"> & { confidence: number };

/** Orders verdicts: negative if the first is graver, or as grave and surer. */
export function byGravity(a: Rankable, b: Rankable): number {
  return gravityOf(b) - gravityOf(a) || b.confidence - a.confidence;
}

function gravityOf({ scope, cause }: Rankable): number {
  if (scope !== "network") return GRAVITY[scope];
  return cause === "route" ? GRAVITY.route : GRAVITY.isp;
}
