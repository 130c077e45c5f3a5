/**
 * A job that is asked for again and again, and done once for all who asked: as soon as the most impatient of them wants it, one at a
 * time, and a job that fails is told and does not stop the next.
 * @param what it is called where it fails
 */
export function createCoalescer(what: string, job: () => Promise<unknown>) {
  let waiting: { timer: ReturnType<typeof setTimeout>; due: number } | null = null;
  let running: Promise<void> = Promise.resolve();
  /** Whether one stands in line that has not begun: it will carry what is asked now. */
  let queued = false;

  function stop(): void {
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = null;
  }

  function begin(): Promise<unknown> {
    queued = false;
    return job();
  }

  /** Does it without waiting for company. Resolves once it is done, also where it failed. */
  function now(): Promise<void> {
    stop();
    if (queued) return running;
    queued = true;
    running = running.then(begin).then(
      () => undefined,
      (problem: unknown) => console.error(`${what}:`, problem),
    );
    return running;
  }

  return {
    now,
    /** @param patience milliseconds; 0 is now */
    within(patience: number): void {
      if (patience === 0) {
        void now();
        return;
      }
      const due = performance.now() + patience;
      if (waiting !== null && waiting.due <= due) return;
      stop();
      waiting = { timer: setTimeout(() => void now(), patience), due };
    },
  };
}
