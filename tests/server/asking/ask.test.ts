import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";
import { type ServerProcess, startProcess } from "../support/server-process.ts";
import { type SmallInternet, smallInternet } from "../support/small-internet.ts";
import { askAbout, askRaw, startVantage } from "../support/vantage.ts";

describe("a server that is a vantage", () => {
  let small: SmallInternet;
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    small = await smallInternet(afterAll);
    await small.host("www.example.com", { https: (_, reply) => reply.end("a body that stays here") });
    await small.host("broken.example.com", { https: (_, reply) => reply.writeHead(503).end() });
    await small.host("silent.example.com", { bytes: () => {} });
    await small.host("closed.example.com", {});
    small.names["inside.example.com"] = ["10.0.0.1"];
    small.names["secret-name.example.com"] = "ESERVFAIL";
    folder = scratchFolder(afterAll);
    server = await startVantage(small.described, ["--data", folder, "--proxies", "1"], "fra", {}, afterAll);
  });

  let senders = 0;
  /** Each from a prefix of its own. */
  const from = (more: { [name: string]: string } = {}) => ({ "X-Forwarded-For": `9.${++senders}.1.1`, ...more });

  test("answers what it sees of a host, and from where", async () => {
    const { status, body, headers } = await askAbout(server.url, "www.example.com", from());
    expect(status).toBe(200);
    expect(body).toEqual({
      host: "www.example.com",
      views: [{ from: "fra", country: "DE", failure: null, status: 200, ms: expect.any(Number), at: expect.stringMatching(/^\d{4}-.*Z$/) }],
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect((await askAbout(server.url, "broken.example.com", from())).body.views).toMatchObject([{ failure: "http.error", status: 503 }]);
    expect((await askAbout(server.url, "closed.example.com", from())).body.views).toMatchObject([{ failure: "tcp.refused", status: null }]);
    expect((await askAbout(server.url, "nowhere.example.com", from())).body.views).toMatchObject([{ failure: "dns.name_not_resolved" }]);
  });

  test("waits ten seconds for a silent host, and the answer still arrives", async () => {
    const { status, body } = await askAbout(server.url, "silent.example.com", from());
    expect(status).toBe(200);
    expect(body.views).toMatchObject([{ failure: "tcp.timed_out", status: null }]);
    const ms = Number(body.views?.[0]?.ms);
    expect(ms).toBeGreaterThan(9000);
    expect(ms).toBeLessThan(12_000);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "www.example.com"],
    ["no object", '"www.example.com"'],
    ["no host", "{}"],
    ["a host that is no text", '{"host":1}'],
    ["several hosts", '{"host":["a.com"]}'],
    ["more than a host", '{"host":"www.example.com","path":"/secret"}'],
    ["a private name", '{"host":"intranet"}'],
    ["an address", '{"host":"169.254.169.254"}'],
    ["a URL", '{"host":"https://www.example.com/"}'],
    ["a name that leads to a private network", '{"host":"inside.example.com"}'],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00])],
  ])("refuses %s with one line that repeats nothing of it", async (_, sent) => {
    const before = small.connections();
    const { status, body } = await askRaw(server.url, sent, from());
    expect(status).toBe(400);
    expect(Object.keys(body)).toEqual(["error"]);
    expect(body.error).not.toMatch(/\n|intranet|169|inside|secret/);
    expect(small.connections()).toBe(before);
  });

  test("refuses a question of more than 256 bytes", async () => {
    expect((await askRaw(server.url, JSON.stringify({ host: "a".repeat(256) }), from())).status).toBe(413);
  });

  test("takes POST alone, and has no preflight", async () => {
    for (const method of ["GET", "PUT", "OPTIONS"]) {
      const reply = await fetch(`${server.url}/v2/ask`, { method });
      expect([reply.status, reply.headers.get("allow")]).toEqual([405, "POST"]);
      expect(reply.headers.get("access-control-allow-methods")).toBeNull();
    }
  });

  test.each([
    ["a web page", { Origin: "https://evil.example" }],
    ["a page whose origin was left out", { "Sec-Fetch-Site": "cross-site" }],
    ["a frame without an origin", { Origin: "null", "Sec-Fetch-Site": "cross-site" }],
    ["somebody over plain http through the operator's proxy", { "X-Forwarded-Proto": "http" }],
  ])("does not answer %s, and asks nobody", async (_, headers) => {
    await small.host("unasked.example.com", { https: (_request, reply) => reply.end() });
    const before = small.connections();
    const asked = await askAbout(server.url, "broken.example.com", from(headers));
    expect(asked.status).toBe(403);
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    expect(small.connections()).toBe(before);
  });

  test("answers extensions of both families", async () => {
    const chromium = from({ Origin: "chrome-extension://abcdefghijklmnop", "Sec-Fetch-Site": "cross-site" });
    expect((await askAbout(server.url, "www.example.com", chromium)).status).toBe(200);
    const firefox = from({ Origin: "null", "Sec-Fetch-Site": "same-origin" });
    expect((await askAbout(server.url, "www.example.com", firefox)).status).toBe(200);
  });

  test("says when to ask again where one prefix has asked too much", async () => {
    const sender = { "X-Forwarded-For": "203.0.113.9" };
    const statuses = [];
    for (let time = 0; time < 45; time++) statuses.push((await askAbout(server.url, "www.example.com", sender)).status);
    // Twenty a minute; the minute may end meanwhile.
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    const { body, headers } = await askAbout(server.url, "www.example.com", sender);
    expect(body.error).toBe("too many questions: try again later");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("writes nothing of any question anywhere: no line, no row, no figure", async () => {
    const before = server.output();
    await askAbout(server.url, "secret-name.example.com", from());
    await askAbout(server.url, "secret-name.internal", from());
    await askRaw(server.url, "secret-name", from());
    expect(server.output()).toBe(before);
    expect(await (await fetch(`${server.url}/health`)).text()).not.toContain("secret-name");
    await server.end("SIGTERM");
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()))
      expect(readFileSync(join(file.parentPath, file.name)).includes("secret-name"), file.name).toBe(false);
  });
});

describe("a server that is none", () => {
  test("asks nobody and says so", async () => {
    const server = await startProcess(["--data", scratchFolder(), "--sources", "none"]);
    expect(await askAbout(server.url, "www.example.com")).toMatchObject({
      status: 404,
      body: { error: "this server does not ask other hosts" },
    });
  });

  test.each([
    [["--vantage", "fra"], "--vantage needs --country"],
    [["--vantage", "fra", "--country", "DE"], "--vantage needs --contact"],
    [["--vantage", "Frankfurt am Main", "--country", "DE"], "must be a short name"],
    [["--vantage", "fra", "--country", "Germany"], "must be two capital letters"],
  ])("does not start with %j alone", (flags, reason) => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/server.mjs", "--port", "0", "--data", scratchFolder(), ...flags], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });
});
