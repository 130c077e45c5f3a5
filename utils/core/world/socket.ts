import { SECOND } from "../time.ts";
import type { Observation } from "./observation.ts";
import type { Sockets } from "./world.ts";

/*
 * No browser tells of the end of an open WebSocket (recorded 2026-11-30 on Chromium 156 and Firefox 153): a connection that falls again
 * and again shows only in that its page opens it again and again. All thresholds are judged (2026-11-30).
 */

/** Sockets that a page opens within this time belong together. */
const AT_ONCE = 2 * SECOND;
/** Openings further apart have nothing to do with each other. */
const APART = 30 * SECOND;
/** The first opening and three more: it fell again and again. */
const OPENINGS = 4;

/** The openings of a host's sockets, with one more. A page that opens begins anew. */
export function afterOpening(before: Sockets | undefined, at: number, pageOkAt: number): Sockets {
  if (before === undefined || pageOkAt > before.at || at - before.at > APART) return { at, openings: 1 };
  return { at, openings: before.openings + (at - before.at > AT_ONCE ? 1 : 0) };
}

/** What an opening says: an answer, or, where the connection keeps falling, a failure. */
export function readOpening(observation: Observation, sockets: Sockets): Observation {
  if (sockets.openings < OPENINGS) return observation;
  return { ...observation, status: null, fault: { kind: "broken", failure: "tcp.closed", evidence: "counts" } };
}
