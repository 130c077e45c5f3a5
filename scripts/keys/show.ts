import type { KeyBox } from "../../server/keys/key-box.ts";
import { readFeedKey, readRootKey } from "../../server/keys/key-files.ts";
import { newestRoot, type RootChain } from "../../server/keys/root-chain.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import { openNextRoot } from "../../utils/core/feed/root.ts";
import { type Root, rootText } from "../../utils/core/feed/root-text.ts";
import { HOUR } from "../../utils/core/time.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { UsageError } from "../support/flags.ts";
import { chainOf, describeRoot } from "./ceremony.ts";

/**
 * The roots of a feed and the keys that are here, line by line.
 * @param now milliseconds of the epoch
 * @throws UsageError where clients would not follow the chain
 */
export async function showKeys(box: KeyBox, now: number): Promise<string[]> {
  const chain = await chainOf(box);
  const newest = newestRoot(chain);
  return [
    `FEED_ROOT_KEY=${rootText(newest)}`,
    ...(await rootsOf(box, chain)).map(describeRoot),
    describeRootKey(await box.read("root"), newest),
    describeFeedKey(await box.read("feed"), newest, now),
  ];
}

async function rootsOf(box: KeyBox, { first, documents }: RootChain): Promise<Root[]> {
  const roots = [first];
  let current = first;
  for (const { number, bytes } of documents) {
    const opened = await openNextRoot(bytes, current, verifySignature);
    if (!opened.ok) throw new UsageError(`${box.place}: clients refuse root ${number}: ${opened.reason}; put back a copy of roots.json`);
    current = opened.root;
    roots.push(current);
  }
  return roots;
}

function describeRootKey(text: string | null, { keys, number }: Root): string {
  if (text === null) return "root key: none here; a new feed key must be brought here before the old one ends";
  const key = readRootKey(text)?.key;
  if (key === undefined) return "root key: cannot be read; put back a copy of it";
  return `root key: ${keyIdOf(key)} is here, ${keys.includes(key) ? `one of root ${number}` : `NOT one of root ${number}: it grants nothing any more`}`;
}

function describeFeedKey(text: string | null, { keys, number }: Root, now: number): string {
  if (text === null) return "feed key: none here";
  const feedKey = readFeedKey(text);
  if (feedKey === null) return "feed key: cannot be read; put back a copy of it";
  const left = Date.parse(feedKey.notAfter) - now;
  const end = left > 0 ? `ends on ${feedKey.notAfter}, in ${Math.floor(left / HOUR)} hours` : `ENDED on ${feedKey.notAfter}`;
  const by = `granted by ${keyIdOf(feedKey.root)}${keys.includes(feedKey.root) ? "" : `, which is NOT one of root ${number}: clients refuse it`}`;
  return `feed key: ${keyIdOf(feedKey.key)} ${end}, ${by}`;
}
