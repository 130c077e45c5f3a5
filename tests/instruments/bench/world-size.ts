import { changedKeys } from "../../../utils/storage/changed-keys.ts";
import { sampleWorld } from "./browsing/sample-world.ts";
import { publishedFeed } from "./feed/published-feed.ts";
import { openStatusPages } from "./feed/status-pages.ts";
import type { Figure, Measurement } from "./outcome.ts";
import { startFeedServer } from "./server/feed-server.ts";

const BUDGETS = [
  { sites: 100, most: 64 },
  { sites: 500, most: 200 },
];

/**
 * How much of the browser's session storage the world takes, with the feed of a bad day in it. Values are texts, and a text counts its
 * own bytes there: `getBytesInUse` says 5,008 for 5,000 quotation marks as for 5,000 letters, 135,326 for the texts of 500 sites
 * (134,404 by the sum below), and 417,046 for the same as objects (Chromium 156, 2026-11-29).
 */
export const worldSize: Measurement = {
  name: "world-size",
  async measure() {
    const feed = await badDaysFeed();
    const figures: Figure[] = [];
    for (const { sites, most } of BUDGETS) {
      const { world } = await sampleWorld(sites, feed);
      const keys = changedKeys(null, world);
      const sizes = Object.entries(keys).map(([key, text = ""]) => ({ key, bytes: key.length + Buffer.byteLength(text) }));
      const sum = (prefix: string) => sizes.reduce((total, { key, bytes }) => total + (key.startsWith(prefix) ? bytes : 0), 0) / 1000;
      const hosts = Object.values(world.sites).reduce((total, site) => total + Object.keys(site.hosts).length, 0);
      figures.push({
        what: `the world in session storage, ${sites} sites`,
        value: sum(""),
        unit: "kB",
        budget: { atMost: most },
        reference: `one JSON text of the same: ${(Buffer.byteLength(JSON.stringify(world)) / 1000).toFixed(1)} kB`,
        detail: `${hosts} hosts: ${sum("site.").toFixed(1)} kB; feed of ${feed.incidents.length} incidents: ${sum("world.feeds").toFixed(1)} kB; addresses: ${sum("world.addresses").toFixed(1)} kB; ${sizes.length} keys`,
      });
    }
    return figures;
  },
};

async function badDaysFeed() {
  const pages = await openStatusPages();
  const server = await startFeedServer(pages.sources);
  try {
    return await publishedFeed(
      server.url,
      server.rootKey,
      pages.sources.map(({ id }) => id),
    );
  } finally {
    await server.remove();
    await pages.close();
  }
}
