import { gist } from "../utils/core/advice.ts";
import type { Station } from "../utils/core/path-stations.ts";
import { headline, moment } from "../utils/core/sentences.ts";
import type { Verdict } from "../utils/core/verdict.ts";
import { Path } from "./path.tsx";
import { Say, Sentence, useWords } from "./words.tsx";

type Props = { verdict: Verdict; stations: Station[]; siteName: string | null; now: number };

/** The picture and the one sentence: all that most people will read. */
export function Answer({ verdict, stations, siteName, now }: Props) {
  const words = useWords();
  const meaning = gist(verdict);
  return (
    <header class="answer">
      <Path stations={stations} />
      <div role="status">
        <h1 data-testid="headline">
          <Sentence message={headline(verdict, siteName)} />
        </h1>
      </div>
      {meaning !== null && (
        <p class="gist">
          <Sentence message={meaning} />
        </p>
      )}
      {verdict.since !== null && (
        <p class="since" data-testid="since">
          <Say text="popup.since" values={{ since: moment(verdict.since, now) }} />
          <span class="ago">{words.ago(now - verdict.since)}</span>
        </p>
      )}
    </header>
  );
}
