import * as v from "valibot";
import { parseJson } from "../../utils/core/parse-json.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import type { Database } from "./database.ts";

/** Views of vantages are erased this long after they were told: they count for three minutes. */
const VIEWS_KEPT = HOUR;
/** A process that has told nothing for this long has left its name to others. */
const NAME_HELD = 3 * MINUTE;

export type StoredView = { vantage: string; at: number; view: string };

export type MeasurementStore = ReturnType<typeof createMeasurementStore>;

const answeredSchema = v.record(v.string(), v.number());

/** What vantages have seen: one row each, replaced every minute. Nothing here is about people. */
export function createMeasurementStore(database: Database) {
  return {
    /** Stores what a vantage has seen last. False where another process, seen a moment ago, has its name. */
    async save(holder: string, vantage: string, at: number, view: string): Promise<boolean> {
      const rows = await database.all(
        `insert into measurements (vantage, holder, at, view) values ($1, $2, $3, $4)
          on conflict (vantage) do update set holder = excluded.holder, at = excluded.at, view = excluded.view
          where measurements.holder = excluded.holder or measurements.at <= $5 or measurements.at > $6
          returning vantage`,
        [vantage, holder, at, view, at - NAME_HELD, at + NAME_HELD],
      );
      return rows.length === 1;
    },

    /** Takes back what a vantage has said. */
    async withdraw(holder: string, vantage: string): Promise<void> {
      await database.batch([{ sql: "delete from measurements where vantage = $1 and holder = $2", values: [vantage, holder] }]);
    },

    /** What all vantages said last. */
    async views(): Promise<StoredView[]> {
      const rows = await database.all("select vantage, at, view from measurements order by vantage");
      return rows as unknown as StoredView[];
    },

    /** Erases what is old, and what a clock that ran ahead has stamped. */
    async eraseOld(now: number): Promise<void> {
      const values = [now - VIEWS_KEPT, now + VIEWS_KEPT];
      await database.batch([{ sql: "delete from measurements where at < $1 or at > $2", values }]);
    },

    /** When each target last answered a vantage, in milliseconds of the epoch: without that its silence means nothing. */
    async answered(vantage: string): Promise<{ [target: string]: number }> {
      const [row] = await database.all("select answered from vantages where vantage = $1", [vantage]);
      const reading = v.safeParse(answeredSchema, parseJson(String(row?.answered ?? "")));
      return reading.success ? reading.output : {};
    },

    async saveAnswered(vantage: string, answered: { [target: string]: number }): Promise<void> {
      await database.batch([
        {
          sql: "insert into vantages (vantage, answered) values ($1, $2) on conflict (vantage) do update set answered = excluded.answered",
          values: [vantage, JSON.stringify(answered)],
        },
      ]);
    },
  };
}
