import { browser } from "#imports";
import type { Feed } from "../core/feed/feed.ts";
import { MINUTE } from "../core/time.ts";

/** A page is asked at most this often, by clicks or without. */
export const ASK_SPACING = MINUTE;

export const ANSWERS = "directAnswers";

/** By whom was asked: a provider or a site's own page. */
export type Answers = { [about: string]: Feed };

/** All that is kept, old answers too. */
export async function keptAnswers(): Promise<Answers> {
  return ((await browser.storage.local.get(ANSWERS))[ANSWERS] as Answers | undefined) ?? {};
}

/** What status pages that this browser asked itself said, as far as it still counts. In the form of a feed. */
export async function directAnswers(now: number): Promise<Feed[]> {
  return Object.values(await keptAnswers()).filter(({ expires }) => Date.parse(expires) > now);
}

/** When a status page was last asked, milliseconds of the epoch; 0 for never. */
export async function askedAt(about: string): Promise<number> {
  const issued = (await keptAnswers())[about]?.issued;
  return issued === undefined ? 0 : Date.parse(issued);
}
