import { describe, expect, test } from "vitest";
import type { KeyBox, KeyName } from "../../../server/keys/key-box.ts";
import { givenKeyBox } from "../../../server/keys/key-box.ts";
import { readFeedKey, writeKey } from "../../../server/keys/key-files.ts";
import { makeKeyPair } from "../../../server/keys/key-pair.ts";
import { writeRootChain } from "../../../server/keys/root-chain.ts";
import { grantFeedKey, openSigner } from "../../../server/keys/signer.ts";
import { DAY } from "../../../utils/core/time.ts";

const NOW = Date.parse("2026-11-30T12:00:00Z");

/** Keys in memory. */
function memoryBox(texts: { [name in KeyName]?: string | undefined } = {}) {
  const box: KeyBox = {
    place: "memory",
    read: async (name) => texts[name] ?? null,
    async offer(name, text) {
      texts[name] ??= text;
      return texts[name];
    },
    async replace(name, text) {
      texts[name] = text;
    },
  };
  return { box, texts };
}

const rootOf = (...keys: string[]) => writeRootChain({ first: { number: 1, threshold: 1, keys }, documents: [] });
const [online, offline] = [makeKeyPair(), makeKeyPair()];
const endOf = (text: string | undefined) => Date.parse(readFeedKey(text ?? "")?.notAfter ?? "");

describe("the signer", () => {
  test("makes a root key at the first start, and grants a feed key for a week", async () => {
    const { box, texts } = memoryBox();
    await openSigner(box, NOW);
    expect(texts.root).toBeDefined();
    expect(endOf(texts.feed)).toBe(NOW + 7 * DAY);
  });

  test("makes no root key where a root is stated already, and says which keys it needs", async () => {
    const { box, texts } = memoryBox({ roots: rootOf(offline.key) });
    const signer = await openSigner(box, NOW);
    expect(texts.root).toBeUndefined();
    await expect(signer.renew(NOW)).rejects.toThrow(
      `memory: there is no feed key, and no root key of root 1 is here. Needed: a root key out of ${offline.key.slice(0, 12)}`,
    );
    expect(() => signer.grants()).toThrow("there is no feed key");
  });

  test("replaces the feed key when half of its life is left, and keeps it until then", async () => {
    const { box, texts } = memoryBox({ root: writeKey(online) });
    const signer = await openSigner(box, NOW);
    const first = texts.feed;
    await signer.renew(NOW + 3 * DAY);
    expect(texts.feed).toBe(first);
    await signer.renew(NOW + 4 * DAY);
    expect(endOf(texts.feed)).toBe(NOW + 11 * DAY);
  });

  test("replaces a feed key that was granted while the clock was ahead", async () => {
    const { box, texts } = memoryBox({ root: writeKey(online), feed: writeKey(grantFeedKey(online, NOW + 30 * DAY)) });
    await (await openSigner(box, NOW)).renew(NOW);
    expect(endOf(texts.feed)).toBe(NOW + 7 * DAY);
  });

  test("works without the root key until the feed key ends, then refuses, and goes on once the root key is back, without a new start", async () => {
    const { box, texts } = memoryBox({ feed: writeKey(grantFeedKey(offline, NOW)) });
    const signer = await openSigner(box, NOW);
    await signer.renew(NOW + 6 * DAY);
    expect(signer.grants()).toHaveLength(1);
    await expect(signer.renew(NOW + 8 * DAY)).rejects.toThrow("the feed key ended on 2026-12-07T12:00:00Z");
    texts.root = writeKey(offline);
    await signer.renew(NOW + 8 * DAY);
    expect(endOf(texts.feed)).toBe(NOW + 15 * DAY);
  });

  test("takes a feed key that was brought here", async () => {
    const { box, texts } = memoryBox({ feed: writeKey(grantFeedKey(offline, NOW)) });
    const signer = await openSigner(box, NOW);
    const brought = grantFeedKey(offline, NOW + 6 * DAY);
    texts.feed = writeKey(brought);
    await signer.renew(NOW + 8 * DAY);
    expect(signer.grants()).toEqual([{ key: brought.key, notAfter: brought.notAfter, signature: brought.signature }]);
  });

  test("does not sign with a grant of a key that the newest root dropped", async () => {
    const { box, texts } = memoryBox({ root: writeKey(online) });
    const signer = await openSigner(box, NOW);
    await signer.renew(NOW);
    texts.roots = rootOf(offline.key);
    await expect(signer.renew(NOW)).rejects.toThrow(`was granted by ${online.key.slice(0, 12)}, which root 1 does not have`);
    expect(() => signer.sealHead(new Uint8Array())).toThrow("which root 1 does not have");
    // With a key of that root it grants anew at once.
    texts.root = writeKey(offline);
    await signer.renew(NOW);
    expect(readFeedKey(texts.feed ?? "")?.root).toBe(offline.key);
  });

  test("keeps a grant of another key of the root while it lasts", async () => {
    const granted = writeKey(grantFeedKey(offline, NOW));
    const { box, texts } = memoryBox({ root: writeKey(online), feed: granted, roots: rootOf(online.key, offline.key) });
    const signer = await openSigner(box, NOW);
    await signer.renew(NOW + DAY);
    expect(texts.feed).toBe(granted);
    await signer.renew(NOW + 5 * DAY);
    expect(readFeedKey(texts.feed ?? "")?.root).toBe(online.key);
  });

  test.each(["root", "feed"] as const)("does not start with a damaged %s key", async (name) => {
    const { box } = memoryBox({ root: writeKey(online), [name]: "{}" });
    await expect(openSigner(box, NOW)).rejects.toThrow(`memory: the ${name} key cannot be read; put back a copy of it`);
  });

  test("signs with a feed key of the environment until that ends", async () => {
    const signer = await openSigner(givenKeyBox(writeKey(grantFeedKey(online, NOW)), memoryBox().box), NOW);
    await signer.renew(NOW + 6 * DAY);
    expect(signer.grants()).toHaveLength(1);
    await expect(signer.renew(NOW + 7 * DAY)).rejects.toThrow("FEED_SIGNING_KEY: the feed key ended on");
  });
});
