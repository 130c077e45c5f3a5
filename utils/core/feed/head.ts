import * as v from "valibot";
import { HOUR, MINUTE, SECOND } from "../time.ts";
import { findGrantedKey, grantSchema } from "./grant.ts";
import { MAX_URL_LENGTH } from "./limits.ts";
import { parseJson } from "./parse-json.ts";
import { keyIdOf } from "./public-key.ts";
import type { Root } from "./root.ts";
import { count, isoTime, path, sha256 } from "./schema-parts.ts";
import { splitDocument } from "./signed-document.ts";
import { isSignedBy, type VerifySignature } from "./verify-signature.ts";

/**
 * The head of a feed: a few hundred bytes that a client downloads every five minutes. It names the body by its hash, so that the body
 * travels only when there is news.
 */

/** A head holds at most this many grants: two while keys change. Judged. */
const MAX_GRANTS = 4;
/** The largest body, in bytes. Judged; clients refuse anything larger. */
export const BODY_SIZE_LIMIT = 256 * 1024;
/** Clocks differ: a head from further in the future is refused. Judged. */
const MAX_CLOCK_DIFFERENCE = HOUR;
/** The longest time for which a head may be valid, so that an old copy cannot pass for a current one. Judged. */
const MAX_VALIDITY = 24 * HOUR;

const head = v.object({
  version: v.literal(2),
  /** Seconds of the clock, strictly increasing. */
  sequence: count,
  issued: isoTime,
  expires: isoTime,
  body: v.object({ url: path, sha256, bytes: v.pipe(count, v.minValue(2), v.maxValue(BODY_SIZE_LIMIT)) }),
  /** The one address that takes reports; null where none are taken. */
  reports: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH))), null),
  keys: v.pipe(v.array(grantSchema), v.maxLength(MAX_GRANTS)),
});
export type Head = v.InferOutput<typeof head>;

export type HeadOpening = { ok: true; head: Head; keyId: string } | { ok: false; reason: string };

/**
 * Opens a head: verifies its signature and reads it. Whether it may be used now is decided by `acceptHead`. The document, of a few
 * kilobytes at most, is parsed before its signature is verified, because it contains the grant of the key that signed. `reason` is a
 * short English phrase. Nothing is thrown.
 * @param now milliseconds of the epoch, for the end of grants
 */
export async function openHead(bytes: Uint8Array, root: Root, now: number, verify: VerifySignature): Promise<HeadOpening> {
  const split = splitDocument("head", bytes);
  if (!split.ok) return split;
  const { signatures, signed, json } = split.document;
  const [signature] = signatures;
  if (signature === undefined) return refused("it has no signature");
  const value = parseJson(json);
  if (value === undefined) return refused("the document is not JSON");
  const reading = v.safeParse(head, value);
  if (!reading.success) return refused(`${v.getDotPath(reading.issues[0]) ?? "document"}: ${reading.issues[0].message.slice(0, 120)}`);
  const granted = await findGrantedKey(reading.output.keys, signature.keyId, root, now, verify);
  if (!granted.ok) return granted;
  if (!(await isSignedBy(granted.key, signature.bytes, signed, verify))) return refused("the signature does not fit the document");
  return { ok: true, head: reading.output, keyId: signature.keyId };
}

/** What a client remembers of the heads that it accepted, so that no mirror and no stolen key can lead it back. */
export type AcceptedHeads = {
  /** The highest number by the id of the key that signed it. A stolen key can raise its own only, and only by an hour. */
  highest: { [keyId: string]: number };
  /** The last head that was accepted; null before the first. */
  last: Pick<Head, "sequence" | "issued" | "body"> | null;
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
export function acceptHead({ head, keyId }: { head: Head; keyId: string }, heads: AcceptedHeads, now: number): HeadAcceptance {
  const { sequence, body } = head;
  const { last, highest } = heads;
  const issued = Date.parse(head.issued);
  const expires = Date.parse(head.expires);
  const known = highest[keyId] ?? 0;
  if (sequence < known) return refused(`number ${sequence} is older than ${known}, which was already seen`);
  // Not by the last head alone: where its time was of the future, the clock decides.
  if (last !== null && issued < Math.min(Date.parse(last.issued), now)) return refused(`issued before the copy of ${last.issued}`);
  if (last !== null && sequence === last.sequence && body.sha256 !== last.body.sha256)
    return { ok: false, reason: `number ${sequence} has two contents`, forked: true };
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
    as: last !== null && sequence === last.sequence ? "same" : "new",
    heads: {
      highest: { ...Object.fromEntries([...others.slice(-MAX_GRANTS), ...kept]), [keyId]: sequence },
      last: { sequence, issued: head.issued, body },
    },
  };
}

function inMinutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / MINUTE)} min`;
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
