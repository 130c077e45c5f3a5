import { setTimeout as wait } from "node:timers/promises";
import { type Feed, readFeed } from "../../utils/core/feed.ts";
import { FEED_PATH, splitEnvelope } from "../../utils/core/feed-envelope.ts";

const EVERY = 250;

/** Tells what the published feed says of AWS, as it changes. What the browsers learn they fetch themselves. */
export function watchFeed(url: string, say: (line: string) => void): { latest(): Feed | null; stop(): Promise<void> } {
  let latest: Feed | null = null;
  const told = new Set<string>();
  let stopped = false;

  const watching = (async () => {
    while (!stopped) {
      latest = (await fetchFeed(url)) ?? latest;
      const news = latest === null ? new Set<string>() : newsOf(latest);
      for (const line of news) if (!told.has(line)) say(`feed: ${line}`);
      for (const line of news) told.add(line);
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

async function fetchFeed(url: string): Promise<Feed | null> {
  try {
    const reply = await fetch(`${url}${FEED_PATH}`, { signal: AbortSignal.timeout(2000) });
    const reading = splitEnvelope(new Uint8Array(await reply.arrayBuffer()));
    const feed = reading.ok ? readFeed(JSON.parse(reading.envelope.json)) : null;
    return feed?.ok ? feed.feed : null;
  } catch {
    return null;
  }
}

function newsOf(feed: Feed): Set<string> {
  const news = new Set<string>();
  for (const { provider, region, site, title, official, status, services } of feed.incidents) {
    const place = site ?? `${provider}${region === null ? "" : ` ${region}`}`;
    if (status === "resolved") news.add(`over: ${title} (${place})`);
    else if (official === null) news.add(`only people so far: ${title} (${place})`);
    else news.add(`AWS ${provider === "aws" && region === null ? "first speaks" : "adds"}: ${title} (${[place, ...services].join(", ")})`);
  }
  return news;
}
