import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { HOUR, MINUTE } from "../../utils/core/time.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/ranges.ts", import.meta.url));
const CHECK_EVERY = 10 * MINUTE;
/** After a build that failed. */
const RETRY_AFTER = HOUR;
const TIMEOUT = 15 * MINUTE;

type RangesRefresh = {
  /** The table that is published. */
  file: string;
  /** How old it may become, milliseconds. */
  age: number;
  log: (line: string) => void;
  /** Further arguments for the builder, such as the folder of saved lists. */
  words?: string[];
};

async function isOlder(file: string, age: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > age;
  } catch {
    return true;
  }
}

/** Builds in a process of its own: reading the lists takes tens of megabytes, which the server then does not keep. */
function build(file: string, words: string[], signal: AbortSignal): Promise<{ built: boolean; problems: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, "--out", file, ...words], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: TIMEOUT,
      signal,
    });
    let output = "";
    child.once("error", (problem) => resolve({ built: false, problems: [problem.message] }));
    // While too many files are open there is no pipe.
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.once("close", (code) => resolve({ built: code === 0, problems: output.split("\n").filter((line) => line !== "") }));
  });
}

/**
 * Builds the table of address ranges anew from the vendors' lists whenever it is older than `age`. A list that cannot be read is
 * logged, and its last good part stays; the server publishes the file once it changes.
 * @returns stops it
 */
export function keepRangesFresh({ file, age, log, words = [] }: RangesRefresh): () => void {
  const stopping = new AbortController();
  let next = 0;
  let building = false;

  async function check(): Promise<void> {
    if (building || performance.now() < next || !(await isOlder(file, age))) return;
    building = true;
    const { built, problems } = await build(file, words, stopping.signal);
    building = false;
    if (stopping.signal.aborted) return;
    if (built) {
      const unread = problems.map((line) => line.split(":", 1)[0]);
      log(`address ranges: built anew${unread.length === 0 ? "" : `; could not be read: ${unread.join(", ")}`}`);
      return;
    }
    next = performance.now() + RETRY_AFTER;
    log(`address ranges: not built anew, the old table stays (${problems.at(-1) ?? "no reason given"})`);
  }

  const timer = setInterval(() => void check(), CHECK_EVERY);
  void check();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}
