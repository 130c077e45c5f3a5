import { HOUR, MINUTE, SECOND } from "../time.ts";
import type { Head, OpenedHead } from "./head.ts";
import { keyIdOf } from "./public-key.ts";

/** Clocks differ: a head from further in the future is refused. Judged. */
const MAX_CLOCK_DIFFERENCE = HOUR;
/** The longest time for which a head may be valid, so that an old copy cannot pass for a current one. Judged. */
const MAX_VALIDITY = 24 * HOUR;
/** Numbers are kept of at most this many keys that the last head did not grant. Judged. */
const MAX_FORMER_KEYS = 4;

/** What a client remembers of the heads that it accepted, so that no mirror and no stolen key can lead it back. */
export type AcceptedHeads = {
  /** The highest number by the id of the key that signed it. A stolen key can raise its own only, and only by an hour. */
  highest: { [keyId: string]: number };
  /** The last head that was accepted, and the id of the key that signed it; null before the first. */
  last: (Pick<Head, "sequence" | "issued" | "body"> & { keyId: string }) | null;
};

export const NO_HEADS: AcceptedHeads = { highest: {}, last: null };

export type HeadAcceptance =
  /** `new`: a head that was not accepted before; `same`: the head that was accepted last. */
  { ok: true; as: "new" | "same"; heads: AcceptedHeads } | { ok: false; reason: string; forked?: true };

/**
 * Decides whether a verified head may replace the last one: never back, not from the future, not past its end, and no number with two
 * contents (`forked`: the feed shows different people different histories).
 * @param now milliseconds of the epoch
 */
export function acceptHead({ head, keyId }: OpenedHead, heads: AcceptedHeads, now: number): HeadAcceptance {
  const { sequence, body } = head;
  const { last, highest } = heads;
  const issued = Date.parse(head.issued);
  const expires = Date.parse(head.expires);
  const known = highest[keyId] ?? 0;
  if (sequence < known) return refused(`number ${sequence} is older than ${known}, which was already seen`);
  // Not by the last head alone: where its time was of the future, the clock decides.
  if (last !== null && issued < Math.min(Date.parse(last.issued), now)) return refused(`issued before the copy of ${last.issued}`);
  // Of one key only: numbers are seconds, and a stolen key must not be able to take away those of the next one.
  const isLast = last !== null && sequence === last.sequence && keyId === last.keyId;
  if (isLast && body.sha256 !== last.body.sha256) return { ok: false, reason: `number ${sequence} has two contents`, forked: true };
  if (!(expires > issued) || expires - issued > MAX_VALIDITY) return refused("its time of validity makes no sense");
  if (issued - now > MAX_CLOCK_DIFFERENCE)
    return refused(`issued ${inMinutes(issued - now)} in the future: one of the two clocks is wrong`);
  if (sequence * SECOND - now > MAX_CLOCK_DIFFERENCE) return refused(`number ${sequence} is more than an hour ahead of the clock`);
  if (expires <= now) return refused(`expired ${inMinutes(now - expires)} ago`);
  const granted = new Set(head.keys.map(({ key }) => keyIdOf(key)));
  // A key that the head no longer grants may be granted again by an older one: its number stays. Few keys are ever granted at once.
  const kept = Object.entries(highest).filter(([id]) => granted.has(id) || id === keyId);
  const others = Object.entries(highest).filter(([id]) => !granted.has(id) && id !== keyId);
  return {
    ok: true,
    as: isLast ? "same" : "new",
    heads: {
      highest: { ...Object.fromEntries([...others.slice(-MAX_FORMER_KEYS), ...kept]), [keyId]: sequence },
      last: { sequence, issued: head.issued, body, keyId },
    },
  };
}

function inMinutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / MINUTE)} min`;
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
