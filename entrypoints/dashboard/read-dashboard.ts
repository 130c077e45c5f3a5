import type { DashboardData } from "../../components/dashboard/dashboard.tsx";
import { currentVerdicts } from "../../utils/core/diagnosis/current-verdicts.ts";
import { takeSnapshot } from "../../utils/core/diagnosis/health/snapshot.ts";
import { joinFeeds } from "../../utils/core/feed/join.ts";
import { type HistoryQuery, officialDelays } from "../../utils/core/history/describe.ts";
import { serviceFinder } from "../../utils/core/providers/catalogue.ts";
import { dependencyMap } from "../../utils/core/view/dependency-map.ts";
import { listOutages } from "../../utils/core/view/outages.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { situationOf } from "../../utils/core/view/situation.ts";
import { feedCopies } from "../../utils/feed/feed-copies.ts";
import { feedStatus } from "../../utils/feed/feed-statuses.ts";
import { createHistory, onHistoryChange } from "../../utils/history/history.ts";
import { createVisits } from "../../utils/history/visits.ts";
import type { Found } from "../../utils/providers/catalogue-search.ts";
import { knownServices } from "../../utils/providers/known-services.ts";
import { createLearnedMap } from "../../utils/providers/learned-map.ts";
import { read, readArea } from "../../utils/storage/browser-storage.ts";
import type { OpenDatabase } from "../../utils/storage/database.ts";
import { MUTES } from "../../utils/storage/keys.ts";
import { newWorld, worldFrom } from "../../utils/storage/world-store.ts";

/** Reads what the dashboard shows from storage and database, without waking the background. Load the services before. */
export function createDashboardSource(database: OpenDatabase) {
  const history = createHistory(database);
  const learned = createLearnedMap(database);
  const visits = createVisits(database);
  const serviceOf = serviceFinder(knownServices());
  const categories = new Map(knownServices().map(({ id, category }) => [id, category]));
  const categoryOf = (service: string) => categories.get(service) ?? null;

  async function readWorld() {
    const now = Date.now();
    const [stored, { kept, copies }] = await Promise.all([readArea("session"), feedCopies(now)]);
    const [main] = kept;
    const feed = joinFeeds(copies, now);
    return {
      now,
      world: worldFrom(stored) ?? newWorld(),
      feed: main === undefined ? ({ state: "not-set" } as const) : feedStatus(main.state, now),
      incidents: feed?.incidents ?? [],
    };
  }

  async function readHistory(query: HistoryQuery) {
    const [excerpt, acknowledged] = await Promise.all([history.newest(query), history.acknowledged()]);
    return { history: excerpt, delays: officialDelays(acknowledged) };
  }

  /** The history changes far less often than the world and may be long: it is read again only when it, or the query, has changed. */
  let past: { query: HistoryQuery; reading: ReturnType<typeof readHistory> } | null = null;
  const forgetPast = () => {
    past = null;
  };
  onHistoryChange(forgetPast);

  function pastOf(query: HistoryQuery): ReturnType<typeof readHistory> {
    if (past?.query === query) return past.reading;
    const reading = readHistory(query);
    past = { query, reading };
    reading.catch(forgetPast);
    return reading;
  }

  return {
    async read(query: HistoryQuery): Promise<DashboardData> {
      const [{ now, world, feed, incidents }, hosts, opened, pastData, mutes] = await Promise.all([
        readWorld(),
        learned.all(),
        visits.all(),
        pastOf(query),
        read(MUTES),
      ]);
      const failing = currentVerdicts(takeSnapshot(world, now)).flatMap(({ scope, subject }) => (scope === "provider" ? [subject] : []));
      const { dependencies, mapped } = dependencyMap(hosts, new Map(opened.map(({ site, count }) => [site, count])), new Set(failing));
      const outages = listOutages(incidents, hosts, (site) => serviceOf(site)?.id ?? null, categoryOf);
      return { now, feed, outages, dependencies, sites: mapped, ...pastData, mutes };
    },

    /** Every row, the newest first, for the exported file. */
    wholeHistory: history.all,

    /** The situation of a site that was searched for. */
    async situation({ site, host, service }: Found): Promise<Situation> {
      const { now, world, feed } = await readWorld();
      return situationOf(takeSnapshot(world, now), feed, { site }, { service, host });
    },
  };
}
