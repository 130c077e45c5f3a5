import type { Sources } from "../feed/feed.ts";
import { SOURCE_IDS } from "./source-ids.ts";

/** When a status page was last read and understood, ISO time; `ok` is false where that failed since. */
export type SourceReading = { ok: true; checked: string } | { ok: false; checked: string | null };

/**
 * What a feed says of one status page. A page that could not be read is not a page that reports nothing.
 * @param id the provider, or the service, whose page it is
 * @returns null where the feed does not read it
 */
export function sourceReading({ read, except, named }: Sources, id: string): SourceReading | null {
  const own = named.find((source) => source.id === id);
  if (own !== undefined) return own.ok && own.checked !== null ? { ok: true, checked: own.checked } : { ok: false, checked: own.checked };
  if (read === null || !SOURCE_IDS.has(id)) return null;
  const unread = except.find((source) => source.id === id);
  return unread === undefined ? { ok: true, checked: read } : { ok: false, checked: unread.checked };
}
