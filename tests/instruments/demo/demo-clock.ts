import { setTimeout as wait } from "node:timers/promises";

/** A clock for the day that the demo replays. Instants are milliseconds of the epoch. */
export type DemoClock = {
  now(): number;
  /** Lets the day run. Until then the clock goes at the pace of any other, shortly before the day begins. */
  run(): void;
  /** Waits until the day has come to an instant. */
  until(instant: number): Promise<void>;
};

/**
 * @param begins the instant at which the day begins
 * @param speed how many times faster than the real day the day runs
 */
export function createDemoClock(begins: number, speed: number): DemoClock {
  const made = performance.now();
  let started: number | null = null;
  /** Whole milliseconds, as `Date.now()` has them. */
  const now = () => {
    const gone = started === null ? Math.min(60_000, performance.now() - made) - 60_000 : (performance.now() - started) * speed;
    return begins + Math.floor(gone);
  };
  return {
    now,
    run() {
      started = performance.now();
    },
    async until(instant) {
      const left = (instant - now()) / speed;
      if (left > 0) await wait(left);
    },
  };
}

/** `16:22`, in UTC. */
export function hourOf(instant: number): string {
  return new Date(instant).toISOString().slice(11, 16);
}
