import { setTimeout as wait } from "node:timers/promises";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { createPayloadReader } from "./payload-reader.ts";
import { type Reader, readSource } from "./read-source.ts";
import { delayUntilFirstRead, delayUntilNextRead } from "./schedule.ts";
import type { SourceState } from "./source-state.ts";

/** Reads at the same time. Each source that hangs takes a slot, until its pace slows down. */
const AT_ONCE = 40;

export type Poller = {
  /** Reads every source at its pace until `stop`. */
  start(): void;
  /** Reads every source once. */
  readAll(): Promise<void>;
  stop(): Promise<void>;
};

export type PollerOptions = {
  sources: readonly Source[];
  stateOf(id: string): SourceState | undefined;
  /** Called after every read. */
  onRead(state: SourceState): void;
  now(): number;
  userAgent: string;
  /** The code of the thread that parses, where a test has another. */
  parser?: URL | undefined;
};

/** Reads official sources, each in its own loop, so that a failing source does not affect the others. */
export function createPoller({ sources, stateOf, onRead, now, userAgent, parser }: PollerOptions): Poller {
  const stop = new AbortController();
  const payloads = createPayloadReader({ worker: parser });
  const reader: Reader = { payloads, userAgent, now, stop: stop.signal };
  const slots = createSlots(AT_ONCE);
  let loops: Promise<void>[] = [];

  async function read(source: Source): Promise<{ failures: number; pause: number | null }> {
    return await slots.use(async () => {
      const { state, pause } = await readSource(source, stateOf(source.id), reader);
      if (!stop.signal.aborted) onRead(state);
      return { failures: state.failures, pause };
    });
  }

  async function follow(source: Source): Promise<void> {
    let delay = delayUntilFirstRead(source, Math.random());
    while (!stop.signal.aborted) {
      await wait(delay, undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) return;
      const { failures, pause } = await read(source);
      delay = delayUntilNextRead(source, failures, pause, Math.random());
    }
  }

  return {
    start() {
      loops = sources.map(follow);
    },
    async readAll() {
      await Promise.all(sources.map(read));
    },
    async stop() {
      stop.abort();
      await payloads.close();
      await Promise.all(loops);
    },
  };
}

function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async use<Result>(work: () => Promise<Result>): Promise<Result> {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free++;
        else next();
      }
    },
  };
}
