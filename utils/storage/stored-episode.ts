import { type Episode, isContradicted } from "../core/history/episodes.ts";

/**
 * An episode as it lies in the database. An index holds only the rows that have its field, and cannot hold null: so each of these is
 * there only where it finds one of the few rows among all. Both are when the episode started, so that they also sort.
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
