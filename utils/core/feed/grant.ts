import * as v from "valibot";
import { DAY, HOUR } from "../time.ts";
import { fromBase64url } from "./base64url.ts";
import { keyIdOf, readPublicKey } from "./public-key.ts";
import type { Root } from "./root-text.ts";
import { isSignedBy, type VerifySignature } from "./verify-signature.ts";

/**
 * A grant of a root key to a feed key. It permits the feed key to sign heads until a date, a week ahead at most: a stolen feed key is of
 * use for no longer. Heads contain their grants, so feed keys can change without a new extension.
 */
export const grantSchema = v.object({
  /** The feed key's id, see `keyIdOf`. */
  id: v.string(),
  /** The public key: base64url of 32 bytes. */
  key: v.string(),
  /** ISO time after which its signatures are not accepted. */
  notAfter: v.pipe(v.string(), v.isoTimestamp()),
  /** A root key's Ed25519 signature of `grantText(key, notAfter)` in base64url. */
  signature: v.string(),
});
export type KeyGrant = v.InferOutput<typeof grantSchema>;

/** A grant lasts this long. The publisher renews it by itself. Judged. */
export const GRANT_LIFE = 7 * DAY;
/** Clocks differ: a grant may end this much later than a week from now. Judged. */
const CLOCK_DIFFERENCE = HOUR;

/** The text that a root key signs to grant a feed key. */
export function grantText(key: string, notAfter: string): string {
  return `not-just-me-key 2\n${key}\n${notAfter}\n`;
}

/** `unknownRoot`: another root may have granted the key, the next of the chain for example. */
export type GrantReading = { ok: true; key: string } | { ok: false; reason: string; unknownRoot?: true };

/**
 * Finds the grant of the key that signed, and checks it.
 * @param now milliseconds of the epoch
 * @returns the feed key in base64url, or why it may not sign, as a short English phrase
 */
export async function findGrantedKey(
  grants: readonly KeyGrant[],
  keyId: string,
  root: Root,
  now: number,
  verify: VerifySignature,
): Promise<GrantReading> {
  const grant = grants.find(({ id, key }) => id === keyId && keyIdOf(key) === id);
  if (grant === undefined || readPublicKey(grant.key) === null) return refused(`signed by a key that is not known here (${keyId})`);
  const end = Date.parse(grant.notAfter);
  if (!(end > now)) return refused(`its key ${grant.id} ended on ${grant.notAfter}`);
  if (end > now + GRANT_LIFE + CLOCK_DIFFERENCE) return refused(`its key ${grant.id} was granted for longer than a week`);
  const signature = fromBase64url(grant.signature);
  const text = new TextEncoder().encode(grantText(grant.key, grant.notAfter));
  for (const key of root.keys) if (await isSignedBy(key, signature, text, verify)) return { ok: true, key: grant.key };
  return { ...refused(`its key ${grant.id} was not granted by root ${root.number}`), unknownRoot: true };
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
