import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { WorldEvent } from "../../utils/core/events.ts";
import { joinEnvelope, keyIdOf, signedBytes } from "../../utils/core/feed-envelope.ts";
import { createFeedClient } from "../../utils/feed-client.ts";
import { feedStanding, loadFeedState } from "../../utils/feed-state.ts";

const root = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const rootKey = publicKeyOf(root.publicKey);

function publicKeyOf(key: KeyObject): string {
  return key.export({ format: "jwk" }).x ?? "";
}

function feed(sequence: number, minutesOld = 0): object {
  const issued = Date.now() - minutesOld * 60_000;
  return {
    version: 1,
    sequence,
    issued: new Date(issued).toISOString(),
    expires: new Date(issued + 30 * 60_000).toISOString(),
    incidents: [],
  };
}

function envelope(document: object, key: KeyObject = root.privateKey): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(document));
  return joinEnvelope(keyIdOf(rootKey), sign(null, signedBytes(json), key).toString("base64url"), json);
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
  await fakeBrowser.storage.local.set({ feedSetting: { mirrors, rootKey } });
}
const standing = async (mirrors: string[]) => feedStanding({ mirrors, rootKey }, await loadFeedState({ mirrors, rootKey }), Date.now());

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
    expect(await standing(mirrors)).toMatchObject({ state: "fresh" });
  });

  test("goes to the other mirror when one is dead, and tells which was", async () => {
    const dead = "http://127.0.0.1:9";
    const mirrors = [dead, await serving(envelope(feed(1)))];
    await use(mirrors);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(told.at(-1)).toMatchObject({ event: "feed" });
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
    expect(await standing(mirrors)).toMatchObject({ state: "fresh" });
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
    await client().refresh(0);
    served = bytes();
    told = [];
    const outcome = await client().refresh(0);
    expect(outcome.ok).toBe(false);
    expect(outcome.reason).toMatch(reason);
    expect(told.filter(({ event }) => event === "feed")).toEqual([]);
    expect((await loadFeedState({ mirrors, rootKey })).feed?.sequence).toBe(5);
    expect(await standing(mirrors)).toMatchObject({ state: "refused", reason: expect.stringMatching(reason) });
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
});
