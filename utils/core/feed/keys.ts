import * as v from "valibot";
import { fromBase64url } from "./base64url.ts";
import { type Envelope, keyIdOf, readPublicKey, splitEnvelope } from "./envelope.ts";
import { type Feed, readFeed } from "./feed.ts";

/**
 * Two levels of keys: the root key is built into the extension and may lie in a safe; it grants a feed key the right to sign
 * until a date, and the grant travels inside the feed (`keys`). So feed keys change without a new extension. A feed signed by the
 * root key itself is as good.
 */
export type KeyGrant = {
  /** The feed key's id, as line 2 of the envelope names it. */
  id: string;
  /** Its public half: base64url of 32 bytes. */
  key: string;
  /** ISO time after which nothing it signed counts. */
  notAfter: string;
  /** base64url Ed25519 signature of the root key over `grantText(key, notAfter)`. */
  signature: string;
};

export type VerifySignature = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

export type FeedOpening = { ok: true; feed: Feed; keyId: string } | { ok: false; reason: string };

const grants = v.object({
  keys: v.optional(
    v.pipe(
      v.array(v.object({ id: v.string(), key: v.string(), notAfter: v.pipe(v.string(), v.isoTimestamp()), signature: v.string() })),
      v.maxLength(8),
    ),
    [],
  ),
});

/** The text that a root key signs to grant a feed key. */
export function grantText(key: string, notAfter: string): string {
  return `not-just-me-key 1\n${key}\n${notAfter}\n`;
}

/**
 * Opens a feed: envelope, signature of the root or of a key that it granted, document. Whether the document may be used now is
 * for `acceptFeed` to say. Nothing is ever thrown; `reason` is a short English phrase.
 * @param rootKeys public keys in base64url, any of which is enough
 * @param now milliseconds of the epoch: grants end
 */
export async function openFeed(bytes: Uint8Array, rootKeys: string[], now: number, verify: VerifySignature): Promise<FeedOpening> {
  const split = splitEnvelope(bytes);
  if (!split.ok) return split;
  const { envelope } = split;
  const value = parseJson(envelope.json);
  if (value === undefined) return refused("the document is not JSON");
  const signer = await findSigner(envelope, value, rootKeys, now, verify);
  if (!signer.ok) return signer;
  if (!(await holds(verify, signer.key, envelope.signature, envelope.signed))) return refused("the signature does not fit the document");
  const reading = readFeed(value);
  if (!reading.ok) return reading;
  return { ok: true, feed: reading.feed, keyId: envelope.keyId };
}

type Signer = { ok: true; key: Uint8Array<ArrayBuffer> } | { ok: false; reason: string };

async function findSigner(envelope: Envelope, value: unknown, rootKeys: string[], now: number, verify: VerifySignature): Promise<Signer> {
  const roots = rootKeys.flatMap((text) => readPublicKey(text) ?? []);
  if (roots.length === 0) return refused("there is no root key to check it with");
  const root = rootKeys.find((text) => keyIdOf(text) === envelope.keyId);
  const rootBytes = root === undefined ? null : readPublicKey(root);
  if (rootBytes !== null) return { ok: true, key: rootBytes };
  const list = v.safeParse(grants, value);
  const grant = list.success ? list.output.keys.find(({ id, key }) => id === envelope.keyId && keyIdOf(key) === id) : undefined;
  const key = grant === undefined ? null : readPublicKey(grant.key);
  if (grant === undefined || key === null) return refused(`signed by a key that is not known here (${envelope.keyId})`);
  if (!(Date.parse(grant.notAfter) > now)) return refused(`its key ${grant.id} ended on ${grant.notAfter}`);
  const signature = fromBase64url(grant.signature);
  const text = new TextEncoder().encode(grantText(grant.key, grant.notAfter));
  for (const rootKey of roots) {
    if (signature !== null && (await holds(verify, rootKey, signature, text))) return { ok: true, key };
  }
  return refused(`its key ${grant.id} was not granted by the root key`);
}

async function holds(
  verify: VerifySignature,
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    return await verify(publicKey, signature, message);
  } catch {
    // WebCrypto throws where a key's bytes are no point of the curve.
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
