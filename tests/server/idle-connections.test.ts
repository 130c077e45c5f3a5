import { execFileSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { platform } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { expectService } from "./support/expect-service.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { startProcess, until } from "./support/server-process.ts";
import { usageOf } from "./support/usage.ts";

/** Each connection is a file to the system, here and in the server, and neither can do without some others. */
const OTHER_FILES = 500;
const WANTED = 10_000;
/** Node itself asks for as many as it may have. */
const allowed = platform() === "win32" ? WANTED : Number(execFileSync("sh", ["-c", "ulimit -Hn"]).toString());
const count = Number.isNaN(allowed) ? WANTED : Math.min(WANTED, allowed - OTHER_FILES);
const few = count < WANTED ? ` (no more, because the system allows ${allowed} open files)` : "";

/** Loopback addresses to connect from: each has ports for some ten thousand connections. */
const ADDRESSES = 20;
const AT_ONCE = 250;

async function openIdle(url: string): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const open = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), localAddress: `127.0.0.${2 + (index % ADDRESSES)}` }, resolve);
      socket.once("error", reject);
      sockets.push(socket);
    });
  while (sockets.length < count) {
    const first = sockets.length;
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => open(first + index)));
  }
  return sockets;
}

test(`with ${count} idle connections${few} others are served, memory stays bounded, and once they are gone all is as before`, async () => {
  const server = await startProcess(["--data", scratchFolder(), "--sources", "none"]);
  await expectService(server);
  const before = usageOf(server);
  const sockets = await openIdle(server.url);
  const close = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(close);
  const crowded = usageOf(server);
  await expectService(server);
  if (before !== null && crowded !== null) {
    // On a slow machine the server closed the first connections before the last had come.
    expect(crowded.files - before.files).toBeGreaterThan(count / 2);
    expect(crowded.memory - before.memory).toBeLessThan(50 + count * 0.025);
  }
  close();
  if (before !== null) await until(async () => (usageOf(server)?.files ?? 0) <= before.files + 5);
  await expectService(server);
});
