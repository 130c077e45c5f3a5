import { logProblem } from "../browser/log-problem.ts";

/** Jobs that run one after the other, in the order in which they were asked for. A job that fails does not stop the next. */
export function createJobQueue() {
  let last: Promise<unknown> = Promise.resolve();

  /** @returns the outcome of the job itself */
  function run<Result>(job: () => Promise<Result>): Promise<Result> {
    const outcome = last.then(job);
    last = outcome.catch(() => {});
    return outcome;
  }

  return {
    run,

    /** Queues a job that the caller does not await: a failure goes to the console. @param what what cannot be done, see `logProblem` */
    inOrder(what: string, job: () => Promise<unknown>): void {
      run(job).catch(logProblem(what));
    },
  };
}
