import type { Feed } from "../core/feed/feed.ts";
import { isFeedFresh } from "../core/feed/freshness.ts";
import { MINUTE } from "../core/time.ts";
import { read, remove, write } from "../storage/browser-storage.ts";
import { DIRECT_ANSWERS } from "../storage/keys.ts";

/** A status page is asked at most this often, at a click or without one. Judged. */
export const ASK_SPACING = MINUTE;

/** The answers of status pages that this browser asked itself and that have not expired, in the form of feeds. */
export async function directAnswers(now: number): Promise<{ about: string; feed: Feed }[]> {
  const answers = Object.entries(await read(DIRECT_ANSWERS)).map(([about, feed]) => ({ about, feed }));
  return answers.filter(({ feed }) => isFeedFresh(feed, now));
}

/** When a status page was last asked, milliseconds of the epoch; 0 for never. */
export async function askedAt(about: string): Promise<number> {
  const issued = (await read(DIRECT_ANSWERS))[about]?.issued;
  return issued === undefined ? 0 : Date.parse(issued);
}

/** Erases the answers about providers, services and sites, or with null all of them. */
export async function eraseDirectAnswers(abouts: readonly string[] | null): Promise<void> {
  if (abouts === null) return await remove(DIRECT_ANSWERS);
  const answers = Object.entries(await read(DIRECT_ANSWERS));
  const others = answers.filter(([about]) => !abouts.includes(about));
  if (others.length < answers.length) await write(DIRECT_ANSWERS, Object.fromEntries(others));
}

/** Deletes the answers that have expired. */
export async function pruneDirectAnswers(now: number): Promise<void> {
  const answers = Object.entries(await read(DIRECT_ANSWERS));
  const fresh = answers.filter(([, answer]) => isFeedFresh(answer, now));
  if (fresh.length < answers.length) await write(DIRECT_ANSWERS, Object.fromEntries(fresh));
}
