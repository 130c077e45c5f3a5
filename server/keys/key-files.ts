import { verify } from "node:crypto";
import * as v from "valibot";
import { grantText } from "../../utils/core/feed/grant-text.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import { type KeyPair, privateKeyOf, publicKeyOf } from "./key-pair.ts";

const rootFile = v.object({ key: v.string(), secret: v.string() });
const feedFile = v.object({ key: v.string(), secret: v.string(), notAfter: v.string(), signature: v.string(), root: v.string() });

/** A feed key with its grant. `root` is the public half of the root key that granted it. */
export type FeedKey = v.InferOutput<typeof feedFile>;

/** Reads the content of a file with a feed key. Null for anything else, and where its halves or its grant do not fit. */
export function readFeedKey(text: string): FeedKey | null {
  const reading = v.safeParse(feedFile, parseJson(text));
  return reading.success && isWhole(reading.output) && isGranted(reading.output) ? reading.output : null;
}

/** Reads the content of a file with a root key. Null for anything else, also for a feed key, and where its halves do not fit. */
export function readRootKey(text: string): KeyPair | null {
  const value = parseJson(text);
  const reading = v.safeParse(rootFile, value);
  return reading.success && !v.is(feedFile, value) && isWhole(reading.output) ? reading.output : null;
}

/** Writes a key as these files contain it. */
export function writeKey(key: KeyPair | FeedKey): string {
  return `${JSON.stringify(key)}\n`;
}

function isWhole(pair: KeyPair): boolean {
  try {
    privateKeyOf(pair);
    return true;
  } catch {
    return false;
  }
}

function isGranted({ key, notAfter, signature, root }: FeedKey): boolean {
  try {
    return verify(null, Buffer.from(grantText(key, notAfter)), publicKeyOf(root), Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}
