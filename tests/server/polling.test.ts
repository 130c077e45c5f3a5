import type { IncomingMessage, ServerResponse } from "node:http";
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
