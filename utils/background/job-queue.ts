import { logProblem } from "../browser/log-problem.ts";

/**
 * Jobs that run one after the other, in the order in which they were asked for. A job that fails does not stop the next.
 * @param prepare what every job waits for, and tries again where it failed before
 */
export function createJobQueue(prepare: () => Promise<void>) {
  let last: Promise<unknown> = Promise.resolve();

  /** @returns the outcome of the job itself */
  function run<Result>(job: () => Promise<Result>): Promise<Result> {
    const outcome = last.then(prepare).then(job);
    last = outcome.catch(() => {});
    return outcome;
  }

  return {
    prepare,
    run,

    /** Queues a job that the caller does not await: a failure goes to the console. @param what what cannot be done, see `logProblem` */
    inOrder(what: string, job: () => Promise<unknown>): void {
      run(job).catch(logProblem(what));
    },
  };
}
