import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { FEED_SIZE_LIMIT, joinEnvelope, keyIdOf, signedBytes } from "../../utils/core/feed/envelope.ts";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { directAnswers } from "../../utils/feed/direct-answers.ts";
import { createFeedClient } from "../../utils/feed/feed-client.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { feedStatus, feedStatuses, loadFeedState } from "../../utils/feed/feed-state.ts";
import { storeDirectAnswer } from "../../utils/feed/keep-direct-answer.ts";

const root = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const rootKey = publicKeyOf(root.publicKey);

function publicKeyOf(key: KeyObject): string {
  return key.export({ format: "jwk" }).x ?? "";
}

function feed(sequence: number, minutesOld = 0, changes: object = {}): object {
  const issued = Date.now() - minutesOld * 60_000;
  return {
    version: 1,
    sequence,
    issued: new Date(issued).toISOString(),
    expires: new Date(issued + 30 * 60_000).toISOString(),
    incidents: [],
    ...changes,
  };
}

function envelope(document: object, key: KeyObject = root.privateKey, id = keyIdOf(rootKey)): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(document));
  return joinEnvelope(id, sign(null, signedBytes(json), key).toString("base64url"), json);
}

const servers: Server[] = [];
async function mirror(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serving = (bytes: Uint8Array | (() => Uint8Array)): Promise<string> =>
  mirror((_request, reply) => reply.end(typeof bytes === "function" ? bytes() : bytes));

let told: WorldEvent[] = [];
const client = () => createFeedClient((event) => told.push(event));
async function use(mirrors: string[]): Promise<void> {
  await fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors, rootKey }] });
}
const standing = async () => feedStatus(await loadFeedState({ rootKey }), Date.now());

beforeEach(() => {
  fakeBrowser.reset();
  told = [];
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("the feed client", () => {
  test("takes a feed that its root key signed and tells the world", async () => {
    const mirrors = [await serving(envelope(feed(7)))];
    await use(mirrors);
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(told).toMatchObject([{ event: "feed", feed: { sequence: 7 } }]);
    expect(await standing()).toMatchObject({ state: "fresh" });
  });

  test("goes to the other mirror when one is dead, and tells which was", async () => {
    const dead = "http://127.0.0.1:9";
    const mirrors = [dead, await serving(envelope(feed(1)))];
    await use(mirrors);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(told.at(-1)).toMatchObject({ event: "feed" });
  });

  test("tells the world that the line is open after a mirror failed, also when the other one has nothing new", async () => {
    const alive = await serving(envelope(feed(1)));
    await use([alive]);
    const running = client();
    await running.refresh(0);
    await use(["http://127.0.0.1:9", alive]);
    // The mirrors are asked in random order.
    do {
      told = [];
      await running.refresh(0);
    } while (!told.some(({ event }) => event === "feed-failed"));
    expect(told.map(({ event }) => event)).toEqual(["feed-failed", "feed"]);
    expect(told[1]?.at).toBeGreaterThanOrEqual(told[0]?.at ?? Number.NaN);
  });

  test("tells it too when all mirrors had failed before, and when the one that answers holds an old copy", async () => {
    const alive = await serving(envelope(feed(1)));
    await use([alive]);
    const running = client();
    await running.refresh(0);
    await use(["http://127.0.0.1:9"]);
    await running.refresh(0);
    await use([alive]);
    told = [];
    await running.refresh(0);
    expect(told.map(({ event }) => event)).toEqual(["feed"]);

    const old = await serving(envelope(feed(2, 20)));
    await use([old]);
    await running.refresh(0);
    await use(["http://127.0.0.1:9", old]);
    told = [];
    await running.refresh(0);
    expect(told.map(({ event }) => event)).toEqual(["feed-failed", "feed"]);
  });

  test("asks with the ETag of its copy and is content with 304", async () => {
    const asked: (string | undefined)[] = [];
    const bytes = envelope(feed(3));
    const mirrors = [
      await mirror((request, reply) => {
        asked.push(request.headers["if-none-match"]);
        if (request.headers["if-none-match"] === '"three"') reply.writeHead(304).end();
        else reply.writeHead(200, { etag: '"three"' }).end(bytes);
      }),
    ];
    await use(mirrors);
    await client().refresh(0);
    await client().refresh(0);
    expect(asked).toEqual([undefined, '"three"']);
    expect(await standing()).toMatchObject({ state: "fresh" });
  });

  test.each([
    ["forged", () => envelope(feed(9), stranger.privateKey), /signature/],
    ["expired", () => envelope(feed(9, 45)), /expired/],
    ["older than one already seen", () => envelope(feed(2)), /sequence 2 is older than 5/],
    ["truncated", () => envelope(feed(9)).slice(0, 200), /signature|JSON|document/],
    ["oversized", () => new Uint8Array(300 * 1024), /larger/],
    ["garbage", () => new TextEncoder().encode("<html>log in to the hotel network</html>"), /first line/],
  ])("refuses a feed that is %s, keeps its copy, and says why", async (_name, bytes, reason) => {
    let served = envelope(feed(5));
    const mirrors = [await serving(() => served)];
    await use(mirrors);
    const running = client();
    await running.refresh(0);
    served = bytes();
    told = [];
    const outcome = await running.refresh(0);
    expect(outcome.ok).toBe(false);
    expect(outcome.reason).toMatch(reason);
    expect(told.filter(({ event }) => event === "feed")).toEqual([]);
    expect((await loadFeedState({ rootKey })).feed?.sequence).toBe(5);
    expect(await standing()).toMatchObject({ state: "refused", reason: expect.stringMatching(reason) });
  });

  test("tells the world what a full disk did not keep, and does not go back behind it", async () => {
    let served = envelope(feed(5));
    await use([await serving(() => served)]);
    const running = client();
    const full = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES quota exceeded"));
    try {
      expect(await running.refresh(0)).toEqual({ ok: true, reason: null });
      expect(told).toMatchObject([{ event: "feed", feed: { sequence: 5 } }]);
      served = envelope(feed(4));
      expect((await running.refresh(0)).reason).toMatch(/sequence 4 is older than 5/);
      served = envelope(feed(6));
      // The background dies, and the next one knows it too.
      await client().refresh(0);
      expect((await feedStatuses(Date.now(), fakeBrowser.storage.session.get(null))).main).toMatchObject({ state: "fresh" });
    } finally {
      full.mockRestore();
    }
    expect(told.at(-1)).toMatchObject({ event: "feed", feed: { sequence: 6 } });
    await running.refresh(0);
    expect((await loadFeedState({ rootKey })).sequence).toBe(6);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  test("says that no feed is set when there is none", async () => {
    expect(await client().refresh(0)).toEqual({ ok: false, reason: "no feed is set" });
  });

  test("calls a check reached on 204 with a date, captive on a page of somebody else, unreachable on silence", async () => {
    const answer = async (mirrors: string[]) => {
      await use(mirrors);
      return (await client().checkReachability())?.result;
    };
    const cors = { "access-control-allow-origin": "*", "access-control-expose-headers": "Date" };
    expect(await answer([await mirror((_request, reply) => reply.writeHead(204, cors).end())])).toBe("reached");
    expect(await answer([await mirror((_request, reply) => reply.writeHead(200, cors).end("log in"))])).toBe("captive");
    expect(await answer([await mirror((_request, reply) => reply.writeHead(302, { location: "http://portal.example/" }).end())])).toBe(
      "captive",
    );
    expect(await answer(["http://127.0.0.1:9"])).toBe("unreachable");
  });

  test("takes no unchanged for an answer when it has no copy", async () => {
    await use([await mirror((_request, reply) => reply.writeHead(304).end())]);
    expect(await client().refresh(0)).toEqual({ ok: false, reason: expect.stringMatching(/HTTP 304/) });
  });
});

describe("a mirror that holds back what is new", () => {
  const stale = envelope(feed(5, 20));

  test("is found out where another has more", async () => {
    const mirrors = [await serving(stale)];
    await use(mirrors);
    await client().refresh(0);
    await use([...mirrors, await serving(envelope(feed(8)))]);
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(await standing()).toMatchObject({ state: "fresh" });
    expect((await loadFeedState({ rootKey })).sequence).toBe(8);
  });

  test("is told to the person where none has more, and the copy counts until its end", async () => {
    const notModified = await mirror((request, reply) =>
      request.headers["if-none-match"] === undefined
        ? reply.writeHead(200, { etag: '"five"' }).end(stale)
        : reply.writeHead(304, { etag: '"five"' }).end(),
    );
    await use([notModified, await serving(stale)]);
    await client().refresh(0);
    expect(await client().refresh(0)).toEqual({
      ok: false,
      reason: expect.stringMatching(/nothing newer than number 5|anything newer than number 5/),
    });
    expect(await standing()).toMatchObject({ state: "frozen", reason: expect.stringContaining("number 5") });
    expect(feedStatus(await loadFeedState({ rootKey }), Date.now() + 15 * 60_000)).toMatchObject({ state: "stale" });
  });
});

describe("several feeds", () => {
  const company = generateKeyPairSync("ed25519");
  const companyKey = publicKeyOf(company.publicKey);
  const incident = (id: string) => ({
    ...{ id, provider: "intranet", region: null, severity: "major", status: "investigating", title: id },
    ...{ started: new Date().toISOString(), updated: new Date().toISOString() },
  });
  const ofCompany = (sequence: number, minutesOld = 0) =>
    envelope(feed(sequence, minutesOld, { incidents: [incident("wiki")] }), company.privateKey, keyIdOf(companyKey));

  async function useBoth(first: string, second: string): Promise<void> {
    const ownFeeds = [
      { mirrors: [first], rootKey },
      { mirrors: [second], rootKey: companyKey },
    ];
    await fakeBrowser.storage.local.set({ ownFeeds });
  }

  test("reach the world as one", async () => {
    await useBoth(await serving(envelope(feed(7, 0, { incidents: [incident("cloud")] }))), await serving(ofCompany(3)));
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    const last = told.at(-1);
    expect(last).toMatchObject({ event: "feed", instead: true });
    expect(last?.event === "feed" && last.feed.incidents.map(({ id }) => id)).toEqual(["cloud", "wiki"]);
  });

  test("are held to their own keys and their own sequence", async () => {
    await useBoth(await serving(envelope(feed(7))), await serving(ofCompany(3)));
    await client().refresh(0);
    await useBoth(await serving(ofCompany(9)), await serving(ofCompany(2)));
    expect((await client().refresh(0)).reason).toMatch(/key that is not known/);
    expect((await loadFeedState({ rootKey: companyKey })).trouble?.reason).toMatch(/sequence 2 is older than 3/);
  });

  test("of which one cannot be reached leave the other whole, and a company's silence is no word about the line", async () => {
    await useBoth(await serving(envelope(feed(7))), "http://127.0.0.1:9");
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(told.map(({ event }) => event)).toEqual(["feed"]);
    expect((await feedStatuses(Date.now(), Promise.resolve({}))).others).toMatchObject([
      { name: "127.0.0.1:9", status: { state: "never" } },
    ]);
  });

  test("may be set by an organisation, which leaves out what is no feed", async () => {
    vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue({
      feeds: [
        { mirrors: [await serving(ofCompany(3))], rootKey: companyKey },
        { mirrors: ["ftp://nowhere"], rootKey: "x" },
      ],
      askStatusPages: true,
    } as never);
    const warned = vi.spyOn(console, "warn").mockReturnValue();
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(await feedSettings()).toMatchObject({ feeds: [{ from: "policy", rootKey: companyKey }], askStatusPages: true, askIsSet: true });
    expect(warned.mock.calls.flat().join()).toContain("ftp://nowhere");
    vi.restoreAllMocks();
  });

  test("and what a status page was asked are joined too, and the page's word ends by itself", async () => {
    await use([await serving(envelope(feed(7)))]);
    const running = client();
    await running.refresh(0);
    const now = Date.now();
    expect(await storeDirectAnswer("aws", true, [{ ...incident("asked"), title: "x".repeat(300) } as never], now)).toBe(false);
    expect(await storeDirectAnswer("aws", true, [incident("asked") as never], now)).toBe(true);
    await running.heardDirectly();
    const last = told.at(-1);
    expect(last?.event === "feed" && last.feed.incidents.map(({ id }) => id)).toEqual(["asked"]);
    expect(last?.event === "feed" && last.feed.sources).toMatchObject([{ id: "aws", ok: true }]);
    expect(await directAnswers(now + 16 * 60_000)).toEqual([]);
  });
});

/** Long enough for a good feed to be cut and turned in every part of it. */
const GOOD = envelope(
  feed(500, 0, {
    incidents: Array.from({ length: 5 }, (_, index) => ({
      ...{ id: `aws-${index}`, provider: "aws", region: "us-east-1", severity: "major", status: "investigating", title: "Errors" },
      ...{ started: "2026-01-01T00:00:00Z", updated: "2026-01-01T00:00:00Z" },
    })),
  }),
);

/** One bad feed of each kind in turn; `chance` chooses where and how. */
function badFeed(index: number, chance: number): Uint8Array<ArrayBuffer> {
  const at = Math.floor(chance * GOOD.length);
  switch (index % 8) {
    case 0:
      return envelope(feed(501 + index), stranger.privateKey);
    case 1:
      return envelope(feed(501 + index), stranger.privateKey, keyIdOf(publicKeyOf(stranger.publicKey)));
    case 2:
      return GOOD.slice(0, at);
    case 3:
      return GOOD.map((byte, place) => (place === at ? byte ^ (1 << (index % 7)) : byte));
    case 4:
      return envelope(feed(Math.floor(chance * 500)));
    case 5:
      return new Uint8Array(FEED_SIZE_LIMIT + 1 + at);
    case 6:
      return envelope(feed(501 + index, 31 + Math.floor(chance * 10_000)));
    default:
      return new Uint8Array([...GOOD, at % 256]);
  }
}

test("of a thousand forged, cut, turned, replayed, oversized and expired feeds none is taken, and each time the status says why", async () => {
  let served: Uint8Array = GOOD;
  await use([await serving(() => served)]);
  const running = client();
  await running.refresh(0);
  const before = (await loadFeedState({ rootKey })).feed;
  told = [];
  const reasons = new Set<string>();
  for (let index = 0; index < 1000; index++) {
    served = badFeed(index, Math.abs(Math.sin(index + 1)));
    const outcome = await running.refresh(0);
    const now = await standing();
    expect({ index, ok: outcome.ok, state: now.state }).toEqual({ index, ok: false, state: "refused" });
    reasons.add("reason" in now && now.reason !== null ? now.reason.replace(/^\S+: /, "").replaceAll(/[0-9]+/g, "N") : "none");
  }
  expect(told.filter(({ event }) => event === "feed")).toEqual([]);
  expect((await loadFeedState({ rootKey })).feed).toEqual(before);
  expect([...reasons]).not.toContain("none");
  for (const word of ["signature does not fit", "not known here", "older than", "larger than", "expired", "first line"])
    expect([...reasons].join("; ")).toContain(word);
  served = envelope(feed(501));
  expect(await running.refresh(0)).toEqual({ ok: true, reason: null });
}, 60_000);
