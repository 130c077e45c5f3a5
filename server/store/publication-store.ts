import { MINUTE } from "../../utils/core/time.ts";
import type { Database } from "./database.ts";

/** A lease that ends this much later than any process would take it was taken by a clock that ran ahead, and does not count. */
const TOO_LONG = MINUTE;

export type PublicationStore = ReturnType<typeof createPublicationStore>;

/** Who publishes, with which keys, which number comes next, and the document itself. */
export function createPublicationStore(database: Database) {
  return {
    /**
     * Takes or renews the right to publish until `ends`. False while another process holds it.
     * @param now milliseconds of the epoch by the wall clock, which processes share
     */
    async takeLease(holder: string, now: number, ends: number): Promise<boolean> {
      const rows = await database.all(
        `insert into leases (name, holder, ends) values ('publisher', $1, $3)
          on conflict (name) do update set holder = excluded.holder, ends = excluded.ends
          where leases.holder = excluded.holder or leases.ends <= $2 or leases.ends > $4
          returning holder`,
        [holder, now, ends, ends + TOO_LONG],
      );
      return rows.length === 1;
    },

    /** Returns the right to publish, so that another process need not wait for its end. */
    async leaveLease(holder: string): Promise<void> {
      await database.batch([{ sql: "delete from leases where name = 'publisher' and holder = $1", values: [holder] }]);
    },

    /**
     * The next number, stored before it is used: higher than any before, whenever a process was killed. Null where `holder` has lost the
     * right to publish. A stored number that is more than an hour ahead of the clock came from a clock that ran ahead; clients refused
     * it, and numbers go on from the clock.
     * @param clock seconds of the epoch
     */
    async nextSequence(holder: string, clock: number): Promise<number | null> {
      const rows = await database.all(
        `insert into counters (name, value)
          select 'sequence', $1 where exists (select 1 from leases where name = 'publisher' and holder = $2)
          on conflict (name) do update set
            value = case when counters.value >= excluded.value and counters.value < excluded.value + 3600
              then counters.value + 1 else excluded.value end
          returning value`,
        [clock, holder],
      );
      return rows[0] === undefined ? null : Number(rows[0].value);
    },

    /** Stores the document for the processes that serve it and for the next start; an older one never replaces a newer one. */
    async savePublished(sequence: number, document: string): Promise<void> {
      await database.batch([
        {
          sql: `insert into published (name, sequence, document) values ('feed', $1, $2)
            on conflict (name) do update set sequence = excluded.sequence, document = excluded.document
            where published.sequence < excluded.sequence or published.sequence > excluded.sequence + 3600`,
          values: [sequence, document],
        },
      ]);
    },

    /** The newest document, unless it is the one already known; null too where there is none. */
    async publishedBesides(sequence: number): Promise<{ sequence: number; document: string } | null> {
      const [row] = await database.all("select sequence, document from published where name = 'feed' and sequence <> $1", [sequence]);
      return row === undefined ? null : { sequence: Number(row.sequence), document: String(row.document) };
    },

    async readKey(name: string): Promise<string | null> {
      const [row] = await database.all("select value from signing_keys where name = $1", [name]);
      return row === undefined ? null : String(row.value);
    },

    async writeKey(name: string, value: string): Promise<void> {
      await database.batch([
        {
          sql: "insert into signing_keys (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
          values: [name, value],
        },
      ]);
    },

    /** Stores a key unless there is one, and returns the stored one: of two processes that start at once the first wins. */
    async offerKey(name: string, value: string): Promise<string> {
      await database.addRows("signing_keys", ["name", "value"], [[name, value]]);
      return (await this.readKey(name)) ?? value;
    },
  };
}
