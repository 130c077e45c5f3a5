import { logProblem } from "../browser/log-problem.ts";

/**
 * A job that is requested again and again, and done once for all requests so far: as soon as the first of them is due, and one run at
 * a time. A run that fails is logged and does not stop the next.
 * @param what what it could not do, for the log
 */
export function createCoalescer(what: string, job: () => Promise<unknown>) {
  let waiting: { timer: ReturnType<typeof setTimeout>; due: number } | null = null;
  let running: Promise<void> = Promise.resolve();
  /** Whether a run is queued that has not begun: it covers what is requested now. */
  let isQueued = false;

  function stop(): void {
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = null;
  }

  function begin(): Promise<unknown> {
    isQueued = false;
    return job();
  }

  /** Runs the job without waiting for other requests. Resolves once it is done, also where it failed. */
  function now(): Promise<void> {
    stop();
    if (isQueued) return running;
    isQueued = true;
    running = running
      .then(begin)
      .then(() => undefined)
      .catch(logProblem(what));
    return running;
  }

  return {
    now,
    /** Runs the job at the latest after `maxDelay` milliseconds; 0 is now. */
    within(maxDelay: number): void {
      if (maxDelay === 0) {
        void now();
        return;
      }
      const due = performance.now() + maxDelay;
      if (waiting !== null && waiting.due <= due) return;
      stop();
      waiting = { timer: setTimeout(() => void now(), maxDelay), due };
    },
  };
}
