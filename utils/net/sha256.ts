import { toBase64url } from "../core/feed/base64url.ts";

/** The SHA-256 of bytes, in base64url, by WebCrypto. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
