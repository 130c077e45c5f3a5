import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { HOUR, MINUTE } from "../../utils/core/time.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/ranges.ts", import.meta.url));
const LOOK_EVERY = 10 * MINUTE;
/** After a build that came to nothing. */
const TRY_AGAIN = HOUR;
const TIMEOUT = 15 * MINUTE;

type RangesRefresh = {
  /** The table that is published. */
  file: string;
  /** How old it may become, milliseconds. */
  age: number;
  log: (line: string) => void;
  /** What the builder is told besides, such as where saved lists are. */
  words?: string[];
};

async function isOlder(file: string, age: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > age;
  } catch {
    return true;
  }
}

/** Builds in a process of its own: the lists take tens of megabytes to read, and the server is to stay small. */
function build(file: string, words: string[], signal: AbortSignal): Promise<{ built: boolean; complaints: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, "--out", file, ...words], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: TIMEOUT,
      signal,
    });
    let said = "";
    child.once("error", (problem) => resolve({ built: false, complaints: [problem.message] }));
    // While too many files are open there is no pipe.
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("close", (code) => resolve({ built: code === 0, complaints: said.split("\n").filter((line) => line !== "") }));
  });
}

/**
 * Keeps the table of address ranges from growing old: builds it anew from the vendors' lists, now if need be and then whenever it
 * is older than that. What cannot be read is told, and the last good part of it stays; the server publishes the file once it changes.
 * @returns stops it
 */
export function keepRangesFresh({ file, age, log, words = [] }: RangesRefresh): () => void {
  const stopping = new AbortController();
  let next = 0;
  let building = false;

  async function look(): Promise<void> {
    if (building || performance.now() < next || !(await isOlder(file, age))) return;
    building = true;
    const { built, complaints } = await build(file, words, stopping.signal);
    building = false;
    if (stopping.signal.aborted) return;
    if (built) {
      const unread = complaints.map((line) => line.split(":", 1)[0]);
      log(`address ranges: built anew${unread.length === 0 ? "" : `; could not be read: ${unread.join(", ")}`}`);
      return;
    }
    next = performance.now() + TRY_AGAIN;
    log(`address ranges: not built anew, the old table stays (${complaints.at(-1) ?? "no reason given"})`);
  }

  const clock = setInterval(() => void look(), LOOK_EVERY);
  void look();
  return () => {
    clearInterval(clock);
    stopping.abort();
  };
}
