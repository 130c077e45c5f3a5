import type { ComponentChildren } from "preact";
import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { Verdict } from "../../utils/core/diagnosis/verdict.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { directQuestion, pageQuestion } from "../../utils/core/view/direct-question.ts";
import { answersAgain } from "../../utils/core/view/find-evidence.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { watchableOf } from "../../utils/core/view/watch-request.ts";
import { CheckOnce } from "../shared/check-once.tsx";
import type { MuteChange } from "../shared/mute-button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { type DirectActions, DirectOffer } from "./direct-offer.tsx";
import { type DiscoveryActions, DiscoveryOffer } from "./discovery-offer.tsx";
import { type ElsewhereActions, ElsewhereOffer } from "./elsewhere-offer.tsx";
import { MuteOffer } from "./mute-offer.tsx";
import { PopupSearch, type PopupSearchActions } from "./popup-search.tsx";
import { type ReportActions, ReportOffer } from "./report-offer.tsx";
import { WatchOffer } from "./watch-offer.tsx";

/** What the buttons of the offers do. */
export type OfferActions = {
  /** Puts a summary of the situation on the clipboard. */
  copy: (situation: Situation) => Promise<void>;
  report: ReportActions;
  direct: DirectActions;
  elsewhere: ElsewhereActions;
  discovery: DiscoveryActions;
  watch: (situation: Situation, check: boolean) => Promise<boolean>;
  unwatch: (subject: string) => void;
  mute: MuteChange;
  search: PopupSearchActions;
  /** Requests a site once. Resolves to whether it answers, and with no error of its own. */
  check: (host: string) => Promise<boolean>;
};

type Props = {
  situation: Situation;
  siteName: string | null;
  /** The person waits for a notification that this is back. */
  isWatched: boolean;
  /** The mute that covers the verdict; null where none does. */
  mute: Mute | null;
  /** The situation is of a service that was searched for, and not of the tab. */
  searched: boolean;
  actions: OfferActions;
  /** The end of the popup, below the offers. */
  children: ComponentChildren;
};

/** What a person can do here beyond reading the answer. A file of its own, so that the popup can load it while it draws the answer. */
export function Offers({ situation, siteName, isWatched, mute, searched, actions, children }: Props) {
  const { verdict, host, access, elsewhere } = situation;
  const { site } = verdict;
  const watchable = watchableOf(verdict);
  const question = directQuestion(situation);
  const unlisted = pageQuestion(situation);
  return (
    <>
      {elsewhere !== null && (
        <ElsewhereOffer
          key={elsewhere.host}
          {...{ elsewhere, siteName: siteName ?? elsewhere.host, now: situation.now }}
          actions={actions.elsewhere}
        />
      )}
      {unlisted !== null && <DiscoveryOffer key={unlisted} site={unlisted} actions={actions.discovery} />}
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
        {children}
      </footer>
    </>
  );
}

/** Whether the trouble is somebody else's, and stands. */
function blamesOthers(verdict: Verdict): boolean {
  return (verdict.scope === "site" || verdict.scope === "provider") && !answersAgain(verdict);
}
