import { type Episode, isContradicted } from "../core/history/episodes.ts";

/**
 * An episode as the database holds it. An index covers only the rows that have its field, and no null: each of these fields is
 * set only on the few rows that its index is to find. Its value is when the episode started, so that the index also sorts.
 */
export type StoredEpisode = Episode & { lasting?: number; contradicted?: number };

export function storeEpisode(episode: Episode): StoredEpisode {
  const kept: StoredEpisode = { ...episode };
  if (episode.ended === null) kept.lasting = episode.started;
  if (isContradicted(episode)) kept.contradicted = episode.started;
  return kept;
}

export function readEpisode({ lasting: _, contradicted: __, ...episode }: StoredEpisode): Episode {
  return episode;
}
