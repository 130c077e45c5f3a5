import { logProblem } from "../browser/log-problem.ts";
import type { FeedCopy } from "../core/feed/join.ts";
import type { Knowledge } from "../core/providers/knowledge.ts";
import { createLocator } from "../core/providers/locator.ts";
import { askableMirrors } from "../feed/askable-mirrors.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import { readTargets } from "../feed/target-list.ts";
import type { createVisits } from "../history/visits.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { forgetServices, knownServices, loadServices, refreshServices } from "./known-services.ts";
import type { createLearnedMap } from "./learned-map.ts";
import { createRangeTable } from "./range-table.ts";

/**
 * What the background knows besides the events of the browser: the provider map, the catalogue, the learned map, and the address table
 * from the first address on. Of the catalogue the build has a part; the rest comes with the feed.
 * @param onTable called when a table was loaded, and when a newer one replaced it: hosts that waited for it can be placed then
 * @param onTargets takes a new list of what the feed's vantages ask
 */
export function createKnowledge(
  database: OpenDatabase,
  learned: ReturnType<typeof createLearnedMap>,
  visits: ReturnType<typeof createVisits>,
  onTable: () => void,
  onTargets: (sha256: string, names: readonly string[]) => void,
) {
  const ranges = createRangeTable(database);
  let locator = createLocator();
  let services = knownServices();
  let isNeeded = false;

  function renewLocator(): void {
    services = knownServices();
    locator = createLocator({ services, ...(ranges.current === null ? {} : { table: ranges.current }) });
  }

  function useTable(isNew: boolean): void {
    if (!isNew || ranges.current === null) return;
    renewLocator();
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

    /** Loads the catalogue that was downloaded last. Await it before a load or a failure is counted. Never rejects. */
    async needServices(): Promise<void> {
      await loadServices(database);
      if (services !== knownServices()) renewLocator();
    },

    /** Erases what was downloaded. The table in memory serves until the background stops. */
    async erase(): Promise<void> {
      await (await database()).clear("documents");
      forgetServices();
    },

    /**
     * Downloads what the main feed names by its hash, unless it is here already. Never rejects.
     * @param knownTargets the hash of the list of targets that the world has
     */
    async refresh(copies: readonly FeedCopy[], knownTargets: string | undefined): Promise<void> {
      const main = copies.find(({ kind }) => kind === "main");
      if (main === undefined) return;
      try {
        const setting = await feedSetting();
        if (setting === null) return;
        const mirrors = await askableMirrors(setting.mirrors);
        useTable(await ranges.refresh(main.feed, mirrors));
        if (await refreshServices(database, main.feed, mirrors)) renewLocator();
        const { targets } = main.feed;
        if (targets == null || targets.sha256 === knownTargets) return;
        const names = await readTargets(main.feed, mirrors, database);
        if (names !== null) onTargets(targets.sha256, names);
      } catch (problem) {
        logProblem("what the feed names by its hash was not refreshed")(problem);
      }
    },
  };
}
