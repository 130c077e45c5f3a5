import { MINUTE, SECOND } from "../utils/core/time.ts";
import { type Editor, type EditorOptions, openEditor } from "./editor.ts";
import type { Publication } from "./publish/publisher.ts";

/** How soon a change is seen and published; sources themselves are read once a minute. */
const NEWS_EVERY = SECOND;

export type OfficeOptions = EditorOptions & {
  publishEverySeconds: number;
  onPublished(publication: Publication): void;
};

export type Office = { editor: Editor; leave(): Promise<void> };

/** A term as editor: publishes at once, then every minute and whenever there is news, until it ends. */
export async function takeOffice(options: OfficeOptions): Promise<Office> {
  const { publishEverySeconds, onPublished, store, now, log } = options;
  const editor = await openEditor(options);
  let busy: Promise<void> = Promise.resolve();
  let over = false;
  let due = 0;

  async function work(): Promise<void> {
    try {
      const time = performance.now();
      if (time < due && !(await editor.hasNews())) return;
      // Counted from the beginning, or the time that publishing takes would add up.
      due = time + publishEverySeconds * SECOND - NEWS_EVERY / 2;
      const publication = await editor.publish();
      if (publication !== null && !over) onPublished(publication);
    } catch (problem) {
      log(`not published: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }

  const takeTurn = (turn: () => Promise<void>) => {
    busy = busy.then(() => (over ? undefined : turn()));
    return busy;
  };

  async function tidy(): Promise<void> {
    await store.reports.eraseDue(now()).catch((problem) => log(`not erased: ${String(problem)}`));
    await store.incidents.eraseOld(now()).catch((problem) => log(`not erased: ${String(problem)}`));
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
