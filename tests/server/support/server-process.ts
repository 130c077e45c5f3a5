import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";

export type ServerProcess = {
  url: string;
  rootKey: string;
  child: ChildProcess;
  output(): string;
  /** Ends it and waits. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

const DIRECTLY = [process.execPath, "scripts/server.mjs"];
/** As an operator would. */
export const BY_NPM = ["npm", "run", "--silent", "server", "--"];

/**
 * Runs the server in a process of its own.
 * @param atEnd `afterAll` for a server that several tests share
 * @param log a file that takes its output, instead of a pipe
 * @param environment in addition to that of the tests
 */
export async function startProcess(
  flags: string[],
  atEnd: (clean: () => void) => void = onTestFinished,
  [program = "", ...words]: string[] = DIRECTLY,
  log?: string,
  environment: { [name: string]: string } = {},
): Promise<ServerProcess> {
  const into = log === undefined ? "pipe" : openSync(log, "w");
  const child = spawn(program, [...words, "--port", "0", "--rebuild", "0", ...flags], {
    stdio: ["ignore", into, into],
    env: { ...process.env, ...environment },
  });
  if (into !== "pipe") closeSync(into);
  let piped = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      piped += chunk;
    });
  }
  const output = () => (log === undefined ? piped : readFileSync(log, "utf8"));
  const exited = once(child, "exit");
  atEnd(() => {
    child.kill("SIGKILL");
  });
  const found = () => ({ url: /^feed server at (\S+)$/m.exec(output())?.[1], rootKey: /^root key (\S+)$/m.exec(output())?.[1] });
  while (!/^check: /m.test(output())) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { url = "", rootKey = "" } = found();
  return {
    url,
    rootKey,
    child,
    output,
    async end(signal) {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

/** Reads the feed as a client does, from a server or a folder. Fails where a client would refuse it. */
export async function fetchFeed(place: string, rootKey: string, now = Date.now()): Promise<Feed> {
  const root = readRootText(rootKey);
  if (root === null) throw new Error(`${rootKey} is no root key`);
  const result = await readFeedAt(mirrorAt(place), root, now);
  if (!result.ok) throw new Error(result.reason);
  return result.feed;
}

/** Waits until something holds, for as long as a busy machine may need. */
export async function until<Value>(condition: () => Promise<Value | null | undefined | false>, timeout = 40_000): Promise<Value> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
