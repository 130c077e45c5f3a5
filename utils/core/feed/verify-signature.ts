import { readPublicKey } from "./public-key.ts";

/** Verifies an Ed25519 signature. The caller brings it, because browsers and servers have it from WebCrypto. */
export type VerifySignature = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** Whether a key, in base64url, signed a message. False for a key that is none. */
export async function isSignedBy(
  key: string,
  signature: Uint8Array<ArrayBuffer> | null,
  message: Uint8Array<ArrayBuffer>,
  verify: VerifySignature,
): Promise<boolean> {
  const publicKey = readPublicKey(key);
  if (publicKey === null || signature === null) return false;
  try {
    return await verify(publicKey, signature, message);
  } catch {
    // WebCrypto throws where the bytes of a key are not a point of the curve.
    return false;
  }
}
