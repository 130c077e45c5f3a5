import type { Feed } from "../core/feed/feed.ts";

/*
 * The feed as session storage holds it. Most of it is the list of sources, so their fields are stored by position.
 */

type StoredSource = [id: string, checked: number | null, ok: 0 | 1];
export type StoredFeed = Omit<Feed, "sources"> & { sources: StoredSource[] };

export function storeFeed(feed: Feed): StoredFeed {
  return {
    ...feed,
    sources: feed.sources.map(({ id, checked, ok }) => [id, checked === null ? null : Date.parse(checked), ok ? 1 : 0]),
  };
}

export function readStoredFeed(stored: StoredFeed): Feed {
  const sources = stored.sources.map(([id, checked, ok]) => ({
    id,
    checked: checked === null ? null : new Date(checked).toISOString(),
    ok: ok === 1,
  }));
  return { ...stored, sources };
}
