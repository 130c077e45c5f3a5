import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Check, checkSources } from "../../../server/poll/check-source.ts";
import type { Source } from "../../../utils/core/status-pages/source.ts";
import { handMadeBytes } from "../status-pages/reading.ts";

const OPEN = handMadeBytes("statuspage/open-under-none.json");
const answers = new Map<string, { status: number; body: Uint8Array | string }>([
  ["/good", { status: 200, body: OPEN }],
  ["/moved", { status: 200, body: "<!DOCTYPE html><title>We have a new status page</title>" }],
  ["/closed", { status: 401, body: "no" }],
]);

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, reply) => {
    const answer = answers.get(request.url ?? "") ?? { status: 404, body: "" };
    reply.writeHead(answer.status, { "last-modified": new Date(Date.now() - 600_000).toUTCString() }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

function source(id: string): Source {
  return { id, format: "statuspage", url: `${origin}/${id}`, provider: id, site: null, page: "https://status.example.com", every: 60 };
}

describe("checking the sources", () => {
  test("lists in order which sources answered, which are of the expected format, what is open and how old it is", async () => {
    const seen: Check[] = [];
    const checks = await checkSources(["closed", "good", "moved"].map(source), "test", 2, (check) => seen.push(check));
    expect(checks.map(({ source: { id }, trouble, asExpected, open }) => ({ id, trouble, asExpected, open }))).toEqual([
      { id: "closed", trouble: "answered HTTP 401", asExpected: false, open: 0 },
      { id: "good", trouble: null, asExpected: true, open: 1 },
      { id: "moved", trouble: null, asExpected: false, open: 0 },
    ]);
    expect(Math.round((checks[1]?.age ?? 0) / 60_000)).toBe(10);
    expect(seen).toHaveLength(3);
  });

  test("keeps what was sent byte for byte", async () => {
    const [check] = await checkSources([source("good")], "test", 1, () => {});
    expect(Buffer.from(check?.bytes ?? []).equals(OPEN)).toBe(true);
  });
});
