import type { MessageKey } from "../../utils/browser/message-key.ts";
import {
  type Excerpt,
  episodeFacts,
  episodeTitle,
  FIRST_QUERY,
  type HistoryQuery,
  type OfficialDelay,
} from "../../utils/core/history/describe.ts";
import type { Episode } from "../../utils/core/history/episodes.ts";
import { SECOND } from "../../utils/core/time.ts";
import { moment } from "../../utils/core/view/moment.ts";
import { ConfirmButton } from "../shared/confirm-button.tsx";
import { Say, Sentence, Text, useWords } from "../shared/words.tsx";

/** These facts are emphasised: the official page mentioned nothing, or mentioned it late. */
const CONTRADICTIONS = new Set<MessageKey>(["history.officialSilent", "history.officialLater"]);

type Props = {
  excerpt: Excerpt;
  delays: OfficialDelay[];
  now: number;
  onQuery: (query: HistoryQuery) => void;
  onForget: (site: string) => void;
};

/** What failed here, beside what the official page said and what other people reported. */
export function HistoryList({ excerpt: { query, rows, found, kept }, delays, now, onQuery, onForget }: Props) {
  if (kept === 0) {
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
      <label class="choose">
        <input
          type="checkbox"
          checked={query.contradicted}
          onChange={(event) => onQuery({ ...FIRST_QUERY, contradicted: event.currentTarget.checked })}
        />
        <Say text="history.contradicted" />
      </label>
      <p role="status">{found === 0 && <Say text="history.noneContradicted" />}</p>
      <ol class="history">
        {rows.map((episode) => (
          <HistoryRow key={`${episode.site} ${episode.started}`} episode={episode} now={now} onForget={onForget} />
        ))}
      </ol>
      {rows.length < found && (
        <p class="ways">
          <span class="count" role="status">
            <Say text="dashboard.shown" values={{ count: rows.length, total: found }} />
          </span>
          <button type="button" class="press quiet" onClick={() => onQuery({ ...query, rows: rows.length + FIRST_QUERY.rows })}>
            <Say text="history.earlier" />
          </button>
        </p>
      )}
    </>
  );
}

function HistoryRow({ episode, now, onForget }: { episode: Episode; now: number; onForget: Props["onForget"] }) {
  const words = useWords();
  const { site, started, ended, finding } = episode;
  const facts = episodeFacts(episode);
  return (
    <li class={finding.scope}>
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
        {site !== "" && <ConfirmButton text="history.forget" values={{ site }} look="link" onConfirm={() => onForget(site)} />}
      </p>
      {facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li key={fact.key} class={CONTRADICTIONS.has(fact.key) ? "strong" : undefined}>
              <Sentence message={fact} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
