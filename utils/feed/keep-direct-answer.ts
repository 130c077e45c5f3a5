import { browser } from "#imports";
import { type Feed, readFeed } from "../core/feed/feed.ts";
import { MINUTE } from "../core/time.ts";
import { ANSWERS, type Answers, keptAnswers } from "./direct-answers.ts";

/** What a status page said counts for so long, as a feed would; then it has to be asked again. */
const HOLDS = 15 * MINUTE;

/**
 * Keeps what a status page said. An unreadable one is kept too: that it was asked and cannot be read is no health.
 * @returns false where it does not fit into a feed, and is not kept
 */
export async function storeDirectAnswer(about: string, ok: boolean, incidents: Feed["incidents"], now: number): Promise<boolean> {
  const time = new Date(now).toISOString();
  const reading = readFeed({
    ...{ version: 1, sequence: now, issued: time, expires: new Date(now + HOLDS).toISOString(), incidents },
    sources: [{ id: about, checked: time, ok }],
  });
  if (!reading.ok) return false;
  const standing = Object.entries(await keptAnswers()).filter(([, { expires }]) => Date.parse(expires) > now);
  await browser.storage.local.set({ [ANSWERS]: { ...Object.fromEntries(standing), [about]: reading.feed } satisfies Answers });
  return true;
}
