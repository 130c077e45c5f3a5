import { pathStations } from "../utils/core/path-stations.ts";
import { toneOf } from "../utils/core/sentences.ts";
import { siteNameOf } from "../utils/core/site-title.ts";
import type { Situation } from "../utils/core/situation.ts";
import { Answer } from "./answer.tsx";
import { Crowd } from "./crowd.tsx";
import { Official } from "./official.tsx";
import { Reasons } from "./reasons.tsx";
import { Standing } from "./standing.tsx";
import { useWords } from "./words.tsx";

/** What is known of a service that was searched for: the popup's answer without its buttons. */
export function SearchAnswer({ situation }: { situation: Situation }) {
  const { language } = useWords();
  const { verdict, now, feed, official, crowd, incident } = situation;
  const siteName = siteNameOf(situation, language);
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return (
    <div class={`popup answered ${toneOf(situation)}`} data-testid="search-answer" data-scope={verdict.scope}>
      <Answer situation={situation} stations={pathStations(situation, siteName)} siteName={siteName} headingLevel={2} />
      <Standing host={situation.host} siteName={siteName} standsOn={situation.standsOn} />
      <Reasons evidence={verdict.evidence} now={now} />
      {official !== null && <Official official={official} incident={incident} since={verdict.since} now={now} />}
      {crowd !== null && <Crowd crowd={crowd} endsAt={issued} now={now} />}
    </div>
  );
}
