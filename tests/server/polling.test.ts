import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { createPayloadReader } from "../../server/poll/payload-reader.ts";
import { readSource } from "../../server/poll/read-source.ts";
import { delayUntilNextRead } from "../../server/poll/schedule.ts";
import type { SourceState } from "../../server/poll/source-state.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { standIn, statuspage } from "./support/stand-in.ts";

const NOW = Date.parse("2026-03-03T09:10:00Z");
const payloads = createPayloadReader();
afterAll(payloads.close);
const fine = statuspage({ id: "i1", name: "Playback fails" });

function sourceAt(url: string): Source {
  return { id: "example", format: "statuspage", url, provider: "example", site: "example", page: "https://status.example", every: 60 };
}

async function read(url: string, before?: SourceState) {
  return await readSource(sourceAt(url), before, { payloads, userAgent: "Test/1", now: () => NOW, stop: new AbortController().signal });
}

const answer =
  (status: number, headers: Record<string, string>, body = "") =>
  (_: IncomingMessage, reply: ServerResponse) => {
    reply.writeHead(status, headers).end(body);
  };

describe("reading a source", () => {
  test("reads what it reports, and makes the next request conditional", async () => {
    const asked: IncomingMessage["headers"][] = [];
    const url = await standIn((request, reply) => {
      asked.push(request.headers);
      if (request.headers["if-none-match"] === '"v1"') reply.writeHead(304).end();
      else reply.writeHead(200, { ETag: '"v1"', "Last-Modified": "Tue, 03 Mar 2026 09:00:00 GMT" }).end(fine);
    });
    const first = await read(url);
    expect(first.state).toMatchObject({ trouble: null, checked: NOW, failures: 0, incidents: [{ title: "Playback fails" }] });
    const second = await read(url, first.state);
    expect(second.state).toEqual(first.state);
    expect(asked[1]).toMatchObject({
      "if-none-match": '"v1"',
      "if-modified-since": "Tue, 03 Mar 2026 09:00:00 GMT",
      "user-agent": "Test/1",
    });
  });

  test.each([
    ["an error", answer(503, {}), "answered HTTP 503"],
    ["a refusal", answer(403, {}), "answered HTTP 403"],
    ["a page for people", answer(200, {}, "<html>Welcome</html>"), "is not what a source of format statuspage sends"],
    ["nothing", answer(200, {}), "is not what a source"],
    ["half a document", answer(200, {}, fine.slice(0, 200)), "is not what a source"],
    ["another platform's JSON", answer(200, {}, "[]"), "is not what a source"],
    ["unchanged to who knows nothing", answer(304, {}), "says unchanged"],
    ["a redirect to itself", answer(302, { Location: "/" }), "redirects without end"],
    ["a redirect to another host", answer(301, { Location: "http://127.0.0.2/private" }), "moved to another origin"],
    ["a broken redirect", answer(301, { Location: "http://" }), "could not be reached"],
    [
      "a line cut in the middle",
      (_: IncomingMessage, reply: ServerResponse) => {
        reply.writeHead(200, { "Content-Length": "5000" });
        reply.write(fine.slice(0, 100), () => reply.destroy());
      },
      "could not be reached",
    ],
  ])("%s is trouble, and what it reported before stays", async (_, listener, reason) => {
    const before = (await read(await standIn(answer(200, {}, fine)))).state;
    const url = await standIn(listener);
    const { state } = await read(url, { ...before, url, trouble: "earlier trouble", failures: 2 });
    expect(state.trouble).toContain(reason);
    expect(state).toMatchObject({ failures: 3, checked: NOW, incidents: before.incidents });
  });

  test("a dead address is trouble, with the system's error code", async () => {
    const url = await standIn(answer(200, {}, fine));
    const dead = url.replace(/\d+$/, "9");
    expect((await read(dead)).state.trouble).toBe("could not be reached: ECONNREFUSED");
  });

  test.each([
    ["br", brotliCompressSync],
    ["gzip", gzipSync],
  ])("a body compressed with %s is read, and one that grows without end is aborted", async (encoding, compress) => {
    const sending = (body: Buffer) => (_: IncomingMessage, reply: ServerResponse) => {
      reply.writeHead(200, { "Content-Encoding": encoding }).end(body);
    };
    expect((await read(await standIn(sending(compress(Buffer.from(fine)))))).state.trouble).toBeNull();
    expect((await read(await standIn(sending(compress(Buffer.alloc(20_000_000)))))).state.trouble).toMatch(/larger than/);
    expect((await read(await standIn(sending(Buffer.from("not compressed"))))).state.trouble).toMatch(/could not be reached/);
    expect((await read(await standIn(sending(compress(Buffer.from(fine)).subarray(0, 50))))).state.trouble).toMatch(/could not be reached/);
  });

  test("a redirect on the same host is followed", async () => {
    const url = await standIn((request, reply) => {
      if (request.url === "/new") reply.end(fine);
      else reply.writeHead(302, { Location: "/new" }).end();
    });
    expect((await read(url)).state.trouble).toBeNull();
  });

  test("a body without end is aborted", async () => {
    const url = await standIn((_, reply) => {
      const block = Buffer.alloc(1024 * 1024, "x");
      const more = () => reply.write(block, (problem) => problem || more());
      more();
    });
    expect((await read(url)).state.trouble).toMatch(/larger than/);
  });

  test("what a source reported at another address is not used", async () => {
    const before = (await read(await standIn(answer(200, {}, fine)))).state;
    const { state } = await read(await standIn(answer(500, {})), before);
    expect(state).toMatchObject({ checked: null, incidents: [], failures: 1 });
  });

  test("a source that could not be read is fetched unconditionally", async () => {
    let condition: string | undefined = "none yet";
    const url = await standIn((request, reply) => {
      condition = request.headers["if-none-match"];
      reply.end(fine);
    });
    const good = (await read(url)).state;
    expect((await read(url, { ...good, etag: '"v1"', trouble: "answered HTTP 500" })).state.trouble).toBeNull();
    expect(condition).toBeUndefined();
  });

  test("a pause that a source asks for is kept, up to an hour", async () => {
    expect((await read(await standIn(answer(429, { "Retry-After": "120" })))).pause).toBe(2 * MINUTE);
    expect((await read(await standIn(answer(503, { "Retry-After": "999999" })))).pause).toBe(60 * MINUTE);
    expect((await read(await standIn(answer(503, { "Retry-After": "soon" })))).pause).toBeNull();
  });
});

describe("the time of the next read", () => {
  const source = sourceAt("http://example");
  test("is the source's own pace with some jitter, so that sources are not read in step", () => {
    expect(delayUntilNextRead(source, 0, null, 0)).toBeCloseTo(54 * SECOND);
    expect(delayUntilNextRead(source, 0, null, 1)).toBeCloseTo(66 * SECOND);
  });
  test("doubles with every failure, up to a quarter of an hour", () => {
    expect([1, 2, 3, 4, 50].map((failures) => delayUntilNextRead(source, failures, null, 0.5) / MINUTE)).toEqual([2, 4, 8, 15, 15]);
    expect(delayUntilNextRead({ ...source, every: 3600 }, 9, null, 0.5)).toBe(60 * MINUTE);
  });
  test("is never sooner than the source asked for", () => {
    expect(delayUntilNextRead(source, 1, 10 * MINUTE, 0.5)).toBe(10 * MINUTE);
  });
});

describe("a source with a second address", () => {
  type Asked = { first: IncomingMessage["headers"][]; second: IncomingMessage["headers"][] };

  /** A source whose addresses are two servers. */
  async function twoAddresses(first: RequestListener, second: RequestListener): Promise<{ source: Source; asked: Asked }> {
    const asked: Asked = { first: [], second: [] };
    const noting = (list: IncomingMessage["headers"][], listener: RequestListener) => (request: IncomingMessage, reply: ServerResponse) => {
      list.push(request.headers);
      return listener(request, reply as Parameters<RequestListener>[1]);
    };
    const [main, other] = [await standIn(noting(asked.first, first)), await standIn(noting(asked.second, second))];
    return { source: { ...sourceAt(main), others: [{ format: "statuspage", url: other }] }, asked };
  }

  const readAt = async (source: Source, before: SourceState | undefined, now: number) =>
    await readSource(source, before, { payloads, userAgent: "Test/1", now: () => now, stop: new AbortController().signal });

  test.each([
    ["is blocked", answer(403, {}), "answered HTTP 403"],
    ["asks for a pause", answer(429, { "Retry-After": "60" }), "answered HTTP 429"],
    [
      "sends a challenge",
      answer(200, {}, "<!DOCTYPE html><title>Just a moment…</title>"),
      "is not what a source of format statuspage sends",
    ],
    ["is gone", answer(404, {}), "answered HTTP 404"],
    ["has moved", answer(301, { Location: "http://127.0.0.2/" }), "moved to another origin"],
    ["reports an error", answer(503, {}), "answered HTTP 503"],
    [
      "sends words that nobody knows",
      answer(
        200,
        {},
        fine
          .replace('"incidents":[{', '"ignored":[{')
          .replace('"major_outage"', '"slightly_odd"')
          .replace('"indicator":"major"', '"indicator":"odd"'),
      ),
      "sends words that its parser does not know",
    ],
  ])("is read there where the first %s, and its state says so", async (_, first, why) => {
    const { source, asked } = await twoAddresses(first, answer(200, {}, fine));
    const { state, pause } = await readAt(source, undefined, NOW);
    expect(state).toMatchObject({ trouble: null, failures: 0, from: source.others?.[0]?.url, firstTrouble: why });
    expect(state.incidents).toHaveLength(1);
    expect(pause).toBeNull();
    expect([asked.first.length, asked.second.length]).toEqual([1, 1]);
  });

  test("is asked there alone for a quarter of an hour, then at the first again, which is taken back when it does", async () => {
    let blocked = true;
    const { source, asked } = await twoAddresses(
      (request, reply) => answer(blocked ? 403 : 200, {}, fine)(request, reply),
      answer(200, {}, fine),
    );
    const first = await readAt(source, undefined, NOW);
    const soon = await readAt(source, first.state, NOW + 14 * MINUTE);
    expect([asked.first.length, asked.second.length]).toEqual([1, 2]);
    blocked = false;
    const later = await readAt(source, soon.state, NOW + 16 * MINUTE);
    expect([asked.first.length, asked.second.length]).toEqual([2, 2]);
    expect(later.state).toMatchObject({ trouble: null, from: source.url, firstTrouble: null, firstAgain: null });
  });

  test("is not asked at the first before the pause that it asked for is over", async () => {
    const { source, asked } = await twoAddresses(answer(429, { "Retry-After": "3000" }), answer(200, {}, fine));
    const first = await readAt(source, undefined, NOW);
    await readAt(source, first.state, NOW + 40 * MINUTE);
    expect([asked.first.length, asked.second.length]).toEqual([1, 2]);
  });

  test("gets conditional requests at each address by what that address sent alone", async () => {
    let blocked = false;
    const tagged = (tag: string) => (request: IncomingMessage, reply: ServerResponse) => {
      if (request.headers["if-none-match"] === tag) reply.writeHead(304).end();
      else reply.writeHead(200, { ETag: tag }).end(fine);
    };
    const { source, asked } = await twoAddresses(
      (request, reply) => (blocked ? reply.writeHead(403).end() : tagged('"one"')(request, reply)),
      tagged('"two"'),
    );
    const first = await readAt(source, undefined, NOW);
    blocked = true;
    const second = await readAt(source, first.state, NOW + MINUTE);
    const third = await readAt(source, second.state, NOW + 2 * MINUTE);
    blocked = false;
    const back = await readAt(source, third.state, NOW + 30 * MINUTE);
    expect(asked.first.map((headers) => headers["if-none-match"])).toEqual([undefined, '"one"', undefined]);
    expect(asked.second.map((headers) => headers["if-none-match"])).toEqual([undefined, '"two"']);
    expect(third.state).toMatchObject({ trouble: null, incidents: [{ title: "Playback fails" }] });
    expect(back.state).toMatchObject({ from: source.url, etag: '"one"', incidents: [{ title: "Playback fails" }] });
  });

  test("cannot be read where no address does, and keeps what it reported", async () => {
    let isDown = false;
    const { source } = await twoAddresses((request, reply) => answer(isDown ? 403 : 200, {}, fine)(request, reply), answer(404, {}));
    const before = await readAt(source, undefined, NOW);
    isDown = true;
    const { state } = await readAt(source, before.state, NOW + MINUTE);
    expect(state).toMatchObject({ trouble: "answered HTTP 403", failures: 1, from: source.url, incidents: before.state.incidents });
    expect(state.detail).toContain("answered HTTP 404");
  });

  test("tells what an address of another format reports", async () => {
    const feed = `<rss version="2.0"><channel><title>Example status</title><item><title>Playback fails</title><pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate><description>We are investigating.</description><guid>i1</guid></item></channel></rss>`;
    const { source } = await twoAddresses(answer(403, {}), answer(200, {}, feed));
    const { state } = await readAt({ ...source, others: [{ format: "rss", url: source.others?.[0]?.url ?? "" }] }, undefined, NOW);
    expect(state).toMatchObject({ trouble: null, incidents: [{ title: "Playback fails" }] });
  });
});
