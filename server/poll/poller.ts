import { setTimeout as wait } from "node:timers/promises";
import type { Adapter } from "../../utils/core/status-pages/parsing/adapter.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { readSource } from "./read-source.ts";
import { delayUntilFirstLook, delayUntilNextLook } from "./schedule.ts";
import type { SourceState } from "./source-state.ts";

/** Looks at the same time. Sources that hang cost a place each, until they back off. */
const AT_ONCE = 40;

export type Poller = {
  /** Looks at every source at its pace until `stop`. */
  start(): void;
  /** Looks at every source once. */
  readAll(): Promise<void>;
  stop(): Promise<void>;
};

export type PollerOptions = {
  sources: readonly { source: Source; adapter: Adapter }[];
  stateOf(id: string): SourceState | undefined;
  /** Called after every look. */
  onLook(state: SourceState): void;
  now(): number;
  userAgent: string;
};

/** Reads official sources, each in its own loop, so that a bad one harms no other. */
export function createPoller({ sources, stateOf, onLook, now, userAgent }: PollerOptions): Poller {
  const stop = new AbortController();
  const places = createPlaces(AT_ONCE);
  let loops: Promise<void>[] = [];

  async function look(source: Source, adapter: Adapter): Promise<{ failures: number; pause: number | null }> {
    return await places.use(async () => {
      const { state, pause } = await readSource(source, adapter, stateOf(source.id), now, userAgent, stop.signal);
      if (!stop.signal.aborted) onLook(state);
      return { failures: state.failures, pause };
    });
  }

  async function follow(source: Source, adapter: Adapter): Promise<void> {
    let delay = delayUntilFirstLook(source, Math.random());
    while (!stop.signal.aborted) {
      await wait(delay, undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) return;
      const { failures, pause } = await look(source, adapter);
      delay = delayUntilNextLook(source, failures, pause, Math.random());
    }
  }

  return {
    start() {
      loops = sources.map(({ source, adapter }) => follow(source, adapter));
    },
    async readAll() {
      await Promise.all(sources.map(({ source, adapter }) => look(source, adapter)));
    },
    async stop() {
      stop.abort();
      await Promise.all(loops);
    },
  };
}

function createPlaces(count: number) {
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
