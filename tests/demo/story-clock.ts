import { setTimeout as wait } from "node:timers/promises";

/** A clock that runs through the day of the story, faster than the real one. Instants are milliseconds of the epoch. */
export type StoryClock = {
  now(): number;
  /** `16:22`, in UTC. */
  hour(): string;
  /** Waits until the story has come to an instant. */
  until(instant: number): Promise<void>;
};

export function startStoryClock(begins: number, speed: number): StoryClock {
  const started = performance.now();
  const now = () => begins + (performance.now() - started) * speed;
  return {
    now,
    hour: () => new Date(now()).toISOString().slice(11, 16),
    async until(instant) {
      const left = (instant - now()) / speed;
      if (left > 0) await wait(left);
    },
  };
}
