import type { Scope } from "./verdict.ts";

/**
 * Which of several verdicts the toolbar shows. Trouble on this side makes all others doubtful; a wider one explains a narrower one.
 * The order is fixed by the trace format ("the gravest verdict wins").
 */
const GRAVITY: { [scope in Scope]: number } = { local: 5, network: 4, provider: 3, site: 2, unclear: 1, clear: 0 };

/** Orders verdicts: negative if the first is graver, or as grave and surer. */
export function byGravity(a: { scope: Scope; confidence: number }, b: { scope: Scope; confidence: number }): number {
  return GRAVITY[b.scope] - GRAVITY[a.scope] || b.confidence - a.confidence;
}
