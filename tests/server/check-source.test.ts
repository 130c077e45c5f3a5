import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Check, checkSources, mainAnswer } from "../../server/poll/check-source.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { handMadeBytes } from "../unit/status-pages/reading.ts";

const OPEN = handMadeBytes("statuspage/open-under-none.json");
const ODD = Buffer.from(OPEN)
  .toString()
  .replace(/"indicator":\s*"none"/, '"indicator":"pondering"');
const answers: { [path: string]: RequestListener } = {
  "/good": (_, reply) => reply.end(OPEN),
  "/page": (_, reply) => reply.end("<!DOCTYPE html><title>We have a new status page</title>"),
  "/odd": (_, reply) => reply.end(ODD),
  "/blocked": (_, reply) => reply.writeHead(403).end("no"),
  "/gone": (_, reply) => reply.writeHead(410).end(),
  "/moved": (_, reply) => reply.writeHead(301, { Location: "https://status.elsewhere.example/api" }).end(),
  "/failing": (_, reply) => reply.writeHead(502).end(),
  "/huge": (_, reply) => reply.end(Buffer.alloc(5_000_000, "x")),
  "/slow": () => {},
};

let server: Server;
let origin = "";
const times: number[] = [];

beforeAll(async () => {
  server = createServer((request, reply) => {
    times.push(performance.now());
    (answers[request.url ?? ""] ?? answers["/gone"])?.(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function source(id: string, more: Partial<Source> = {}): Source {
  const url = id === "dead" ? "http://127.0.0.1:9/" : `${origin}/${id}`;
  return { id, format: "statuspage", url, provider: id, site: null, page: "https://status.example.com", every: 60, ...more };
}

const options = { userAgent: "test", atOnce: 4, hostPause: 0 };
const outcomes = (checks: Check[]) => Object.fromEntries(checks.map((check) => [check.source.id, mainAnswer(check)?.outcome]));

describe("checking the sources", () => {
  test("tells those that are understood from those that are blocked, moved, gone, dead, failing, huge, slow, or of another format", async () => {
    const ids = ["good", "page", "odd", "blocked", "gone", "moved", "failing", "huge", "dead", "slow"];
    const checks = await checkSources(
      ids.map((id) => source(id)),
      options,
    );
    expect(outcomes(checks)).toEqual({
      good: "understood",
      page: "other-format",
      odd: "unknown-words",
      blocked: "blocked",
      gone: "gone",
      moved: "moved",
      failing: "failing",
      huge: "too-large",
      dead: "unreachable",
      slow: "slow",
    });
    const answerOf = (id: string) => checks.find((check) => check.source.id === id)?.answers[0];
    expect(answerOf("good")?.open).toBe(1);
    expect(answerOf("good")?.age).toBeGreaterThan(0);
    expect(answerOf("page")?.detail).toBe("is not statuspage, but a page of HTML");
    expect(answerOf("odd")?.unknown).toContain("pondering");
    expect(answerOf("moved")?.target).toBe("https://status.elsewhere.example/api");
  }, 40_000);

  test("asks the other addresses until one is understood, and says which", async () => {
    const others = ["gone", "good", "never"].map((path) => ({ format: "statuspage", url: `${origin}/${path}` }));
    const [check] = await checkSources([source("blocked", { others })], options);
    expect(check?.answers.map(({ outcome }) => outcome)).toEqual(["blocked", "gone", "understood"]);
    expect(check === undefined ? undefined : mainAnswer(check)?.address.url).toBe(`${origin}/good`);
  });

  test("asks one host one request at a time, with a pause in between", async () => {
    times.length = 0;
    await checkSources(
      ["good", "page", "gone"].map((id) => source(id)),
      { ...options, hostPause: 200 },
    );
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps).toHaveLength(2);
    expect(Math.min(...gaps)).toBeGreaterThan(190);
  });

  test("keeps what was sent byte for byte", async () => {
    const [check] = await checkSources([source("good")], options);
    expect(Buffer.from(check?.answers[0]?.bytes ?? []).equals(OPEN)).toBe(true);
  });
});
