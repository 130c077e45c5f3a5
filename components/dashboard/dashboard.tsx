import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { Excerpt, HistoryQuery, OfficialDelay } from "../../utils/core/history/describe.ts";
import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import type { FeedStatus } from "../../utils/core/view/feed-status.ts";
import type { Outage } from "../../utils/core/view/outages.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { ConfirmButton } from "../shared/confirm-button.tsx";
import { FeedLine } from "../shared/feed-line.tsx";
import type { MuteChange } from "../shared/mute-button.tsx";
import { Section } from "../shared/section.tsx";
import { type SearchHit, ServiceSearch } from "../shared/service-search.tsx";
import { Say } from "../shared/words.tsx";
import { DependencyTreemap } from "./dependency-treemap.tsx";
import { HistoryList } from "./history-list.tsx";
import { OutageList } from "./outage-list.tsx";
import { SearchAnswer } from "./search-answer.tsx";

/** All that the dashboard draws. Plain data; times in milliseconds of the epoch. */
export type DashboardData = {
  now: number;
  feed: FeedStatus;
  outages: Outage[];
  dependencies: Dependency[];
  /** How many sites have a known place. */
  sites: number;
  history: Excerpt;
  delays: OfficialDelay[];
  mutes: Mute[];
};

/** A service that was searched for, and its situation. */
export type Searched<Hit extends SearchHit = SearchHit> = { hit: Hit; situation: Situation };

export type DashboardActions<Hit extends SearchHit = SearchHit> = {
  search: (query: string) => Hit[];
  choose: (hit: Hit) => void;
  refreshFeed: () => Promise<boolean>;
  showHistory: (query: HistoryQuery) => void;
  save: (format: "json" | "csv") => void;
  eraseHistory: () => void;
  /** Erases all that is stored about one site. */
  forget: (site: string) => void;
  mute: MuteChange;
  /** Requests a site once. Resolves to whether it answers, and with no error of its own. */
  check: (host: string) => Promise<boolean>;
  openSettings: () => void;
};

type Props<Hit extends SearchHit> = {
  data: DashboardData;
  initialQuery?: string;
  searched: Searched<Hit> | null;
  actions: DashboardActions<Hit>;
};

/** The current outages, the places that host the person's sites, and the history. */
export function Dashboard<Hit extends SearchHit>({ data, initialQuery = "", searched, actions }: Props<Hit>) {
  const { now, feed, outages, dependencies, sites, history, delays, mutes } = data;
  return (
    <main class="sheet" data-feed={feed.state}>
      <header>
        <h1>
          <Say text="dashboard.title" />
        </h1>
        <button type="button" class="press quiet" onClick={actions.openSettings}>
          <Say text="links.settings" />
        </button>
      </header>
      <ServiceSearch label="dashboard.search" initialQuery={initialQuery} search={actions.search} onChoose={actions.choose}>
        {searched !== null && <SearchAnswer situation={searched.situation} onCheck={actions.check} />}
      </ServiceSearch>
      <Section name="outages-now" heading={<Say text="dashboard.now" />}>
        {feed.state === "not-set" || feed.state === "never" ? (
          <p>
            <Say text="dashboard.noFeed" />
          </p>
        ) : (
          <OutageList outages={outages} mutes={mutes} now={now} onMute={actions.mute} />
        )}
        <FeedLine feed={feed} now={now} onRefresh={actions.refreshFeed} />
      </Section>
      <Section name="dependencies" heading={<Say text="dashboard.hosting" />}>
        <DependencyTreemap dependencies={dependencies} total={sites} />
      </Section>
      <Section name="happened" heading={<Say text="history.heading" />}>
        <HistoryList excerpt={history} delays={delays} now={now} onQuery={actions.showHistory} onForget={actions.forget} />
        {history.kept > 0 && (
          <p class="row">
            <button type="button" class="press" onClick={() => actions.save("json")}>
              <Say text="history.exportJson" />
            </button>
            <button type="button" class="press" onClick={() => actions.save("csv")}>
              <Say text="history.exportCsv" />
            </button>
            <ConfirmButton text="history.erase" onConfirm={actions.eraseHistory} />
          </p>
        )}
      </Section>
    </main>
  );
}
