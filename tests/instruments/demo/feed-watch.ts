import { setTimeout as wait } from "node:timers/promises";
import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";

const EVERY = 250;

/** A change of the feed. A provider's own announcement carries the time at which it was made, not the later moment at which the feed had it. */
type News = { line: string; saidAt: number | null };

/** Prints what the published feed contains about AWS, as it changes. The browsers fetch the feed themselves. */
export function watchFeed(
  { url, rootKey }: { url: string; rootKey: string },
  say: (line: string, at: number | null) => void,
): { latest(): Feed | null; stop(): Promise<void> } {
  let latest: Feed | null = null;
  const printed = new Set<string>();
  let stopped = false;

  const watching = (async () => {
    while (!stopped) {
      latest = (await fetchFeed(url, rootKey)) ?? latest;
      for (const { line, saidAt } of latest === null ? [] : newsOf(latest)) {
        if (!printed.has(line)) say(`feed: ${line}`, saidAt);
        printed.add(line);
      }
      await wait(EVERY);
    }
  })();
  return {
    latest: () => latest,
    async stop() {
      stopped = true;
      await watching;
    },
  };
}

async function fetchFeed(url: string, rootKey: string): Promise<Feed | null> {
  const root = readRootText(rootKey);
  const result = root === null ? null : await readFeedAt(mirrorAt(url), root).catch(() => null);
  return result?.ok === true ? result.feed : null;
}

function newsOf(feed: Feed): News[] {
  const measured = (feed.views?.fail ?? []).map(({ target, from }) => ({
    line: `measured: ${target} fails from ${from.join(", ")}`,
    saidAt: null,
  }));
  return [...measured, ...announcedIn(feed)];
}

function announcedIn(feed: Feed): News[] {
  return feed.incidents.map(({ provider, region, site, title, official, status, services }) => {
    const place = site ?? `${provider}${region === null ? "" : ` ${region}`}`;
    if (status === "resolved") return { line: `over: ${title} (${place})`, saidAt: null };
    if (official === null) return { line: `only people so far: ${title} (${place})`, saidAt: null };
    if (provider === "aws" && region === null)
      return { line: `AWS announces: ${title} (${[place, ...services].join(", ")})`, saidAt: Date.parse(official.acknowledged) };
    return { line: `AWS adds: ${title} (${[place, ...services].join(", ")})`, saidAt: null };
  });
}
