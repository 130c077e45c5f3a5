import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { createPayloadReader } from "../../server/poll/payload-reader.ts";
import { readSource } from "../../server/poll/read-source.ts";
import type { SourceState } from "../../server/poll/source-state.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { standIn, statuspage } from "./support/stand-in.ts";

const NOW = Date.parse("2026-03-03T09:10:00Z");
const payloads = createPayloadReader();
afterAll(payloads.close);
const fine = statuspage({ id: "i1", name: "Playback fails" });

const answer =
  (status: number, headers: Record<string, string>, body = "") =>
  (_: IncomingMessage, reply: ServerResponse) => {
    reply.writeHead(status, headers).end(body);
  };

const EXAMPLE = { id: "example", format: "statuspage", provider: "example", site: "example", page: "https://status.example", every: 60 };

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
    return { source: { ...EXAMPLE, url: main, others: [{ format: "statuspage", url: other }] }, asked };
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
