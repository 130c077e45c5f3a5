import * as v from "valibot";
import { fromBase64url } from "./base64url.ts";
import { type Envelope, splitEnvelope } from "./envelope.ts";
import { type Feed, readFeed } from "./feed.ts";
import { keyIdOf, readPublicKey } from "./public-key.ts";

/**
 * A grant of the root key to a feed key. The root key is built into the extension and can be kept offline; it permits a feed key to sign
 * until a date. Feeds contain their grants (`keys`), so feed keys can change without a new extension. The root key may sign feeds too.
 */
export type KeyGrant = {
  /** The feed key's id, as in line 2 of the envelope. */
  id: string;
  /** The public key: base64url of 32 bytes. */
  key: string;
  /** ISO time after which its signatures are not accepted. */
  notAfter: string;
  /** The root key's Ed25519 signature of `grantText(key, notAfter)` in base64url. */
  signature: string;
};

export type VerifySignature = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

export type FeedOpening = { ok: true; feed: Feed; keyId: string } | { ok: false; reason: string };

/** A feed holds at most this many grants. Judged. */
const MAX_GRANTS = 8;

const grants = v.object({
  keys: v.optional(
    v.pipe(
      v.array(v.object({ id: v.string(), key: v.string(), notAfter: v.pipe(v.string(), v.isoTimestamp()), signature: v.string() })),
      v.maxLength(MAX_GRANTS),
    ),
    [],
  ),
});

/** The text that the root key signs to grant a feed key. */
export function grantText(key: string, notAfter: string): string {
  return `not-just-me-key 1\n${key}\n${notAfter}\n`;
}

/**
 * Opens a feed: splits the envelope, verifies the signature (of a root key, or of a key that one granted) and reads the document. Whether
 * the document may be used now is decided by `acceptFeed`. `reason` is a short English phrase. Nothing is thrown.
 * @param rootKeys public keys in base64url, one of which must have signed or granted
 * @param now milliseconds of the epoch, for the end of grants
 */
export async function openFeed(bytes: Uint8Array, rootKeys: string[], now: number, verify: VerifySignature): Promise<FeedOpening> {
  const split = splitEnvelope(bytes);
  if (!split.ok) return split;
  const { envelope } = split;
  const value = parseJson(envelope.json);
  if (value === undefined) return refused("the document is not JSON");
  const signer = await findSigner(envelope, value, rootKeys, now, verify);
  if (!signer.ok) return signer;
  if (!(await isValidSignature(verify, signer.key, envelope.signature, envelope.signed)))
    return refused("the signature does not fit the document");
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
    if (signature !== null && (await isValidSignature(verify, rootKey, signature, text))) return { ok: true, key };
  }
  return refused(`its key ${grant.id} was not granted by the root key`);
}

async function isValidSignature(
  verify: VerifySignature,
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    return await verify(publicKey, signature, message);
  } catch {
    // WebCrypto throws where the bytes of a key are not a point of the curve.
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
