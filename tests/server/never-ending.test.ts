import { writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { expectService } from "./support/expect-service.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fetchFeed, startProcess, until } from "./support/server-process.ts";
import { standIn, statuspage } from "./support/stand-in.ts";
import { usageOf } from "./support/usage.ts";

/** Milliseconds between two pieces. */
const DRIP = 250;
const HEAD = "HTTP/1.1\r\nHost: feed.example\r\n";
/** Twice what the server grants, on a busy machine. */
const TIMEOUT = 50_000;

/** A client that sends `first`, and then one more piece every moment until the server disconnects it. */
function slowClient(url: string, first: string, piece: string, reads = true): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(first));
  if (reads) socket.resume();
  const dripping = setInterval(() => socket.write(piece), DRIP);
  return new Promise((resolve) => {
    socket.on("error", () => {});
    socket.once("close", () => {
      clearInterval(dripping);
      resolve();
    });
  });
}

const MEGABYTE = 1024 * 1024;
const block = Buffer.alloc(MEGABYTE);
/** A gigabyte of zeros: a thousand compressed files in a row are one. */
const bomb = Buffer.concat(new Array(1024).fill(gzipSync(block)));

function withoutEnd(reply: ServerResponse): void {
  const more = () => reply.write(block, (problem) => problem || more());
  more();
}

function drip(reply: ServerResponse): void {
  const dripping = setInterval(() => reply.write("x"), DRIP);
  reply.once("close", () => clearInterval(dripping));
}

const SOURCES: { [id: string]: { answer: (reply: ServerResponse) => void; trouble: string } } = {
  "a-gigabyte": {
    answer: (reply) => withoutEnd(reply.writeHead(200, { "Content-Length": 1024 * MEGABYTE })),
    trouble: "larger than 4194304 bytes",
  },
  "a-gigabyte-of-nothing": {
    answer: (reply) => reply.writeHead(200, { "Content-Length": 1024 * MEGABYTE }).write("x"),
    trouble: "larger than 4194304 bytes",
  },
  "a-bomb": {
    answer: (reply) => reply.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb),
    trouble: "larger than 4194304 bytes",
  },
  "no-gzip-without-end": {
    answer: (reply) => withoutEnd(reply.writeHead(200, { "Content-Encoding": "gzip" })),
    trouble: "could not be reached: Z_DATA_ERROR",
  },
  "drop-by-drop": { answer: (reply) => drip(reply.writeHead(200)), trouble: "no whole answer within 15 s" },
  "header-drop-by-drop": {
    answer: (reply) => {
      reply.socket?.write("HTTP/1.1 200 OK\r\nX-Slow: ");
      const dripping = setInterval(() => reply.socket?.write("x"), DRIP);
      reply.once("close", () => clearInterval(dripping));
    },
    trouble: "no whole answer within 15 s",
  },
};

// Both mostly wait, so they run concurrently.
describe.concurrent("what never ends", () => {
  test("clients that send byte by byte, say nothing, or take no answer are disconnected soon, and meanwhile others are served", async ({
    onTestFinished: atEnd,
  }) => {
    const server = await startProcess(["--data", scratchFolder(atEnd), "--sources", "none"], atEnd);
    const { url, rootKey } = server;
    const { catalogue } = await fetchFeed(url, rootKey);
    const whole = `GET /${catalogue?.url} ${HEAD}\r\n`;
    let disconnected = 0;
    const clients = [
      slowClient(url, `GET /v2/head ${HEAD}X-Slow: `, "a"),
      slowClient(url, `POST /v2/reports ${HEAD}Content-Length: 250\r\n\r\n`, "a"),
      slowClient(url, `POST /v2/reports ${HEAD}Transfer-Encoding: chunked\r\n\r\n`, "1\r\na\r\n"),
      slowClient(url, "", ""),
      // More than the system holds for a client. A client that never reads learns that it was disconnected when it writes.
      slowClient(url, whole.repeat(200), whole, false),
    ];
    for (const client of clients) client.then(() => disconnected++);
    let look = 0;
    await until(async () => {
      // From one network after another, because each has a rate limit.
      await expectService(server, `127.0.${look++ % 250}.1`);
      return disconnected === clients.length;
    }, TIMEOUT);
    expect(disconnected).toBe(clients.length);
  });

  test("sources that send without end, slowly for ever or far too much are aborted, their connections closed, and the good one is read", async ({
    onTestFinished: atEnd,
  }) => {
    const closed: string[] = [];
    const url = await standIn((request, reply) => {
      const id = request.url?.slice(1) ?? "";
      reply.once("close", () => {
        if (!closed.includes(id)) closed.push(id);
      });
      if (id === "good") reply.end(statuspage(null));
      else SOURCES[id]?.answer(reply);
    }, atEnd);
    const folder = scratchFolder(atEnd);
    const sources = join(folder, "sources.json");
    const ids = [...Object.keys(SOURCES), "good"];
    writeFileSync(sources, JSON.stringify(ids.map((id) => ({ id, url: `${url}/${id}`, site: "netflix", format: "statuspage", every: 1 }))));
    const server = await startProcess(["--data", join(folder, "data"), "--sources", sources], atEnd);
    const expected = [...Object.values(SOURCES).map(({ trouble }) => trouble), null];
    const before = usageOf(server);
    await until(async () => {
      const health = (await (await fetch(`${server.url}/health`)).json()) as { sources: { trouble: string | null }[] };
      const troubles = health.sources.map(({ trouble }) => trouble);
      return JSON.stringify(troubles) === JSON.stringify(expected);
    });
    await until(async () => closed.length === ids.length);
    // Only slow answers are waited for; the connections of the others are closed at once.
    expect(closed.slice(-2).toSorted()).toEqual(["drop-by-drop", "header-drop-by-drop"]);
    if (before !== null) expect(usageOf(server)?.peak).toBeLessThan(before.memory + 150);
  });
});
