import { situationHeadline } from "../../utils/core/view/headline.ts";
import { meaning } from "../../utils/core/view/meaning.ts";
import { moment } from "../../utils/core/view/moment.ts";
import type { Station } from "../../utils/core/view/path-stations.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { Path } from "./path.tsx";
import { Say, Sentence, useWords } from "./words.tsx";

type Props = { situation: Situation; stations: Station[]; siteName: string | null; headingLevel?: 1 | 2 };

/** The path, the headline, what it means and since when: all that most people will read. */
export function Answer({ situation, stations, siteName, headingLevel = 1 }: Props) {
  const { verdict, now } = situation;
  const words = useWords();
  const explanation = meaning(verdict);
  const Heading = `h${headingLevel}` as const;
  return (
    <header class="answer">
      <Path stations={stations} />
      <div role="status">
        <Heading class="headline" data-testid="headline">
          <Sentence message={situationHeadline(situation, siteName)} />
        </Heading>
      </div>
      {explanation !== null && (
        <p class="meaning">
          <Sentence message={explanation} />
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
