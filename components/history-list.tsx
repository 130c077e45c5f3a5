import type { Episode } from "../utils/core/episodes.ts";
import { episodeFacts, episodeTitle, type OfficialDelay } from "../utils/core/history-view.ts";
import { moment } from "../utils/core/sentences.ts";
import { SECOND } from "../utils/core/time.ts";
import { Say, Sentence, Text, useWords } from "./words.tsx";

/** Rows drawn at first; the file has them all. */
const ROWS_SHOWN = 100;

/** What failed here, what the official page said and what others said, side by side. */
export function HistoryList({ episodes, delays, now }: { episodes: Episode[]; delays: OfficialDelay[]; now: number }) {
  if (episodes.length === 0) {
    return (
      <p>
        <Say text="history.none" />
      </p>
    );
  }
  return (
    <>
      {delays.length > 0 && (
        <ul class="points delays">
          {delays.map(({ provider, outages, median }) => (
            <li key={provider}>
              <Say
                text="history.delay"
                values={{ count: outages, place: { provider, region: null }, span: { seconds: median / SECOND } }}
              />
            </li>
          ))}
        </ul>
      )}
      <ol class="history">
        {episodes.slice(0, ROWS_SHOWN).map((episode) => (
          <HistoryRow key={`${episode.site} ${episode.started}`} episode={episode} now={now} />
        ))}
      </ol>
    </>
  );
}

function HistoryRow({ episode, now }: { episode: Episode; now: number }) {
  const words = useWords();
  const { started, ended, scope } = episode;
  const facts = episodeFacts(episode);
  return (
    <li class={scope}>
      <h3>
        <Sentence message={episodeTitle(episode)} />
      </h3>
      <p class="when">
        <time dateTime={new Date(started).toISOString()}>
          <Text text={words.text("dashboard.since", { started: moment(started, now) })} />
        </time>
        <span>
          {ended === null ? (
            <Say text="history.lasting" />
          ) : (
            <Say text="history.lasted" values={{ span: { seconds: (ended - started) / SECOND } }} />
          )}
        </span>
      </p>
      {facts.length > 0 && (
        <p class="facts">
          {facts.map((fact) => (
            <span key={fact.key}>
              <Sentence message={fact} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
