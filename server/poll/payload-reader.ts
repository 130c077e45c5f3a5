import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Reading } from "../../utils/core/status-pages/parsing/adapter.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Said, Task } from "./payload-reading.ts";

/**
 * Milliseconds that one payload may take. Judged: the longest real payloads (0.4 MB) take well below a tenth of a second, and 4 MB of
 * the worst that a hostile page can send take up to a second and a half (`npm run bench -- --only parsing`, 2026-11-30).
 */
const DEADLINE = 2 * SECOND;
/** Milliseconds until a new thread must have loaded the parsers. A machine that starts many things at once needs seconds. */
const START_DEADLINE = 30 * SECOND;
/**
 * A thread without work ends after this time, in milliseconds, and gives back the 25 MB that it takes. A new one takes 0.2 s of a core
 * (Node 24, 2026-11-30).
 */
const IDLE = 5 * SECOND;
/** A thread that is told to end is waited for at most this long, in milliseconds: no code of Node may hold up all sources. */
const LONGEST_END = SECOND;
/**
 * Bytes by which the process may grow while a payload is parsed, garbage included. Judged: a payload of 0.4 MB, as long as the longest real
 * one, takes a small part of it, and nothing else in the server grows so fast. The main thread looks every `WATCH` milliseconds.
 *
 * It looks at the process and does not ask the thread (`Worker.getHeapStatistics`): such a question may be on its way while the thread is
 * ended, and its answer belongs to both threads. With it the test of this file ended with SIGSEGV in one of 40 runs (Node 24.21, 2026-11-30);
 * Node mended the same race for snapshots of the heap (pull request 44745).
 */
const MEMORY = 96 * 1024 * 1024;
const WATCH = 50;
/**
 * V8's own limit is far above, and only the last resort: at it V8 ended the whole process once in some ten tries instead of the thread, and
 * `--max-old-space-size`, which `npm run server` sets for the main thread, wins over it (Node 24.21, 2026-11-30).
 */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

const TOO_MUCH_MEMORY = "takes too much memory to parse";

const WORKER = new URL("./parse-worker.mjs", import.meta.url);

export type PayloadReading =
  | { result: "read"; reading: Reading }
  /** `reason`: what follows "cannot be read", without any words of the payload. */
  | { result: "trouble"; reason: string };

export type PayloadReader = {
  /** Parses one payload after the others that wait. Never throws. */
  read(task: Task): Promise<PayloadReading>;
  /** Ends the thread, also one that hangs; what waits is not read any more. */
  close(): Promise<void>;
};

type Options = {
  /** The code of the thread, for tests of threads that hang. */
  worker?: URL | undefined;
  /** Milliseconds. */
  deadline?: number | undefined;
};

type Waiting = { task: Task; settle: (reading: PayloadReading) => void };

/**
 * Parses payloads in a thread of its own, one at a time, so that none can stop the server: what a vendor sends is foreign, and no parser is
 * proven to end soon. A payload that takes too long or too much memory ends the thread; the next one gets a new one.
 */
export function createPayloadReader({ worker: code = WORKER, deadline = DEADLINE }: Options = {}): PayloadReader {
  const queue: Waiting[] = [];
  let current: Waiting | null = null;
  let worker: Worker | null = null;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let ending: Promise<unknown> = Promise.resolve();
  let closed = false;

  function giveUpAfter(time: number, reason: string): void {
    clearTimeout(timer);
    const late = current;
    // After a pause of the whole process its answer may be there already: it is looked for before the clock counts.
    timer = setTimeout(() => setImmediate(() => current === late && fail(reason)), time);
  }

  function begin(): void {
    current = queue.shift() ?? null;
    if (current === null) {
      rest();
      return;
    }
    if (worker !== null) worker.ref();
    else startWorker();
    if (isReady) post();
    else giveUpAfter(START_DEADLINE, "no thread to parse it started in time");
  }

  function startWorker(): void {
    isReady = false;
    const started = new Worker(code, { resourceLimits: LIMITS, execArgv: [] });
    worker = started;
    started.on("message", (said: Said) => {
      if (said.said === "read") finish({ result: "read", reading: said.reading });
      else {
        isReady = true;
        post();
      }
    });
    started.on("error", (problem: NodeJS.ErrnoException) =>
      fail(problem.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_MUCH_MEMORY : "its parser broke down"),
    );
    started.on("exit", () => fail("its parser ended"));
  }

  function post(): void {
    if (current === null) return;
    const { bytes, ...task } = current.task;
    // A copy in a buffer of its own, which is handed over: many of Node's buffers are parts of one that others use.
    const own = new Uint8Array(bytes);
    giveUpAfter(deadline, `takes longer than ${deadline / SECOND} s to parse`);
    worker?.postMessage({ ...task, bytes: own }, [own.buffer]);
    clearInterval(watch);
    const before = process.memoryUsage.rss();
    watch = setInterval(() => process.memoryUsage.rss() - before > MEMORY && fail(TOO_MUCH_MEMORY), WATCH);
  }

  function finish(reading: PayloadReading): void {
    clearTimeout(timer);
    clearInterval(watch);
    const done = current;
    current = null;
    done?.settle(reading);
    begin();
  }

  /** Ends the thread and goes on with the next payload in a new one. */
  function fail(reason: string): void {
    clearTimeout(timer);
    clearInterval(watch);
    const done = current;
    current = null;
    end();
    done?.settle({ result: "trouble", reason });
    ending.then(() => {
      if (current === null && !closed) begin();
    });
  }

  function rest(): void {
    // A thread without work does not keep a command from ending.
    worker?.unref();
    timer = setTimeout(end, IDLE).unref();
  }

  function end(): void {
    const old = worker;
    worker = null;
    isReady = false;
    if (old === null) return;
    old.removeAllListeners();
    // It may still break down while it ends.
    old.on("error", () => {});
    ending = Promise.race([old.terminate(), wait(LONGEST_END, undefined, { ref: false })]);
  }

  return {
    read(task) {
      return new Promise((resolve) => {
        if (closed) return resolve({ result: "trouble", reason: "the server stops" });
        queue.push({ task, settle: resolve });
        // `ending`: two threads at a time would take twice the memory.
        ending.then(() => {
          if (current === null && !closed) {
            clearTimeout(timer);
            begin();
          }
        });
      });
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(watch);
      const left = [...(current === null ? [] : [current]), ...queue.splice(0)];
      current = null;
      end();
      for (const { settle } of left) settle({ result: "trouble", reason: "the server stops" });
      await ending;
    },
  };
}
