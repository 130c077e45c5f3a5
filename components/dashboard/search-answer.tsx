import { pathStations } from "../../utils/core/view/path-stations.ts";
import { siteNameOf } from "../../utils/core/view/site-title.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { toneOf } from "../../utils/core/view/tone.ts";
import { Answer } from "../shared/answer.tsx";
import { CheckOnce } from "../shared/check-once.tsx";
import { Crowd } from "../shared/crowd.tsx";
import { HostedOn } from "../shared/hosted-on.tsx";
import { Official } from "../shared/official.tsx";
import { Reasons } from "../shared/reasons.tsx";
import { useWords } from "../shared/words.tsx";

/** The answer about a service that was searched for: that of the popup without its buttons. */
export function SearchAnswer({ situation, onCheck }: { situation: Situation; onCheck: (host: string) => Promise<boolean> }) {
  const { language } = useWords();
  const { verdict, now, host, feed, official, crowd, incident, access } = situation;
  const siteName = siteNameOf(situation, language);
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return (
    <div class={`popup answered ${toneOf(situation)}`} data-testid="search-answer" data-scope={verdict.scope}>
      <Answer situation={situation} stations={pathStations(situation, siteName)} siteName={siteName} headingLevel={2} />
      <HostedOn situation={situation} siteName={siteName} />
      <Reasons situation={situation} siteName={siteName} />
      {official !== null && <Official official={official} incident={incident} since={verdict.since} now={now} />}
      {crowd !== null && <Crowd crowd={crowd} endsAt={issued} now={now} />}
      {access === "full" && host !== null && <CheckOnce key={host} siteName={siteName ?? host} onCheck={() => onCheck(host)} />}
    </div>
  );
}
