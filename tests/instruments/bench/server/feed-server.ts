import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ListedSource } from "../feed/status-pages.ts";

/** A process that says on its first lines where it listens. */
export type Listener = { url: string; pid: number /** Ends it at once, as a power cut would. */; kill(): Promise<void> };

export type FeedServer = Listener & { rootKey: string; database: string; remove(): Promise<void> };

const TIMEOUT = 20_000;

/** Where processes can be pinned to a core: `taskset`, of Linux. */
export const CAN_PIN = process.platform === "linux";

/**
 * Starts `npm run server` as an operator would, with an embedded store in a fresh folder.
 * @param core the one processor core that it may use; any where left out
 * @param ranges the table of address ranges that it publishes; the one built last where left out
 */
export async function startFeedServer(sources: ListedSource[], core?: number, ranges?: Uint8Array): Promise<FeedServer> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-bench-"));
  const list = join(folder, "sources.json");
  writeFileSync(list, JSON.stringify(sources));
  const data = join(folder, "data");
  const flags = [
    "--host",
    "127.0.0.1",
    "--port",
    "0",
    "--data",
    data,
    "--sources",
    list,
    "--proxies",
    "1",
    "--rebuild",
    "0",
    "--reports",
    "https://feed.example.org/v2/reports",
  ];
  if (ranges !== undefined) {
    const file = join(folder, "ranges.bin");
    writeFileSync(file, ranges);
    flags.push("--ranges", file);
  }
  const { lines, ...listener } = await startListener([...serverCommand(), ...flags], core, 2);
  const rootKey = lines[1]?.replace("root key ", "") ?? "";
  return {
    ...listener,
    rootKey,
    database: join(data, "feed.sqlite"),
    async remove() {
      await listener.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `npm run server` runs after the name of Node, flags for Node itself included. */
export function serverCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { server: string } };
  const [node, ...words] = scripts.server.split(" ");
  if (node !== "node") throw new Error(`npm run server runs ${node}, not node`);
  return words;
}

/**
 * Runs a script with this Node and waits for its first lines, one of which ends in `at <address>`.
 * @param environment in addition to that of this process
 */
export async function startListener(
  words: string[],
  core: number | undefined,
  wanted = 1,
  environment: { [name: string]: string } = {},
): Promise<Listener & { lines: string[] }> {
  const pin = core === undefined || !CAN_PIN ? [] : ["taskset", "-c", String(core)];
  const [command = process.execPath, ...rest] = [...pin, process.execPath, ...words];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...environment } });
  const lines = await firstLines(child, wanted);
  const url = lines.map((line) => / at (http\S+)$/.exec(line)?.[1]).find((found) => found !== undefined);
  if (url === undefined || child.pid === undefined) throw new Error(`${words[0]} did not say where it listens: ${lines.join(" / ")}`);
  return { url, pid: child.pid, lines, kill: () => kill(child) };
}

async function firstLines(child: ChildProcess, wanted: number): Promise<string[]> {
  if (child.stdout === null) throw new Error("nothing to read from");
  const lines: string[] = [];
  const printed = (async () => {
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      // The server also prints what it does, each line with its time.
      if (/^\d{4}-\d\d-\d\dT/.test(line)) continue;
      if (lines.push(line) === wanted) break;
    }
  })();
  const late = AbortSignal.timeout(TIMEOUT);
  await Promise.race([printed, once(child, "exit"), once(late, "abort")]);
  if (lines.length < wanted) {
    await kill(child);
    throw new Error(`a process did not start: ${child.spawnargs.join(" ")}`);
  }
  child.stdout.resume();
  return lines;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
