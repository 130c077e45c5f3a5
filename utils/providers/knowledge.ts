import type { Feed } from "../core/feed/feed.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { createLocator } from "../core/providers/locator.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import type { OpenDatabase } from "../storage/database.ts";
import type { createLearnedMap } from "./learned-map.ts";
import { createRangeTable } from "./range-table.ts";

/**
 * What the background knows besides what it sees: the provider map, the catalogue, the learned map, and the address table once there
 * is an address to place.
 * @param onTable called when a table is there for the first time and when a new one came; what waited for it can be placed then
 */
export function createKnowledge(database: OpenDatabase, learned: ReturnType<typeof createLearnedMap>, onTable: () => void) {
  const ranges = createRangeTable(database);
  let locator = createLocator();
  let isAsked = false;

  function use(there: boolean): void {
    if (!there || ranges.current === null) return;
    locator = createLocator({ table: ranges.current });
    onTable();
  }

  const knowledge: Knowledge = {
    byAddress: (ip) => locator.byAddress(ip),
    byHost: (host) => locator.byHost(host),
    serviceOf: (host) => locator.serviceOf(host),
    learned: (host) => learned.get(host),
  };

  return {
    knowledge,

    /** There is an address to place: the table is read now, once. */
    needTable(): void {
      if (isAsked) return;
      isAsked = true;
      ranges.load().then(use, (problem: unknown) => console.error("the address table cannot be read:", problem));
    },

    /** Brings the table up to what a feed names. */
    async refresh(feed: Feed): Promise<void> {
      try {
        const setting = await feedSetting();
        if (setting !== null) use(await ranges.refresh(feed, setting.mirrors));
      } catch (problem) {
        console.error("the address table was not refreshed:", problem);
      }
    },
  };
}
