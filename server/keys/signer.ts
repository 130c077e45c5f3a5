import * as v from "valibot";
import { GRANT_LIFE, grantText, type KeyGrant } from "../../utils/core/feed/grant-text.ts";
import { parseJson } from "../../utils/core/feed/parse-json.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import { joinDocument, signedBytes } from "../../utils/core/feed/signed-document.ts";
import type { KeyBox } from "./key-box.ts";
import { type KeyPair, makeKeyPair, privateKeyOf, signWith } from "./key-pair.ts";

/** A feed key is replaced when half of its life is left, so that it survives an absence of the root key of three days. Judged. */
const RENEW_AT = GRANT_LIFE / 2;

const rootFile = v.object({ key: v.string(), secret: v.string() });
const feedFile = v.object({ key: v.string(), secret: v.string(), notAfter: v.string(), signature: v.string(), root: v.string() });
export type FeedKey = v.InferOutput<typeof feedFile>;

export type Signer = {
  /** The public half of the root key that grants the feed key. */
  rootKey: string;
  /** The grants in the head's `keys`. */
  grants(): KeyGrant[];
  /** When the feed key ends, milliseconds of the epoch. */
  ends(): number;
  /** Replaces the feed key when its end is near. Without the secret root key the old one stays. */
  renew(now: number): Promise<void>;
  /** Signs a head. */
  sealHead(json: Uint8Array): Uint8Array<ArrayBuffer>;
};

/** Opens the keys, or creates them at the first start. Throws, with one readable line, if a stored key is damaged. */
export async function openSigner(box: KeyBox, now: number): Promise<Signer> {
  const found = await box.read("feed");
  let feedKey = found === null ? null : readFeedKey(box, found);
  const text = await box.read("root");
  // A careful operator stores the root key offline; then there is a feed key without the root's secret.
  let root = text === null ? null : readRoot(box, text);
  if (root === null && feedKey === null) root = readRoot(box, await box.offer("root", write(makeKeyPair())));
  if (root !== null && feedKey !== null && feedKey.root !== root.key) feedKey = null;
  if (feedKey === null) {
    if (root === null) throw new Error(`${box.place}: no key to sign with`);
    feedKey = await keepNewFeedKey(root);
  }

  async function keepNewFeedKey(from: KeyPair): Promise<FeedKey> {
    const made = grantFeedKey(from, now);
    // Another process may have created one at the same time: the first stays, unless it belongs to another root.
    const kept = readFeedKey(box, await box.offer("feed", write(made)));
    if (kept.root === from.key) return kept;
    await box.replace("feed", write(made));
    return made;
  }

  let current: FeedKey = feedKey;
  const signer: Signer = {
    rootKey: current.root,
    grants: () => [{ key: current.key, notAfter: current.notAfter, signature: current.signature }],
    ends: () => Date.parse(current.notAfter),
    async renew(time) {
      const left = Date.parse(current.notAfter) - time;
      if (root === null || (left > RENEW_AT && left <= GRANT_LIFE)) return;
      current = grantFeedKey(root, time);
      await box.replace("feed", write(current));
    },
    sealHead: (json) =>
      joinDocument("head", [{ keyId: keyIdOf(current.key), signature: signWith(current, signedBytes("head", json)) }], json),
  };
  await signer.renew(now);
  return signer;
}

/** Creates a feed key that a root key grants for a week. In whole seconds: every byte of a head travels every five minutes. */
export function grantFeedKey(root: KeyPair, now: number): FeedKey {
  const pair = makeKeyPair();
  const notAfter = `${new Date(now + GRANT_LIFE).toISOString().slice(0, 19)}Z`;
  const signature = signWith(root, new TextEncoder().encode(grantText(pair.key, notAfter)));
  return { ...pair, notAfter, signature, root: root.key };
}

/** Whether a text is the content of `feed.json`. */
export function isFeedKeyText(text: string): boolean {
  return v.is(feedFile, parseJson(text));
}

function readRoot(box: KeyBox, text: string): KeyPair {
  return checked(box, "root", v.safeParse(rootFile, parseJson(text)));
}

function readFeedKey(box: KeyBox, text: string): FeedKey {
  return checked(box, "feed", v.safeParse(feedFile, parseJson(text)));
}

function checked<Key extends KeyPair>(box: KeyBox, name: "root" | "feed", result: { success: boolean; output: unknown }): Key {
  try {
    if (!result.success) throw new Error("not a key file");
    privateKeyOf(result.output as Key);
    return result.output as Key;
  } catch {
    throw new Error(
      `${box.place}: the ${name} key cannot be read; put back a copy of it (a new one would need a new build of the extension)`,
    );
  }
}

function write(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
