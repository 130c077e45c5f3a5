import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KeyPair, makeKeyPair, signWith } from "../../../server/keys/key-pair.ts";
import { acceptFeed, FEED_SIZE_LIMIT, joinEnvelope, signedBytes, splitEnvelope } from "../../../utils/core/feed/envelope.ts";
import { grantText, type KeyGrant } from "../../../utils/core/feed/keys.ts";
import { keyIdOf } from "../../../utils/core/feed/public-key.ts";
import { DAY, HOUR, MINUTE } from "../../../utils/core/time.ts";
import { verifyFeed } from "../../../utils/feed/verify-feed.ts";

const NOW = Date.parse("2026-03-03T09:10:00Z");
const root = makeKeyPair();
const feedKey = makeKeyPair();

function grantOf(key: KeyPair, by: KeyPair, notAfter = "2026-06-01T00:00:00Z"): KeyGrant {
  return { id: keyIdOf(key.key), key: key.key, notAfter, signature: signWith(by, new TextEncoder().encode(grantText(key.key, notAfter))) };
}

function document(more: object = {}): object {
  return { version: 1, sequence: 48213, issued: "2026-03-03T09:05:00Z", expires: "2026-03-03T09:35:00Z", incidents: [], ...more };
}

function sealed(value: unknown, by: KeyPair): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  return joinEnvelope(keyIdOf(by.key), signWith(by, signedBytes(json)), json);
}

const good = sealed(document({ keys: [grantOf(feedKey, root)] }), feedKey);
const opened = (bytes: Uint8Array, keys = [root.key], now = NOW) => verifyFeed(bytes, keys, now);

async function refusal(bytes: Uint8Array, keys?: string[], now?: number): Promise<string> {
  const opening = await opened(bytes, keys, now);
  return opening.ok ? "accepted" : opening.reason;
}

describe("a feed's envelope", () => {
  test("has three parts: a line that names the format, a line with key id and signature, the JSON", () => {
    const lines = new TextDecoder().decode(good).split("\n");
    expect(lines[0]).toBe("not-just-me-feed 1");
    expect(lines[1]).toMatch(/^[A-Za-z0-9_-]{12}\.[A-Za-z0-9_-]{86}$/);
    expect(JSON.parse(lines.slice(2).join("\n"))).toMatchObject({ sequence: 48213 });
  });

  test("opens where a key that the root key granted signed it", async () => {
    expect(await opened(good)).toMatchObject({ ok: true, feed: { sequence: 48213 }, keyId: keyIdOf(feedKey.key) });
  });

  test("opens where the root key signed it", async () => {
    expect(await opened(sealed(document(), root))).toMatchObject({ ok: true, keyId: keyIdOf(root.key) });
  });

  test("opens with any of several root keys, and with no other", async () => {
    const other = makeKeyPair();
    expect(await opened(good, [other.key, root.key])).toMatchObject({ ok: true });
    expect(await refusal(good, [other.key])).toMatch(/not granted by the root key/);
    expect(await refusal(good, [])).toMatch(/no root key/);
    expect(await refusal(good, ["not a key"])).toMatch(/no root key/);
  });

  test("is refused where another key signed it under the id of a granted key", async () => {
    const json = new TextEncoder().encode(JSON.stringify(document({ keys: [grantOf(feedKey, root)] })));
    const forged = joinEnvelope(keyIdOf(feedKey.key), signWith(makeKeyPair(), signedBytes(json)), json);
    expect(await refusal(forged)).toMatch(/signature does not fit/);
  });

  test("is refused where the key granted itself, has no grant, or its grant has ended", async () => {
    const stranger = makeKeyPair();
    expect(await refusal(sealed(document({ keys: [grantOf(stranger, stranger)] }), stranger))).toMatch(/not granted/);
    expect(await refusal(sealed(document(), stranger))).toMatch(/not known here/);
    expect(await refusal(good, [root.key], Date.parse("2026-06-01T00:00:00Z"))).toMatch(/ended on 2026-06-01/);
    const longer = { ...grantOf(feedKey, root), notAfter: "2036-06-01T00:00:00Z" };
    expect(await refusal(sealed(document({ keys: [longer] }), feedKey))).toMatch(/not granted/);
  });

  test("is refused where it contains anything but a feed of version 1", async () => {
    expect(await refusal(sealed("{", root))).toMatch(/not JSON/);
    expect(await refusal(sealed(document({ version: 2 }), root))).toMatch(/version/);
    expect(await refusal(sealed(document({ incidents: [{}] }), root))).toMatch(/incidents/);
    expect(await refusal(new TextEncoder().encode("<html>Please log in</html>"))).toMatch(/first line/);
    expect(await refusal(new Uint8Array())).toMatch(/first line/);
    expect(await refusal(new TextEncoder().encode("not-just-me-feed 1\n"))).toMatch(/second line/);
    expect(await refusal(new TextEncoder().encode("not-just-me-feed 1\nabc.def\n{}"))).toMatch(/second line/);
  });

  test("is refused where it is one byte larger than allowed", async () => {
    const room = FEED_SIZE_LIMIT - sealed(document({ padding: "" }), root).length;
    expect(await opened(sealed(document({ padding: "x".repeat(room) }), root))).toMatchObject({ ok: true });
    expect(await refusal(sealed(document({ padding: "x".repeat(room + 1) }), root))).toMatch(/larger/);
  });

  test("is refused after a change of any byte, and where it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (index, change) => {
        const forged = good.slice();
        forged[index] = (forged[index] ?? 0) ^ change;
        expect((await opened(forged)).ok).toBe(false);
        expect((await opened(good.slice(0, index))).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("never throws", async () => {
    const header = new TextEncoder().encode("not-just-me-feed 1\n");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, withHeader) => {
        const whole = withHeader ? new Uint8Array([...header, ...bytes]) : bytes;
        expect(splitEnvelope(whole)).toHaveProperty("ok");
        expect((await opened(whole)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("accepting a feed", () => {
  const feed = (more: object = {}) => ({
    ...{ version: 1 as const, sequence: 10, issued: "2026-03-03T09:05:00Z", expires: "2026-03-03T09:35:00Z" },
    ...{ sources: [], incidents: [], services: [], reports: null, catalogue: null, ranges: null },
    ...more,
  });
  const at = (time: number) => new Date(time).toISOString();

  test.each([
    ["the first one ever", feed(), null, true],
    ["the next one", feed(), 9, true],
    ["the same again", feed(), 10, true],
    ["an older one", feed(), 11, false],
    ["one that has just expired", feed({ expires: at(NOW) }), 9, false],
    ["one that holds for another second", feed({ expires: at(NOW + 1000) }), 9, true],
    ["one from a clock somewhat ahead", feed({ issued: at(NOW + 5 * MINUTE), expires: at(NOW + 35 * MINUTE) }), 9, true],
    ["one from far in the future", feed({ issued: at(NOW + 2 * HOUR), expires: at(NOW + 3 * HOUR) }), 9, false],
    ["one that claims to hold for days", feed({ expires: at(NOW + 2 * DAY) }), 9, false],
    ["one that ends before it begins", feed({ issued: at(NOW + 20 * MINUTE), expires: at(NOW + 10 * MINUTE) }), 9, false],
  ])("%s", (_, candidate, last, ok) => {
    expect(acceptFeed(candidate, last, NOW).ok).toBe(ok);
  });

  test("names the reason of a refusal", () => {
    expect(acceptFeed(feed(), 11, NOW)).toEqual({ ok: false, reason: "sequence 10 is older than 11, which was already seen" });
    expect(acceptFeed(feed({ expires: at(NOW - 12 * MINUTE), issued: at(NOW - HOUR) }), 9, NOW)).toEqual({
      ok: false,
      reason: "expired 12 min ago",
    });
  });
});
