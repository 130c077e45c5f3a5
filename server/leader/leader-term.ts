import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { Publication } from "../publish/publisher.ts";
import { type FeedPipeline, type FeedPipelineOptions, openFeedPipeline } from "./feed-pipeline.ts";

/** How soon a change is seen and published; sources themselves are read once a minute. */
const NEWS_EVERY = SECOND;
/** How soon it is tried again when publishing failed, however seldom documents come otherwise. */
const TRY_AGAIN = 5 * SECOND;

export type LeaderTermOptions = FeedPipelineOptions & {
  publishEverySeconds: number;
  onPublished(publication: Publication): void;
};

export type LeaderTerm = { editor: FeedPipeline; leave(): Promise<void> };

/** A term as editor: publishes at once, then every minute and whenever there is news, until it ends. */
export async function startTerm(options: LeaderTermOptions): Promise<LeaderTerm> {
  const { publishEverySeconds, onPublished, store, now, log } = options;
  const editor = await openFeedPipeline(options);
  let busy: Promise<void> = Promise.resolve();
  let over = false;
  let due = 0;

  const tell = (what: string, problem: unknown) => log(`${what}: ${problem instanceof Error ? problem.message : String(problem)}`);

  async function work(): Promise<void> {
    const time = performance.now();
    try {
      if (time < due && !(await editor.hasNews())) return;
      // Counted from the beginning, or the time that publishing takes would add up.
      due = time + publishEverySeconds * SECOND - NEWS_EVERY / 2;
      const publication = await editor.publish();
      if (publication === null) return;
      if (!over) onPublished(publication);
      await editor.layOut(publication).catch((problem) => tell("not laid out for mirrors", problem));
    } catch (problem) {
      due = Math.min(due, time + TRY_AGAIN);
      tell("not published", problem);
    }
  }

  const takeTurn = (turn: () => Promise<void>) => {
    busy = busy.then(() => (over ? undefined : turn()));
    return busy;
  };

  async function tidy(): Promise<void> {
    await store.reports.eraseDue(now()).catch((problem) => tell("not erased", problem));
    await store.incidents.eraseOld(now()).catch((problem) => tell("not erased", problem));
  }

  await tidy();
  await takeTurn(work);
  editor.start();
  const newsTimer = setInterval(() => void takeTurn(work), Math.min(NEWS_EVERY, publishEverySeconds * SECOND));
  const tidyTimer = setInterval(() => void takeTurn(tidy), MINUTE);
  return {
    editor,
    async leave() {
      over = true;
      clearInterval(newsTimer);
      clearInterval(tidyTimer);
      await editor.stop();
      await busy;
    },
  };
}
