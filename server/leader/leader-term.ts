import { messageOf } from "../../utils/core/message-of.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { Publication } from "../publish/publication.ts";
import { type FeedPipeline, type FeedPipelineOptions, openFeedPipeline } from "./feed-pipeline.ts";

/** How often changes are looked for and published; sources themselves are read once a minute. */
const CHECK_EVERY = SECOND;
/** When publishing failed it is retried after this, however rarely documents are published otherwise. */
const RETRY_AFTER = 5 * SECOND;

export type LeaderTermOptions = FeedPipelineOptions & {
  publishEverySeconds: number;
  onPublished(publication: Publication): void;
};

export type LeaderTerm = { pipeline: FeedPipeline; end(): Promise<void> };

/** Starts a term as leader: publishes at once, then every minute and whenever something changes, until the term ends. */
export async function startTerm(options: LeaderTermOptions): Promise<LeaderTerm> {
  const { publishEverySeconds, onPublished, store, now, log } = options;
  const pipeline = await openFeedPipeline(options);
  let busy: Promise<void> = Promise.resolve();
  let over = false;
  let due = 0;

  const logProblem = (what: string, problem: unknown) => log(`${what}: ${messageOf(problem)}`);

  async function publishIfDue(): Promise<void> {
    const time = performance.now();
    try {
      if (time < due && !(await pipeline.hasChanges())) return;
      // Counted from the start of the pass, or the time that publishing takes would add up.
      due = time + publishEverySeconds * SECOND - CHECK_EVERY / 2;
      const publication = await pipeline.publish();
      if (publication === null) return;
      if (!over) onPublished(publication);
      await pipeline.writeMirrorFiles(publication).catch((problem) => logProblem("files for mirrors not written", problem));
    } catch (problem) {
      due = Math.min(due, time + RETRY_AFTER);
      logProblem("not published", problem);
    }
  }

  const takeTurn = (turn: () => Promise<void>) => {
    busy = busy.then(() => (over ? undefined : turn()));
    return busy;
  };

  async function eraseOld(): Promise<void> {
    await store.reports.eraseDue(now()).catch((problem) => logProblem("not erased", problem));
    await store.incidents.eraseOld(now()).catch((problem) => logProblem("not erased", problem));
    await store.measurements.eraseOld(now()).catch((problem) => logProblem("not erased", problem));
  }

  await eraseOld();
  await takeTurn(publishIfDue);
  pipeline.start();
  const checkTimer = setInterval(() => void takeTurn(publishIfDue), Math.min(CHECK_EVERY, publishEverySeconds * SECOND));
  const eraseTimer = setInterval(() => void takeTurn(eraseOld), MINUTE);
  return {
    pipeline,
    async end() {
      over = true;
      clearInterval(checkTimer);
      clearInterval(eraseTimer);
      await pipeline.stop();
      await busy;
    },
  };
}
