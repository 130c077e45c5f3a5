import { GRANT_LIFE, grantText, type KeyGrant } from "../../utils/core/feed/grant-text.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import type { Root } from "../../utils/core/feed/root-text.ts";
import { joinDocument, signedBytes } from "../../utils/core/feed/signed-document.ts";
import { KEY_NAMES, type KeyBox } from "./key-box.ts";
import { type FeedKey, readFeedKey, readRootKey, writeKey } from "./key-files.ts";
import { type KeyPair, makeKeyPair, signWith } from "./key-pair.ts";
import { newestRoot, readRootChain } from "./root-chain.ts";

/** A feed key is replaced when half of its life is left, so that it survives an absence of the root key of three days. Judged. */
const RENEW_AT = GRANT_LIFE / 2;

export type Signer = {
  /**
   * Reads the keys anew and replaces the feed key when its end is near, so that a root key that was put back, a feed key that was brought
   * here and a new root count at once.
   * @throws one readable line where no key here may sign: the feed key has ended, or the newest root dropped the key that granted it
   */
  renew(now: number): Promise<void>;
  /** The grants in the head's `keys`. */
  grants(): KeyGrant[];
  /** Signs a head. */
  sealHead(json: Uint8Array): Uint8Array<ArrayBuffer>;
};

/**
 * Opens the keys, or creates them at the first start. Where no key may sign, `renew` says why: what was published before is still served.
 * @throws one readable line if a stored key is damaged
 */
export async function openSigner(box: KeyBox, now: number): Promise<Signer> {
  const isNew = (await Promise.all(KEY_NAMES.map((name) => box.read(name)))).every((text) => text === null);
  if (isNew) await box.offer("root", writeKey(makeKeyPair()));
  let choice = await chooseFeedKey(box, now);

  function feedKey(): FeedKey {
    if (typeof choice === "string") throw new Error(choice);
    return choice;
  }

  return {
    async renew(time) {
      choice = await chooseFeedKey(box, time);
      feedKey();
    },
    grants() {
      const { key, notAfter, signature } = feedKey();
      return [{ key, notAfter, signature }];
    },
    sealHead(json) {
      const key = feedKey();
      return joinDocument("head", [{ keyId: keyIdOf(key.key), signature: signWith(key, signedBytes("head", json)) }], json);
    },
  };
}

/** Creates a feed key that a root key grants for a week. In whole seconds: every byte of a head travels every five minutes. */
export function grantFeedKey(root: KeyPair, now: number): FeedKey {
  const pair = makeKeyPair();
  const notAfter = `${new Date(now + GRANT_LIFE).toISOString().slice(0, 19)}Z`;
  const signature = signWith(root, new TextEncoder().encode(grantText(pair.key, notAfter)));
  return { ...pair, notAfter, signature, root: root.key };
}

/** The feed key that signs now, a new one where that is due and possible; or why there is none, in one line. */
async function chooseFeedKey(box: KeyBox, now: number): Promise<FeedKey | string> {
  const [rootFile, feedFile] = [await box.read("root"), await box.read("feed")];
  const rootKey = rootFile === null ? null : checked(box, "root", readRootKey(rootFile));
  const feedKey = feedFile === null ? null : checked(box, "feed", readFeedKey(feedFile));
  const chain = await readRootChain(box);
  if (chain === null) return `${box.place}: no key to sign with`;
  const newest = newestRoot(chain);
  const left = feedKey === null ? 0 : Date.parse(feedKey.notAfter) - now;
  const isTrusted = feedKey !== null && newest.keys.includes(feedKey.root);
  // Longer than the life of a grant: the clock was ahead when it was made, and clients refuse it.
  if (feedKey !== null && isTrusted && left > RENEW_AT && left <= GRANT_LIFE) return feedKey;
  if (rootKey !== null && newest.keys.includes(rootKey.key)) return await keepNewFeedKey(box, rootKey, newest, feedFile === null, now);
  if (feedKey !== null && isTrusted && left > 0) return feedKey;
  return whyNone(box, newest, feedKey, isTrusted);
}

async function keepNewFeedKey(box: KeyBox, from: KeyPair, newest: Root, isFirst: boolean, now: number): Promise<FeedKey> {
  const made = grantFeedKey(from, now);
  if (isFirst) {
    // Another process may have created one at the same time: the first stays.
    const kept = readFeedKey(await box.offer("feed", writeKey(made)));
    if (kept !== null && newest.keys.includes(kept.root)) return kept;
  }
  await box.replace("feed", writeKey(made));
  return made;
}

function whyNone(box: KeyBox, { number, keys }: Root, feedKey: FeedKey | null, isTrusted: boolean): string {
  const problem =
    feedKey === null
      ? "there is no feed key"
      : isTrusted
        ? `the feed key ended on ${feedKey.notAfter}`
        : `the feed key was granted by ${keyIdOf(feedKey.root)}, which root ${number} does not have`;
  const wanted = `Needed: a root key out of ${keys.map(keyIdOf).join(", ")}, or a feed key that one of them grants`;
  return `${box.place}: ${problem}, and no root key of root ${number} is here. ${wanted} (server/README.md, Keys)`;
}

function checked<Key>(box: KeyBox, name: "root" | "feed", key: Key | null): Key {
  if (key !== null) return key;
  throw new Error(
    `${box.place}: the ${name} key cannot be read; put back a copy of it (a new one would need a new build of the extension)`,
  );
}
