import type { SourceState } from "../poll/source-state.ts";
import type { Database } from "./database.ts";

export type SourceStore = ReturnType<typeof createSourceStore>;

/** The state of each source, so that after a restart no incident is lost and requests stay conditional. */
export function createSourceStore(database: Database) {
  return {
    async all(): Promise<SourceState[]> {
      const rows = await database.all("select state from sources order by id");
      return rows.map(({ state }) => JSON.parse(String(state)) as SourceState);
    },

    async save(states: readonly SourceState[]): Promise<void> {
      await database.batch(
        states.map((state) => ({
          sql: "insert into sources (id, state) values ($1, $2) on conflict (id) do update set state = excluded.state",
          values: [state.id, JSON.stringify(state)],
        })),
      );
    },
  };
}
