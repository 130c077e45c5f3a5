import * as v from "valibot";
import { joinEnvelope, signedBytes } from "../../utils/core/feed/envelope.ts";
import { grantText, type KeyGrant } from "../../utils/core/feed/keys.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import { DAY } from "../../utils/core/time.ts";
import type { KeyBox, KeyName } from "./key-box.ts";
import { type KeyPair, makeKeyPair, privateKeyOf, signWith } from "./key-pair.ts";

/** A feed key is valid for this long, and is replaced when this much is left. */
const FEED_KEY_LIFE = 90 * DAY;
const RENEW_AT = 30 * DAY;

const rootFile = v.object({ key: v.string(), secret: v.string() });
const feedFile = v.object({ key: v.string(), secret: v.string(), notAfter: v.string(), signature: v.string(), root: v.string() });
type FeedKey = v.InferOutput<typeof feedFile>;

export type Signer = {
  /** The public root key, as `FEED_ROOT_KEY` takes it. */
  rootKey: string;
  /** The entry in the feed's `keys`. */
  grant(): KeyGrant;
  /** When the feed key ends, milliseconds of the epoch. */
  ends(): number;
  /** Replaces the feed key when its end is near. Without the secret root key the old one stays. */
  renew(now: number): Promise<void>;
  /** Puts a document into its envelope. */
  seal(json: Uint8Array): Uint8Array<ArrayBuffer>;
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
    grant: () => ({ id: keyIdOf(current.key), key: current.key, notAfter: current.notAfter, signature: current.signature }),
    ends: () => Date.parse(current.notAfter),
    async renew(time) {
      const left = Date.parse(current.notAfter) - time;
      if (root === null || (left > RENEW_AT && left <= FEED_KEY_LIFE)) return;
      current = grantFeedKey(root, time);
      await box.replace("feed", write(current));
    },
    seal: (json) => joinEnvelope(keyIdOf(current.key), signWith(current, signedBytes(json)), json),
  };
  await signer.renew(now);
  return signer;
}

/** Creates a feed key that the root key grants. */
function grantFeedKey(root: KeyPair, now: number): FeedKey {
  const pair = makeKeyPair();
  const notAfter = new Date(now + FEED_KEY_LIFE).toISOString();
  const signature = signWith(root, new TextEncoder().encode(grantText(pair.key, notAfter)));
  return { ...pair, notAfter, signature, root: root.key };
}

/** Reads the text of a key given by the environment: the content of `root.json` or of `feed.json`. Null for anything else. */
export function nameOfKeyText(text: string): KeyName | null {
  const value = parse(text);
  if (v.is(feedFile, value)) return "feed";
  return v.is(rootFile, value) ? "root" : null;
}

function readRoot(box: KeyBox, text: string): KeyPair {
  return checked(box, "root", v.safeParse(rootFile, parse(text)));
}

function readFeedKey(box: KeyBox, text: string): FeedKey {
  return checked(box, "feed", v.safeParse(feedFile, parse(text)));
}

function checked<Key extends KeyPair>(box: KeyBox, name: KeyName, result: { success: boolean; output: unknown }): Key {
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function write(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
