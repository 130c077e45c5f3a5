import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { Verdict } from "../../utils/core/diagnosis/verdict.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { adviceFor } from "../../utils/core/view/advice.ts";
import { directQuestion } from "../../utils/core/view/direct-question.ts";
import { answersAgain } from "../../utils/core/view/find-evidence.ts";
import { pathStations } from "../../utils/core/view/path-stations.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { toneOf } from "../../utils/core/view/tone.ts";
import { watchableOf } from "../../utils/core/view/watch-request.ts";
import { Answer } from "../shared/answer.tsx";
import { CheckOnce } from "../shared/check-once.tsx";
import { Crowd } from "../shared/crowd.tsx";
import { FeedLine } from "../shared/feed-line.tsx";
import { HostedOn } from "../shared/hosted-on.tsx";
import type { MuteChange } from "../shared/mute-button.tsx";
import { Official } from "../shared/official.tsx";
import { Reasons } from "../shared/reasons.tsx";
import { Say, useWords } from "../shared/words.tsx";
import { AccessNotice } from "./access-notice.tsx";
import { AdviceList } from "./advice-list.tsx";
import { CopyButton } from "./copy-button.tsx";
import { type DirectActions, DirectOffer } from "./direct-offer.tsx";
import { MuteOffer } from "./mute-offer.tsx";
import { PopupSearch, type PopupSearchActions } from "./popup-search.tsx";
import { PortalLink } from "./portal-link.tsx";
import { type ReportActions, ReportOffer } from "./report-offer.tsx";
import { WatchOffer } from "./watch-offer.tsx";

/** What the popup's buttons do; the page that draws it carries it out. */
export type PopupActions = {
  allowFullAccess: () => void;
  reloadTabs: (tabIds: number[]) => void;
  /** Puts a summary of the situation on the clipboard. */
  copy: (situation: Situation) => Promise<void>;
  /** Resolves to whether a new feed was received. */
  refreshFeed: () => Promise<boolean>;
  report: ReportActions;
  direct: DirectActions;
  watch: (situation: Situation, check: boolean) => Promise<boolean>;
  unwatch: (subject: string) => void;
  mute: MuteChange;
  search: PopupSearchActions;
  /** Requests a site once. Resolves to whether it answers, and with no error of its own. */
  check: (host: string) => Promise<boolean>;
  /** Shows the tab again, after a service that was searched for. */
  back: () => void;
  openSettings: () => void;
};

type Props = {
  situation: Situation;
  /** The person waits for a notification that this is back. */
  isWatched: boolean;
  /** The mute that covers the verdict; null where none does. */
  mute: Mute | null;
  /** The situation is of a service that was searched for, and not of the tab. */
  searched: boolean;
  /** Where a network that requires a sign-in shows its page; null where no feed is set that could be requested for it. */
  portal: string | null;
  actions: PopupActions;
};

/** The whole answer for one tab, in the order of a person's questions: what, since when, which site, why, who says so, what to do. */
export function Popup({ situation, isWatched, mute, searched, portal, actions }: Props) {
  const { language } = useWords();
  const { verdict, now, host, feed, official, crowd, incident, recoveredTabs, access } = situation;
  const { site } = verdict;
  const watchable = watchableOf(verdict);
  const siteName = siteNameOf(situation, language);
  const stations = pathStations(situation, siteName);
  const question = directQuestion(situation);
  const lacksAccess = access === "basic" && fullAccessMatters(situation);
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return (
    <main
      class={`popup ${toneOf(situation)}`}
      data-scope={verdict.scope}
      data-cause={verdict.cause ?? ""}
      data-subject={verdict.subject ?? ""}
      data-access={access}
    >
      {searched && (
        <p class="back">
          <button type="button" class="link" onClick={actions.back} data-testid="back">
            <Say text="popup.back" />
          </button>
        </p>
      )}
      <Answer situation={situation} stations={stations} siteName={siteName} />
      {recoveredTabs.length > 0 && (
        <div class="recovered" data-testid="recovered">
          <p class="notice">
            <Say text={verdict.scope === "clear" && verdict.cause === null ? "actions.recovered" : "actions.partlyRecovered"} />
          </p>
          <button type="button" class="press primary" onClick={() => actions.reloadTabs(recoveredTabs)}>
            <Say text="actions.reloadTabs" values={{ count: recoveredTabs.length }} />
          </button>
        </div>
      )}
      <HostedOn situation={situation} siteName={siteName} />
      {lacksAccess && <AccessNotice onAllow={actions.allowFullAccess} />}
      <Reasons situation={situation} siteName={siteName} saidElsewhere={lacksAccess ? "basic-access" : null} />
      {official !== null && <Official official={official} incident={incident} since={verdict.since} now={now} />}
      {crowd !== null && <Crowd crowd={crowd} endsAt={issued} now={now} />}
      <AdviceList advice={adviceFor(situation)}>
        {verdict.cause === "captive-portal" && portal !== null && <PortalLink address={portal} />}
      </AdviceList>
      {watchable !== null && (isWatched || blamesOthers(verdict) || verdict.cause === "route") && (
        <WatchOffer
          name={site === null ? parsePlaceId(watchable) : (siteName ?? site)}
          isWatched={isWatched}
          canCheck={access === "full" && site !== null}
          actions={{ watch: (check) => actions.watch(situation, check), unwatch: () => actions.unwatch(watchable) }}
        />
      )}
      {searched && access === "full" && host !== null && (
        <CheckOnce key={host} siteName={siteName ?? host} onCheck={() => actions.check(host)} />
      )}
      <footer>
        {(verdict.scope !== "clear" || verdict.cause !== null) && <CopyButton onCopy={() => actions.copy(situation)} />}
        {site !== null && blamesOthers(verdict) && <ReportOffer site={site} actions={actions.report} />}
        <MuteOffer situation={situation} siteName={siteName} mute={mute} onChange={actions.mute} />
        <PopupSearch actions={actions.search} />
        {question !== null && <DirectOffer question={question} siteName={siteName} actions={actions.direct} />}
        <FeedLine feed={feed} others={situation.otherFeeds} now={now} onRefresh={actions.refreshFeed} />
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

/** Whether the trouble is somebody else's, and stands. */
function blamesOthers(verdict: Verdict): boolean {
  return (verdict.scope === "site" || verdict.scope === "provider") && !answersAgain(verdict);
}

/** Without full access an error page looks like any page, so a verdict that all is well, or an unsure one, may be wrong. */
function fullAccessMatters({ verdict, host }: Situation): boolean {
  return verdict.scope === "unclear" || verdict.scope === "site" || (verdict.scope === "clear" && host !== null);
}
