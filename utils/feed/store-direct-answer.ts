import { type Feed, readFeed } from "../core/feed/feed.ts";
import { MINUTE } from "../core/time.ts";
import { read, write } from "../storage/browser-storage.ts";
import { DIRECT_ANSWERS } from "../storage/keys.ts";

/** What a status page said counts for this long (judged); then it has to be asked again. */
const LIFETIME = 15 * MINUTE;

/**
 * Stores the answer of a status page, in the form of a feed. An unreadable answer is stored too: it must not look like health.
 * @param about the provider or site that was asked about
 * @param now milliseconds of the epoch
 * @returns false where the answer does not fit into a feed, and is not stored
 */
export async function storeDirectAnswer(about: string, ok: boolean, incidents: Feed["incidents"], now: number): Promise<boolean> {
  const time = new Date(now).toISOString();
  const reading = readFeed({
    ...{ version: 2, sequence: now, issued: time, expires: new Date(now + LIFETIME).toISOString(), incidents },
    sources: { named: [{ id: about, checked: time, ok }] },
  });
  if (!reading.ok) return false;
  await write(DIRECT_ANSWERS, { ...(await read(DIRECT_ANSWERS)), [about]: reading.feed });
  return true;
}
