import * as v from "valibot";
import { parseJson } from "../parse-json.ts";
import { findGrantedKey, grantSchema } from "./grant.ts";
import { MAX_URL_LENGTH } from "./limits.ts";
import type { Root } from "./root-text.ts";
import { count, isoTime, path, sha256 } from "./schema-parts.ts";
import { reasonOf } from "./schema-reason.ts";
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

export type OpenedHead = { head: Head; keyId: string };

/** `unknownRoot`: the head's key was granted by no key of the root that is known. */
export type HeadOpening = ({ ok: true } & OpenedHead) | { ok: false; reason: string; unknownRoot?: true };

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
  if (!reading.success) return refused(reasonOf(reading.issues[0]));
  const granted = await findGrantedKey(reading.output.keys, signature.keyId, root, now, verify);
  if (!granted.ok) return granted;
  if (!(await isSignedBy(granted.key, signature.bytes, signed, verify))) return refused("the signature does not fit the document");
  return { ok: true, head: reading.output, keyId: signature.keyId };
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
