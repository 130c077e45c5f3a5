import { logProblem } from "../browser/log-problem.ts";
import type { FeedCopy } from "../core/feed/join.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { createLocator } from "../core/providers/locator.ts";
import { askableMirrors } from "../feed/askable-mirrors.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import type { createVisits } from "../history/visits.ts";
import type { OpenDatabase } from "../storage/database.ts";
import type { createLearnedMap } from "./learned-map.ts";
import { createRangeTable } from "./range-table.ts";

/**
 * What the background knows besides the events of the browser: the provider map, the catalogue, the learned map, and the address table
 * from the first address on.
 * @param onTable called when a table was loaded, and when a newer one replaced it: hosts that waited for it can be placed then
 */
export function createKnowledge(
  database: OpenDatabase,
  learned: ReturnType<typeof createLearnedMap>,
  visits: ReturnType<typeof createVisits>,
  onTable: () => void,
) {
  const ranges = createRangeTable(database);
  let locator = createLocator();
  let isNeeded = false;

  function useTable(isNew: boolean): void {
    if (!isNew || ranges.current === null) return;
    locator = createLocator({ table: ranges.current });
    onTable();
  }

  const knowledge: Knowledge = {
    byAddress: (ip) => locator.byAddress(ip),
    byHost: (host) => locator.byHost(host),
    serviceOf: (host) => locator.serviceOf(host),
    learned: (host) => learned.get(host),
    usualOf: (site) => visits.usualOf(site),
  };

  return {
    knowledge,

    /** There is an address to place: reads the table, once. */
    needTable(): void {
      if (isNeeded) return;
      isNeeded = true;
      ranges.load().then(useTable).catch(logProblem("the address table cannot be read"));
    },

    erase: () => ranges.erase(),

    /** Downloads the table that the main feed names, unless it is here already. Never rejects. */
    async refresh(copies: readonly FeedCopy[]): Promise<void> {
      const main = copies.find(({ kind }) => kind === "main");
      if (main === undefined) return;
      try {
        const setting = await feedSetting();
        if (setting !== null) useTable(await ranges.refresh(main.feed, await askableMirrors(setting.mirrors)));
      } catch (problem) {
        logProblem("the address table was not refreshed")(problem);
      }
    },
  };
}
