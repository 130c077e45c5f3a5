import { setTimeout as wait } from "node:timers/promises";
import type { Adapter } from "../../utils/core/status-pages/parsing/adapter.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { readSource } from "./read-source.ts";
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
  sources: readonly { source: Source; adapter: Adapter }[];
  stateOf(id: string): SourceState | undefined;
  /** Called after every read. */
  onRead(state: SourceState): void;
  now(): number;
  userAgent: string;
};

/** Reads official sources, each in its own loop, so that a failing source does not affect the others. */
export function createPoller({ sources, stateOf, onRead, now, userAgent }: PollerOptions): Poller {
  const stop = new AbortController();
  const slots = createSlots(AT_ONCE);
  let loops: Promise<void>[] = [];

  async function read(source: Source, adapter: Adapter): Promise<{ failures: number; pause: number | null }> {
    return await slots.use(async () => {
      const { state, pause } = await readSource(source, adapter, stateOf(source.id), now, userAgent, stop.signal);
      if (!stop.signal.aborted) onRead(state);
      return { failures: state.failures, pause };
    });
  }

  async function follow(source: Source, adapter: Adapter): Promise<void> {
    let delay = delayUntilFirstRead(source, Math.random());
    while (!stop.signal.aborted) {
      await wait(delay, undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) return;
      const { failures, pause } = await read(source, adapter);
      delay = delayUntilNextRead(source, failures, pause, Math.random());
    }
  }

  return {
    start() {
      loops = sources.map(({ source, adapter }) => follow(source, adapter));
    },
    async readAll() {
      await Promise.all(sources.map(({ source, adapter }) => read(source, adapter)));
    },
    async stop() {
      stop.abort();
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
