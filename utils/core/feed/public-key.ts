import { fromBase64url } from "./base64url.ts";

/** Bytes of an Ed25519 public key (RFC 8032). */
const KEY_LENGTH = 32;

/** The id of a public key in base64url. It helps to find the key and proves nothing. */
export function keyIdOf(key: string): string {
  return key.slice(0, 12);
}

/** Decodes a public key from base64url. Null unless it has 32 bytes. */
export function readPublicKey(key: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64url(key);
  return bytes?.length === KEY_LENGTH ? bytes : null;
}
