import { verify } from "node:crypto";
import { privateKeyOf, publicKeyOf } from "../../server/keys/key-pair.ts";
import { grantText, type KeyGrant } from "../../utils/core/feed/grant-text.ts";

/** A feed key with its grant. `server/keys/key-files.ts` reads the same with a schema library, which is not installed here. */
export type FeedKey = KeyGrant & { secret: string };

const HOW = "npm run --silent keys -- grant --root FILE prints one";

/**
 * Reads the content of a file with a feed key.
 * @param now milliseconds of the epoch
 * @throws one readable line; no part of the secret is in it
 */
export function readFeedKey(text: string | undefined, now: number): FeedKey {
  if (text === undefined || text.trim() === "") throw new Error(`FEED_SIGNING_KEY: is not set; ${HOW}`);
  const { key, secret, notAfter, signature, root } = parse(text);
  if (key === undefined || secret === undefined) throw new Error(`FEED_SIGNING_KEY: is not the content of a feed key file; ${HOW}`);
  if (notAfter === undefined || signature === undefined || root === undefined)
    throw new Error(`FEED_SIGNING_KEY: is a root key, which must not be here; ${HOW}`);
  if (!fits({ key, secret, notAfter, signature, root })) throw new Error(`FEED_SIGNING_KEY: its parts do not belong together; ${HOW}`);
  if (!(Date.parse(notAfter) > now)) throw new Error(`FEED_SIGNING_KEY: this key ended on ${notAfter}; ${HOW}`);
  return { key, secret, notAfter, signature };
}

type Parts = { [part in "key" | "secret" | "notAfter" | "signature" | "root"]: string };

function parse(text: string): Partial<Parts> {
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([, part]) => typeof part === "string"));
  } catch {
    return {};
  }
}

function fits({ key, secret, notAfter, signature, root }: Parts): boolean {
  try {
    privateKeyOf({ key, secret });
    return verify(null, Buffer.from(grantText(key, notAfter)), publicKeyOf(root), Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}
