import type { Incident } from "../../utils/core/feed/incident.ts";
import { DAY } from "../../utils/core/time.ts";
import type { Database } from "./database.ts";

/** An incident as the server keeps it. */
export type KeptIncident = {
  incident: Incident;
  /** Ids of the sources that report it. */
  sources: string[];
  /** When its newest part began, milliseconds of the epoch: what starts much later is another incident. */
  latestStart: number;
  /** False: its sources can no longer be read or no longer report it, and none ended it. It is out of the feed until one reports it. */
  isReported: boolean;
};

/** How long the history of incidents is kept. */
export const HISTORY_KEPT = 400 * DAY;

export type IncidentStore = ReturnType<typeof createIncidentStore>;

export function createIncidentStore(database: Database) {
  async function read(where: string, values: number[]): Promise<KeptIncident[]> {
    const rows = await database.all(`select record from incidents where ${where} order by started, id`, values);
    return rows.map(({ record }) => JSON.parse(String(record)) as KeptIncident);
  }

  return {
    /** Those that are open, and those that ended at `since` or later. */
    current(since: number): Promise<KeptIncident[]> {
      return read("resolved is null or resolved >= $1", [since]);
    },

    /** Those that were open at some time between two instants. */
    between(from: number, to: number): Promise<KeptIncident[]> {
      return read("started < $2 and (resolved is null or resolved >= $1)", [from, to]);
    },

    async save(records: readonly KeptIncident[]): Promise<void> {
      await database.batch(
        records.map((kept) => {
          const { id, started, updated, resolved } = kept.incident;
          return {
            sql: `insert into incidents (id, started, updated, resolved, record) values ($1, $2, $3, $4, $5)
              on conflict (id) do update set
                started = excluded.started, updated = excluded.updated, resolved = excluded.resolved, record = excluded.record`,
            values: [id, Date.parse(started), Date.parse(updated), resolved === null ? null : Date.parse(resolved), JSON.stringify(kept)],
          };
        }),
      );
    },

    async eraseOld(now: number): Promise<void> {
      await database.batch([{ sql: "delete from incidents where resolved < $1", values: [now - HISTORY_KEPT] }]);
    },
  };
}
