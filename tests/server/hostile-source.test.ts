import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { scratchFolder } from "./support/scratch-folder.ts";
import { type ServerProcess, startProcess, until } from "./support/server-process.ts";
import { standIn, statuspage } from "./support/stand-in.ts";
import { usageOf } from "./support/usage.ts";

const BAD_PARSER = [process.execPath, "tests/server/support/server-with-bad-parser.ts"];

type Health = { sources: { id: string; trouble: string | null; incidents: number; unknown: unknown }[] };

const healthOf = async ({ url }: ServerProcess) => (await (await fetch(`${url}/health`)).json()) as Health;
const stateOf = async (server: ServerProcess, id: string) => (await healthOf(server)).sources.find((source) => source.id === id);

/** A server with a source for each path of the stand-in. */
async function serverOf(url: string, paths: string[], program?: string[], format = "statuspage"): Promise<ServerProcess> {
  const folder = scratchFolder();
  const file = join(folder, "sources.json");
  const sources = paths.map((id) => ({ id, url: `${url}/${id}`, provider: id, format, every: 0.5, page: "https://status.example" }));
  writeFileSync(file, JSON.stringify(sources));
  return await startProcess(["--data", join(folder, "data"), "--sources", file], undefined, program);
}

/** A page of 100,000 slashes with twenty incidents, whose own addresses are made of the page's: some 430 bytes when compressed. */
function manySlashes(): Buffer {
  const incidents = Array.from({ length: 20 }, (_, index) => ({ id: `i${index}`, name: "x", status: "investigating", impact: "major" }));
  return gzipSync(
    JSON.stringify({ page: { id: "p", url: `https:${"/".repeat(100_000)}x` }, status: { indicator: "none" }, components: [], incidents }),
    { level: 9 },
  );
}

describe("a hostile source", () => {
  test("with a payload of some hundred bytes that a quadratic pattern would read for minutes is read, and everything goes on", async () => {
    const payload = manySlashes();
    expect(payload.length).toBeLessThan(500);
    const url = await standIn((request, reply) => {
      if (request.url === "/slashes") reply.writeHead(200, { "Content-Encoding": "gzip" }).end(payload);
      else reply.end(statuspage({ id: "i1", name: "Playback fails" }));
    });
    const server = await serverOf(url, ["slashes", "fine"]);
    await until(async () => (await stateOf(server, "slashes"))?.incidents === 20 && (await stateOf(server, "fine"))?.incidents === 1);
    const reply = await fetch(`${server.url}/v2/reachable`, { signal: AbortSignal.timeout(5000) });
    expect(reply.status).toBe(204);
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test("that hangs its parser cannot be read; the server answers, reads the others, and ends when it is told to", async () => {
    let asked = 0;
    const url = await standIn((request, reply) => {
      if (request.url === "/hangs") asked++;
      reply.end(statuspage({ id: "i1", name: request.url === "/hangs" ? "hang for ever" : `Playback fails ${Date.now()}` }));
    });
    const server = await serverOf(url, ["hangs", "fine"], BAD_PARSER);
    await until(async () => {
      const reply = await fetch(`${server.url}/v2/reachable`, { signal: AbortSignal.timeout(5000) });
      return reply.status === 204 && (await stateOf(server, "hangs"))?.trouble === "takes longer than 2 s to parse";
    });
    await until(async () => (await stateOf(server, "fine"))?.incidents === 1);
    await until(async () => server.output().includes("cannot be read (takes longer than 2 s to parse): hangs"));
    // Told to end while the parser hangs again.
    const before = asked;
    await until(async () => asked > before);
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test("that takes all memory ends its thread long before it has taken the server's, whatever limit the server itself has", async () => {
    const url = await standIn((_, reply) => reply.end(statuspage({ id: "i1", name: "take all memory" })));
    const server = await serverOf(url, ["devours"], [process.execPath, "--max-old-space-size=1000", ...BAD_PARSER.slice(1)]);
    const before = usageOf(server);
    await until(async () => /^takes (?:too much memory|longer than 2 s) to parse$/.test((await stateOf(server, "devours"))?.trouble ?? ""));
    if (before !== null) expect(usageOf(server)?.peak).toBeLessThan(before.memory + 150);
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test("shows nobody but the operator its own words", async () => {
    const url = await standIn((request, reply) => {
      if (request.url === "/moved") reply.writeHead(302, { Location: "https://secret-words.example/" }).end();
      else if (request.url === "/packed") reply.writeHead(200, { "Content-Encoding": "secret-words" }).end("x");
      else reply.end(JSON.stringify({ page: { id: "p" }, status: { indicator: "secret-words" }, components: [], incidents: [] }));
    });
    const server = await serverOf(url, ["moved", "packed", "odd"]);
    await until(async () => (await healthOf(server)).sources.every(({ trouble }) => trouble !== "not read yet"));
    expect(await stateOf(server, "odd")).toMatchObject({ trouble: null, unknown: 1 });
    expect(await stateOf(server, "moved")).toMatchObject({ trouble: "moved to another origin" });
    expect(await (await fetch(`${server.url}/health`)).text()).not.toContain("secret-words");
    await until(async () => server.output().split("secret-words").length > 3);
  });
});
