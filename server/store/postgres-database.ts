import postgres from "postgres";
import type { Database, Row, Statement, Value } from "./database.ts";

/** Connects to PostgreSQL. `address` is what `DATABASE_URL` holds. The client reconnects by itself. */
export function openPostgresDatabase(address: string): Database {
  const sql = postgres(address, {
    max: 4,
    connect_timeout: 10,
    idle_timeout: 0,
    onnotice: () => {},
    // Times and counts are well below 2^53, so bigint is read as a number, as from SQLite.
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  });

  return {
    kind: "postgres",
    async all(text, values = []) {
      return (await sql.unsafe(text, [...values])) as unknown as Row[];
    },
    async batch(statements: readonly Statement[]) {
      await sql.begin(async (transaction) => {
        for (const { sql: text, values = [] } of statements) await transaction.unsafe(text, [...values]);
      });
    },
    async addRows(table, columns, rows: readonly (readonly Value[])[]) {
      const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
      const list = columns.join(", ");
      await sql.unsafe(
        `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::text::json) on conflict do nothing`,
        [JSON.stringify(objects)],
      );
    },
    // Autovacuum waits for fifty dead rows and more, and may find nothing to do for hours: five hours after an erasing the table's file
    // held all 200 slots (PostgreSQL 15.18, 2026-11-30). The write-ahead log is the operator's (archiving, replicas).
    async forget(table) {
      await sql.unsafe(`vacuum ${table}`);
      const [left] = await sql`select n_dead_tup as rows from pg_stat_user_tables where relid = ${table}::regclass`;
      if (Number(left?.rows ?? 0) > 0)
        throw new Error(`the table ${table} still holds erased rows, because an older transaction may read them`);
    },
    messages: {
      // With parameters: nothing of a message becomes part of a statement.
      async send(channel, text) {
        await sql.unsafe("select pg_notify($1, $2)", [channel, text]);
      },
      async listen(channel, onMessage) {
        const { unlisten } = await sql.listen(channel, onMessage);
        return async () => unlisten();
      },
    },
    async close() {
      await sql.end({ timeout: 5 });
    },
  };
}
