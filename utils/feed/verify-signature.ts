import type { VerifySignature } from "../core/feed/verify-signature.ts";

/** Ed25519 by WebCrypto: the same in Chrome 137, Firefox 129 and Node 24. */
export const verifySignature: VerifySignature = async (publicKey, signature, message) => {
  const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  return await crypto.subtle.verify("Ed25519", key, signature, message);
};
