import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../server/store/store.ts";
import { bucketStart, bucketText } from "../../utils/core/reports/report.ts";
import { readCatalogue } from "../../utils/core/status-pages/catalogue-document.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { BY_NPM, fetchFeed, type ServerProcess, startProcess, until } from "./support/server-process.ts";

const start = (): Promise<ServerProcess> => startProcess(["--data", scratchFolder(), "--sources", "none"]);

function reportNow(more: object = {}): string {
  return JSON.stringify({
    v: 1,
    service: "netflix",
    on: "aws/us-east-1",
    failure: "http.error",
    bucket: bucketText(bucketStart(Date.now())),
    ...more,
  });
}

/** Sends exact bytes, as no well-behaved client would, and returns the answer's first line. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("close", () => resolve("closed"));
  });
}

describe("the running server", () => {
  let url = "";
  let rootKey = "";
  beforeAll(async () => {
    ({ url, rootKey } = await startProcess(["--data", scratchFolder(afterAll), "--sources", "none", "--every", "600"], afterAll));
  });

  test("serves a signed head without a tag that a client would send back, and never an empty answer to one that sends a tag", async () => {
    const feed = await fetchFeed(url, rootKey);
    expect(feed).toMatchObject({ version: 2, incidents: [], previous: null });
    const decoders = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync, identity: (bytes: Uint8Array) => bytes };
    const plain = await rawBody(url, "identity");
    for (const [encoding, decode] of Object.entries(decoders)) {
      const { headers, body } = await rawBody(url, encoding);
      expect(Buffer.from(decode(body)).equals(Buffer.from(plain.body))).toBe(true);
      expect(headers["content-encoding"]).toBe(encoding === "identity" ? undefined : encoding);
      expect(headers).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "Date",
        "cache-control": "public, max-age=30",
        vary: "Accept-Encoding",
      });
      expect(headers.etag).toBeUndefined();
      expect(headers["last-modified"]).toBeUndefined();
      expect(headers["set-cookie"]).toBeUndefined();
    }
    expect((await fetch(`${url}/v2/head`, { headers: { "If-None-Match": "*" } })).status).toBe(200);
    expect((await fetch(`${url}/v2/head?fresh=1`)).status).toBe(200);
    expect(await raw(url, "GET http://feed.example/v2/head HTTP/1.1\r\nHost: feed.example\r\n\r\n")).toBe("HTTP/1.1 200 OK");
    const head = await fetch(`${url}/v2/head`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("answers the reachability check with nothing but headers", async () => {
    for (const method of ["GET", "HEAD"]) {
      const reply = await fetch(`${url}/v2/reachable`, { method, redirect: "manual" });
      expect(reply.status).toBe(204);
      expect(await reply.text()).toBe("");
      expect(reply.headers.get("access-control-allow-origin")).toBe("*");
      expect(reply.headers.get("access-control-expose-headers")).toBe("Date, X-Your-Network");
      expect(Math.abs(Date.parse(reply.headers.get("date") ?? "") - Date.now())).toBeLessThan(5000);
    }
  });

  test("names the catalogue by its hash and serves it for ever", async () => {
    const { catalogue } = await fetchFeed(url, rootKey);
    const reply = await fetch(new URL(catalogue?.url ?? "", `${url}/`));
    const bytes = await reply.arrayBuffer();
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("base64url");
    expect(digest).toBe(catalogue?.sha256);
    expect(reply.headers.get("cache-control")).toContain("immutable");
    expect(readCatalogue(JSON.parse(Buffer.from(bytes).toString()))).toMatchObject({ ok: true });
  });

  test("answers a bad request with the reason, as JSON", async () => {
    const ask = async (path: string, init: RequestInit = {}) => {
      const reply = await fetch(`${url}${path}`, init);
      expect(reply.headers.get("content-type")).toBe("application/json");
      expect(reply.headers.get("access-control-allow-origin")).toBe(path === "/v2/reports" && init.method === "POST" ? null : "*");
      const { error } = (await reply.json()) as { error: string };
      expect(error).not.toContain("\n");
      return { status: reply.status, error, allow: reply.headers.get("allow") };
    };
    expect(await ask("/")).toMatchObject({ status: 404 });
    expect(await ask("/v2/head/")).toMatchObject({ status: 404 });
    expect(await ask("/v2/%2e%2e/keys/root.json")).toMatchObject({ status: 404 });
    expect(await ask("/v2/history/2999-01-01.json")).toMatchObject({ status: 404 });
    expect(await ask("/nowhere", { method: "DELETE" })).toMatchObject({ status: 404 });
    expect(await ask("/v2/head", { method: "DELETE" })).toMatchObject({ status: 405, allow: "GET, HEAD, OPTIONS" });
    expect(await ask("/v2/reachable", { method: "POST" })).toMatchObject({ status: 405 });
    expect(await ask("/health", { method: "PUT" })).toMatchObject({ status: 405 });
    expect(await ask("/v2/reports")).toMatchObject({ status: 405, allow: "POST" });
    expect(await ask("/v2/reports", { method: "OPTIONS" })).toMatchObject({ status: 405, allow: "POST" });
    const post = (body: RequestInit["body"]) => ask("/v2/reports", { method: "POST", body: body ?? null });
    expect(await post("x".repeat(257))).toMatchObject({ status: 413 });
    expect(await post("")).toMatchObject({ status: 400, error: "not JSON" });
    expect(await post(new Uint8Array([0xff, 0xfe]))).toMatchObject({ status: 400 });
    expect(await post(reportNow({ service: "my-secret-host.example" }))).toMatchObject({ status: 400 });
    expect(await post(`${reportNow()}${" ".repeat(256 - reportNow().length)}`.replace("netflix", "nobody!"))).toMatchObject({
      status: 400,
    });
  });

  test("refuses a body without a length as soon as it is too long", async () => {
    const chunk = `100\r\n${"x".repeat(256)}\r\n`;
    const request = `POST /v2/reports HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(2)}`;
    expect(await raw(url, request)).toContain("413");
    expect((await fetch(`${url}/v2/reachable`)).status).toBe(204);
  });

  test("survives broken requests", async () => {
    await raw(url, "\x00\x01\x02\r\n\r\n");
    await raw(url, "GET /v2/head HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n");
    await raw(url, `GET /${"a".repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect((await fetch(`${url}/v2/head`)).status).toBe(200);
  });

  test("tells browsers which methods the head takes, and has no preflight for reports", async () => {
    const reply = await fetch(`${url}/v2/head`, { method: "OPTIONS" });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    const none = await fetch(`${url}/v2/reports`, { method: "OPTIONS" });
    expect([none.status, none.headers.get("access-control-allow-methods")]).toEqual([405, null]);
  });

  test("accepts a report with an empty answer, and shows its own health", async () => {
    const reply = await fetch(`${url}/v2/reports`, { method: "POST", body: reportNow(), headers: { "Content-Type": "text/plain" } });
    expect([reply.status, await reply.text(), reply.headers.get("access-control-allow-origin")]).toEqual([204, "", null]);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ store: "sqlite", publishes: true, sources: [] });
  });
});

test("keeps no report of a web page, and none that came to the operator's proxy over plain http, and answers both like any other", async () => {
  const folder = scratchFolder();
  const server = await startProcess(["--data", folder, "--sources", "none", "--proxies", "1"]);
  const send = async (body: string, headers: { [name: string]: string }) => {
    const reply = await fetch(`${server.url}/v2/reports`, { method: "POST", body, headers });
    return [reply.status, await reply.text(), reply.headers.get("access-control-allow-origin")];
  };
  const page = { Origin: "https://evil.example" };
  expect(await send(reportNow(), page)).toEqual([204, "", null]);
  expect(await send("nonsense", page)).toEqual([204, "", null]);
  expect(await send(reportNow(), { "X-Forwarded-Proto": "http" })).toEqual([204, "", null]);
  expect(await send(reportNow({ service: "github" }), { "X-Forwarded-Proto": "https" })).toEqual([204, "", null]);
  await server.end("SIGTERM");
  const store = await openStore({ file: join(folder, "feed.sqlite") });
  expect((await store.reports.receivedAfter(0, 0, Date.now())).map(({ service }) => service)).toEqual(["github"]);
  await store.close();
});

describe("one server's life", () => {
  test("writes no line about any request, and says at the start what it keeps", async () => {
    const server = await start();
    await fetch(`${server.url}/v2/head`);
    const before = server.output();
    await fetch(`${server.url}/nowhere?secret=1`);
    await fetch(`${server.url}/v2/reports`, { method: "POST", body: reportNow() });
    await fetch(`${server.url}/v2/reports`, { method: "POST", body: "nonsense" });
    expect(await server.end("SIGTERM")).toBe(0);
    expect(server.output()).toBe(before);
    expect(before).toContain("kept of requests: nothing");
    expect(before).toContain("at most 2 h");
  });

  test("says at the start that others can read its folder, and what a server lacks without a table of networks", async () => {
    const folder = scratchFolder();
    const networks = join(folder, "networks.csv");
    writeFileSync(networks, "192.0.2.0,192.0.2.255,64500\n");
    chmodSync(folder, 0o755);
    const open = await startProcess(["--data", folder, "--sources", "none"]);
    expect(open.output()).toMatch(/^check: \S+ CAN BE READ BY OTHERS: chmod 711 it/m);
    expect(open.output()).toMatch(
      /^check: THERE IS NO TABLE OF NETWORKS: reports from hosting networks and VPNs COUNT .*npm run networks/m,
    );
    await open.end("SIGTERM");
    chmodSync(folder, 0o711);
    const closed = await startProcess(["--data", folder, "--sources", "none", "--networks", networks]);
    await until(async () => /^check: /m.test(closed.output()));
    await closed.end("SIGTERM");
    expect(closed.output()).not.toMatch(/BE READ BY OTHERS|NO TABLE/);
  });

  test("ends cleanly when npm, which runs it, gets a signal to end", async () => {
    const folder = scratchFolder();
    const server = await startProcess(["--data", folder, "--sources", "none"], undefined, BY_NPM);
    await server.end("SIGTERM");
    await until(() =>
      fetch(`${server.url}/v2/reachable`).then(
        () => false,
        () => true,
      ),
    );
    // The database's log is folded in at the end only.
    await until(async () => !existsSync(join(folder, "feed.sqlite-wal")));
  });

  test("ends cleanly on Ctrl-C even while a client holds a connection open", async () => {
    const server = await start();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.write("GET /v2/head HTTP/1.1\r\n");
    expect(await server.end("SIGINT")).toBe(0);
    socket.destroy();
  });
});

async function rawBody(url: string, encoding: string): Promise<{ headers: Record<string, string | undefined>; body: Uint8Array }> {
  const { request } = await import("node:http");
  return await new Promise((resolve, reject) => {
    const asking = request(`${url}/v2/head`, { headers: { "Accept-Encoding": encoding } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () => resolve({ headers: reply.headers as Record<string, string | undefined>, body: Buffer.concat(parts) }));
    });
    asking.on("error", reject).end();
  });
}
