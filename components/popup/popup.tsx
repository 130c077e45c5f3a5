import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { EvidenceKind } from "../../utils/core/diagnosis/evidence.ts";
import { adviceFor } from "../../utils/core/view/advice.ts";
import { pathStations } from "../../utils/core/view/path-stations.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { toneOf } from "../../utils/core/view/tone.ts";
import { Answer } from "../shared/answer.tsx";
import { Crowd } from "../shared/crowd.tsx";
import { FeedLine } from "../shared/feed-line.tsx";
import { HostedOn } from "../shared/hosted-on.tsx";
import { Official } from "../shared/official.tsx";
import { Reasons } from "../shared/reasons.tsx";
import { Say, useWords } from "../shared/words.tsx";
import { AccessNotice } from "./access-notice.tsx";
import { AdviceList } from "./advice-list.tsx";
import type { OfferActions, Offers } from "./offers.tsx";
import { PortalLink } from "./portal-link.tsx";

/** What the popup's buttons do; the page that draws it carries it out. */
export type PopupActions = {
  allowFullAccess: () => void;
  reloadTabs: (tabIds: number[]) => void;
  /** Resolves to whether a new feed was received. */
  refreshFeed: () => Promise<boolean>;
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
  /** What a person can do further; null while it is being loaded. */
  offers: { View: typeof Offers; actions: OfferActions } | null;
};

const BASIC: readonly EvidenceKind[] = ["basic-access"];
const ASKED: readonly EvidenceKind[] = ["works-for-others", "fails-for-others"];

/** The whole answer for one tab, in the order of a person's questions: what, since when, which site, why, who says so, what to do. */
export function Popup({ situation, isWatched, mute, searched, portal, actions, offers }: Props) {
  const { language } = useWords();
  const { verdict, now, feed, official, crowd, incident, recoveredTabs, access } = situation;
  const siteName = siteNameOf(situation, language);
  const stations = pathStations(situation, siteName);
  const lacksAccess = access === "basic" && fullAccessMatters(situation);
  const isAsked = offers !== null && situation.elsewhere?.asked != null;
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  const end = (
    <>
      <FeedLine feed={feed} others={situation.otherFeeds} now={now} onRefresh={actions.refreshFeed} />
      <nav>
        <a href="/dashboard.html" target="_blank" rel="noopener">
          <Say text="links.dashboard" />
        </a>
        <button type="button" class="link" onClick={actions.openSettings}>
          <Say text="links.settings" />
        </button>
      </nav>
    </>
  );
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
      <Reasons situation={situation} siteName={siteName} saidElsewhere={[...(lacksAccess ? BASIC : []), ...(isAsked ? ASKED : [])]} />
      {official !== null && <Official official={official} incident={incident} since={verdict.since} now={now} />}
      {crowd !== null && <Crowd crowd={crowd} endsAt={issued} now={now} />}
      <AdviceList advice={adviceFor(situation)}>
        {verdict.cause === "captive-portal" && portal !== null && <PortalLink address={portal} />}
      </AdviceList>
      {offers === null ? (
        <footer>{end}</footer>
      ) : (
        <offers.View {...{ situation, siteName, isWatched, mute, searched }} actions={offers.actions}>
          {end}
        </offers.View>
      )}
    </main>
  );
}

/** Without full access an error page looks like any page, so a verdict that all is well, or an unsure one, may be wrong. */
function fullAccessMatters({ verdict, host }: Situation): boolean {
  return verdict.scope === "unclear" || verdict.scope === "site" || (verdict.scope === "clear" && host !== null);
}
