import * as v from "valibot";
import { HOUR } from "../time.ts";
import { fromBase64url } from "./base64url.ts";
import { GRANT_LIFE, grantText, type KeyGrant } from "./grant-text.ts";
import { keyIdOf, readPublicKey } from "./public-key.ts";
import type { Root } from "./root-text.ts";
import { isSignedBy, type VerifySignature } from "./verify-signature.ts";

/** A grant is one text in a head, `key.notAfter.signature`: the names of three fields would be a tenth of the head. */
const GRANT = /^([\w-]{43})\.(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\.([\w-]{86})$/;

export const grantSchema = v.pipe(
  v.string(),
  v.regex(GRANT),
  v.transform((text): KeyGrant => {
    const [, key = "", notAfter = "", signature = ""] = GRANT.exec(text) ?? [];
    return { key, notAfter, signature };
  }),
);

/** Clocks differ: a grant may end this much later than a week from now. Judged. */
const CLOCK_DIFFERENCE = HOUR;

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
  const grant = grants.find(({ key }) => keyIdOf(key) === keyId);
  if (grant === undefined || readPublicKey(grant.key) === null) return refused(`signed by a key that is not known here (${keyId})`);
  const end = Date.parse(grant.notAfter);
  if (!(end > now)) return refused(`its key ${keyId} ended on ${grant.notAfter}`);
  if (end > now + GRANT_LIFE + CLOCK_DIFFERENCE) return refused(`its key ${keyId} was granted for longer than a week`);
  const signature = fromBase64url(grant.signature);
  const text = new TextEncoder().encode(grantText(grant.key, grant.notAfter));
  for (const key of root.keys) if (await isSignedBy(key, signature, text, verify)) return { ok: true, key: grant.key };
  return { ...refused(`its key ${keyId} was not granted by root ${root.number}`), unknownRoot: true };
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
