import { adviceFor } from "../utils/core/advice.ts";
import { pathStations } from "../utils/core/path-stations.ts";
import { toneOf } from "../utils/core/sentences.ts";
import { siteNameOf } from "../utils/core/site-title.ts";
import type { Situation } from "../utils/core/situation.ts";
import type { Verdict } from "../utils/core/verdict.ts";
import { AccessNotice } from "./access-notice.tsx";
import { AdviceList } from "./advice-list.tsx";
import { Answer } from "./answer.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Crowd } from "./crowd.tsx";
import { FeedLine } from "./feed-line.tsx";
import { Official } from "./official.tsx";
import { Reasons } from "./reasons.tsx";
import { type ReportActions, ReportOffer } from "./report-offer.tsx";
import { Standing } from "./standing.tsx";
import { WatchOffer } from "./watch-offer.tsx";
import { Say, useWords } from "./words.tsx";

/** What the popup's buttons do; the page that draws it knows how. */
export type PopupActions = {
  allowFullAccess: () => void;
  reloadTabs: (tabIds: number[]) => void;
  /** Puts the text where the person can paste it. */
  copy: (situation: Situation) => Promise<void>;
  /** Resolves to whether a new feed came. */
  refreshFeed: () => Promise<boolean>;
  report: ReportActions;
  watch: (situation: Situation, check: boolean) => Promise<boolean>;
  unwatch: (site: string) => void;
  openSettings: () => void;
};

type Props = {
  situation: Situation;
  /** The person waits to be told when this site is back. */
  waiting: boolean;
  actions: PopupActions;
};

/** The whole answer for one tab, in the order a person asks: what, since when, which site, why, who says so, what to do. */
export function Popup({ situation, waiting, actions }: Props) {
  const { language } = useWords();
  const { verdict, now, feed, official, crowd, incident, recoveredTabs, access } = situation;
  const { site } = verdict;
  const siteName = siteNameOf(situation, language);
  const stations = pathStations(situation, siteName);
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return (
    <main
      class={`popup ${toneOf(situation)}`}
      data-scope={verdict.scope}
      data-cause={verdict.cause ?? ""}
      data-subject={verdict.subject ?? ""}
      data-access={access}
    >
      <Answer situation={situation} stations={stations} siteName={siteName} />
      {recoveredTabs.length > 0 && (
        <div class="recovered" data-testid="recovered">
          <p class="notice">
            <Say text={verdict.scope === "clear" ? "actions.recovered" : "actions.partlyRecovered"} />
          </p>
          <button type="button" class="press primary" onClick={() => actions.reloadTabs(recoveredTabs)}>
            <Say text="actions.reloadTabs" values={{ count: recoveredTabs.length }} />
          </button>
        </div>
      )}
      <Standing host={situation.host} siteName={siteName} standsOn={situation.standsOn} />
      {access === "basic" && mattersHere(situation) && <AccessNotice onAllow={actions.allowFullAccess} />}
      <Reasons evidence={verdict.evidence} now={now} />
      {official !== null && <Official official={official} incident={incident} since={verdict.since} now={now} />}
      {crowd !== null && <Crowd crowd={crowd} endsAt={issued} now={now} />}
      <AdviceList advice={adviceFor(situation)} />
      {site !== null && (waiting || blamesOthers(verdict)) && (
        <WatchOffer
          siteName={siteName ?? site}
          waiting={waiting}
          canCheck={access === "full"}
          actions={{ watch: (check) => actions.watch(situation, check), unwatch: () => actions.unwatch(site) }}
        />
      )}
      <footer>
        {verdict.scope !== "clear" && <CopyButton onCopy={() => actions.copy(situation)} />}
        {site !== null && blamesOthers(verdict) && <ReportOffer site={site} actions={actions.report} />}
        <FeedLine feed={feed} now={now} onRefresh={actions.refreshFeed} />
        <nav>
          <a href="/dashboard.html" target="_blank" rel="noopener">
            <Say text="links.dashboard" />
          </a>
          <button type="button" class="link" onClick={actions.openSettings}>
            <Say text="links.settings" />
          </button>
        </nav>
      </footer>
    </main>
  );
}

function blamesOthers({ scope }: Verdict): boolean {
  return scope === "site" || scope === "provider";
}

/** Without full access an error page looks like any page: worth saying when all seems well, or when nothing is sure. */
function mattersHere({ verdict, host }: Situation): boolean {
  return verdict.scope === "unclear" || verdict.scope === "site" || (verdict.scope === "clear" && host !== null);
}
