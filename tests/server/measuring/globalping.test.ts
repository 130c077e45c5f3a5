import type { CreateMeasurementResponse, HttpMeasurementRequest, TypedMeasurementResponse } from "globalping";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openGlobalping } from "../../../server/measure/globalping.ts";
import { HOUR } from "../../../utils/core/time.ts";
import { standIn } from "../support/stand-in.ts";

const TARGET = { id: "netflix", host: "www.netflix.com", path: "/ping?fresh=1", reason: "a stand-in" };
type Seen = number | "failed" | "offline";
type Asked = { request: HttpMeasurementRequest; agent: string | undefined; token: string | undefined };

/** The API with the client's own types, on loopback: what each of three probes sees of a target, or an error. */
async function apiThatSees(answer: () => Seen[] | 429 | "nonsense") {
  const asked: Asked[] = [];
  const results = new Map<string, Seen[]>();
  const url = await standIn((request, reply) => {
    const id = /^\/v1\/measurements\/(\w+)$/.exec(request.url ?? "")?.[1];
    const send = (status: number, body: unknown) =>
      reply.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (id !== undefined) return void send(200, finished(id, results.get(id) ?? []));
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    request.on("end", () => {
      const { "user-agent": agent, authorization: token } = request.headers;
      asked.push({ request: JSON.parse(text) as HttpMeasurementRequest, agent, token });
      const seen = answer();
      if (seen === 429) return void send(429, { error: { type: "too_many_requests", message: "API rate limit exceeded." } });
      if (seen === "nonsense") return void reply.writeHead(502).end("<html>");
      const created: CreateMeasurementResponse = { id: `m${results.size}`, probesCount: seen.length };
      results.set(created.id, seen);
      send(202, created);
    });
  });
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (request: Request) => {
    const { origin, pathname } = new URL(request.url);
    if (origin !== "https://api.globalping.io") throw new Error(`the client asks ${origin}`);
    return real(new Request(`${url}${pathname}`, request));
  });
  return asked;
}

function finished(id: string, seen: Seen[]): object {
  const probe = {
    continent: "EU",
    region: "Western Europe",
    country: "DE",
    state: null,
    city: "Berlin",
    asn: 24940,
    longitude: 13,
    latitude: 52,
  };
  const results = seen.map((one) => ({
    probe: { ...probe, network: "Hetzner", tags: [], resolvers: [] },
    result:
      typeof one === "number" ? { status: "finished", rawOutput: "", statusCode: one, statusCodeName: "" } : { status: one, rawOutput: "" },
  }));
  const answer: Pick<TypedMeasurementResponse<"http">, "id" | "type" | "status" | "target"> = {
    id,
    type: "http",
    status: "finished",
    target: TARGET.host,
  };
  return { ...answer, createdAt: "2026-03-03T09:00:00Z", updatedAt: "2026-03-03T09:00:02Z", probesCount: seen.length, results };
}

async function clientAt(clock: { now: number }, token: string | null = null) {
  const log: string[] = [];
  const client = await openGlobalping(
    { token, userAgent: "NotJustMeFeed/2 (+https://example.org)" },
    () => clock.now,
    (line) => log.push(line),
  );
  return { log, ask: () => client.ask(TARGET) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("Globalping", () => {
  test("is asked by three probes on three continents for one page, over https, by whoever operates this server", async () => {
    const asked = await apiThatSees(() => [200, 200, 301]);
    const { ask } = await clientAt({ now: 0 }, "secret");
    expect(await ask()).toBe("answers");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ agent: "NotJustMeFeed/2 (+https://example.org)", token: "Bearer secret" });
    expect(asked[0]?.request).toMatchObject({
      ...{ type: "http", target: "www.netflix.com" },
      locations: [
        { continent: "EU", limit: 1 },
        { continent: "NA", limit: 1 },
        { continent: "AS", limit: 1 },
      ],
      measurementOptions: { protocol: "HTTPS", request: { method: "GET", path: "/ping", query: "fresh=1" } },
    });
  });

  test.each<[Seen[], string]>([
    [["failed", "failed", 200], "fails"],
    [[503, "failed", 200], "fails"],
    [["failed", 200, 200], "answers"],
    [["failed", "offline", 200], "unclear"],
    [[403, 403, 403], "unclear"],
    [["offline", "offline", "offline"], "unclear"],
    [[], "unclear"],
  ])("whose probes see %j says that the target %s", async (seen, word) => {
    await apiThatSees(() => seen);
    expect(await (await clientAt({ now: 0 })).ask()).toBe(word);
  });

  test("is asked at most seventy times an hour, which is 210 of the 250 tests that it allows", async () => {
    const asked = await apiThatSees(() => [200, 200, 200]);
    const clock = { now: 0 };
    const { ask } = await clientAt(clock);
    for (let question = 0; question < 80; question++) await ask();
    expect(asked).toHaveLength(70);
    clock.now += HOUR;
    expect(await ask()).toBe("answers");
  });

  test("is left alone for an hour once it says that the limit is used up", async () => {
    const asked = await apiThatSees(() => 429);
    const clock = { now: 0 };
    const { ask, log } = await clientAt(clock);
    expect([await ask(), await ask()]).toEqual([null, null]);
    expect(asked).toHaveLength(1);
    expect(log).toEqual(["globalping: API rate limit exceeded."]);
    clock.now += HOUR;
    await ask();
    expect(asked).toHaveLength(2);
  });

  test("that answers with nonsense says nothing", async () => {
    await apiThatSees(() => "nonsense");
    const { ask, log } = await clientAt({ now: 0 });
    expect(await ask()).toBeNull();
    expect(log).toHaveLength(1);
  });
});
