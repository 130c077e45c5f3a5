import type { Feed } from "../../../../utils/core/feed/feed.ts";
import type { Knowledge } from "../../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../../utils/core/providers/locator.ts";
import { emptyWorld } from "../../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../../utils/core/world/events.ts";
import { reduce } from "../../../../utils/core/world/reduce.ts";
import type { World } from "../../../../utils/core/world/world.ts";
import { Random } from "../../scenarios/random.ts";
import { type Browsing, eventOf, startBrowsing } from "./browsing.ts";
import { builtTable } from "./built-table.ts";
import { sampleSites } from "./sample-sites.ts";

/** Events of browsing before anything is measured: five minutes' worth, so that hosts and failures are there. */
const BEFORE = 2500;

export type Sample = { world: World; knowledge: Knowledge; browsing: Browsing };

/**
 * Lets a browser live until its world holds that many sites, all of it through the real reducer.
 * @param feed what a server has published, where one was asked
 */
export async function sampleWorld(siteCount: number, feed: Feed | null): Promise<Sample> {
  const random = new Random(`browsing of ${siteCount} sites`);
  const sites = sampleSites(siteCount, random);
  const table = await builtTable();
  const knowledge: Knowledge = { ...createLocator(table === null ? {} : { table: table.table }), learned: () => null };
  const browsing = startBrowsing(sites, random, Date.now() - 10 * 60_000);
  let world = emptyWorld("chromium", "full");
  const take = (event: WorldEvent) => {
    world = reduce(world, event, knowledge);
  };
  for (const site of sites) browsing.open(site).map(eventOf).forEach(take);
  if (feed !== null) take({ event: "feed", at: browsing.now, feed });
  for (let count = 0; count < BEFORE; count++) take(eventOf(browsing.next()));
  const found = Object.keys(world.sites).length;
  if (found !== siteCount) throw new Error(`the world was to hold ${siteCount} sites but holds ${found}`);
  return { world, knowledge, browsing };
}
