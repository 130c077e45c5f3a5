/**
 * A job that is asked for again and again, and done once for all who asked: as soon as the most impatient of them wants it.
 * @param job is not waited for; it says itself what goes wrong
 */
export function createSoon(job: () => void) {
  let waiting: { timer: ReturnType<typeof setTimeout>; due: number } | null = null;

  function stop(): void {
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = null;
  }

  function run(): void {
    stop();
    job();
  }

  return {
    /** @param patience milliseconds; 0 does it at once */
    within(patience: number): void {
      if (patience === 0) {
        run();
        return;
      }
      const due = performance.now() + patience;
      if (waiting !== null && waiting.due <= due) return;
      stop();
      waiting = { timer: setTimeout(run, patience), due };
    },
  };
}
