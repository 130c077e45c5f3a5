import type { Body } from "./feed.ts";
import type { Head } from "./head.ts";

/**
 * Compares what two mirrors of one feed serve, to find out whether it shows different people different things. Each body names the one
 * before it by its hash, so one history shows as a chain, and two histories as two chains.
 */

/** At most this many bodies are downloaded. Judged: mirrors are seldom more than a few bodies apart. */
const MAX_STEPS = 5;

export type Comparison =
  /** Both mirrors serve one history. */
  | { result: "agree" }
  /** They serve two. `reason` is a short English phrase. */
  | { result: "forked"; reason: string }
  /** It cannot be said: a body is missing, or they are too far apart. */
  | { result: "undecided" };

const AGREE: Comparison = { result: "agree" };
const UNDECIDED: Comparison = { result: "undecided" };

/**
 * @param one verified, as `other` is
 * @param bodyOf gives the body with that hash, or null where no mirror has it
 */
export async function compareHeads(one: Head, other: Head, bodyOf: (sha256: string) => Promise<Body | null>): Promise<Comparison> {
  if (one.sequence === other.sequence) {
    if (contentOf(one) === contentOf(other)) return AGREE;
    return { result: "forked", reason: `number ${one.sequence} has two contents` };
  }
  if (one.body.sha256 === other.body.sha256) return AGREE;
  const [older, newer] = one.sequence < other.sequence ? [one, other] : [other, one];
  const end = await bodyOf(older.body.sha256);
  if (end === null) return UNDECIDED;
  let next = newer.body.sha256;
  for (let step = 1; step < MAX_STEPS; step++) {
    const body = await bodyOf(next);
    if (body === null) return UNDECIDED;
    if (body.previous === older.body.sha256) return AGREE;
    if (isBefore(body, end)) return { result: "forked", reason: `number ${newer.sequence} does not follow from number ${older.sequence}` };
    if (body.previous === null) return UNDECIDED;
    next = body.previous;
  }
  return UNDECIDED;
}

function contentOf({ issued, expires, body, reports }: Head): string {
  return JSON.stringify([issued, expires, body.sha256, reports]);
}

/** Whether a body was made before another one, as far as both say when they were made. */
function isBefore(body: Body, other: Body): boolean {
  const [read, otherRead] = [body.sources.read, other.sources.read];
  return read !== null && otherRead !== null && Date.parse(read) < Date.parse(otherRead);
}
