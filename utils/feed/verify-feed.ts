import { type FeedOpening, openFeed, type VerifySignature } from "../core/feed/keys.ts";

/** Ed25519 by WebCrypto: the same in Chrome 137, Firefox 129 and Node 24. */
const verifySignature: VerifySignature = async (publicKey, signature, message) => {
  const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  return await crypto.subtle.verify("Ed25519", key, signature, message);
};

/** Opens a feed and checks its signature, see `openFeed`. `acceptFeed` then decides whether it may be used. */
export function verifyFeed(bytes: Uint8Array, rootKeys: string[], now: number): Promise<FeedOpening> {
  return openFeed(bytes, rootKeys, now, verifySignature);
}
