import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Database, Row, Statement, Value } from "./database.ts";

/** Milliseconds to wait for another program that writes. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens (or creates) a database file. A commit is on the disk when it returns (`synchronous = full`), and erased rows are
 * overwritten in the file (`secure_delete`). They passed through the log beside it too: `forget` empties that log by cutting it off, so
 * its blocks stay on the disk until something else is written there.
 */
export function openSqliteDatabase(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path);
  chmodSync(path, 0o600);
  database.exec(`
    pragma busy_timeout = ${BUSY_TIMEOUT};
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma journal_size_limit = 16777216;
  `);
  const prepared = new Map<string, StatementSync>();

  // Only constant texts are prepared, so the map stays small.
  function prepare(sql: string): StatementSync {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
      prepared.set(sql, statement);
    }
    return statement;
  }

  function inTransaction(work: () => void): void {
    database.exec("begin immediate");
    try {
      work();
      database.exec("commit");
    } catch (problem) {
      // A full disk has already ended the transaction, and the error of a second rollback would hide the reason.
      if (database.isTransaction) database.exec("rollback");
      throw problem;
    }
  }

  return {
    kind: "sqlite",
    messages: null,
    async all(sql, values = []) {
      return prepare(sql).all(...values) as Row[];
    },
    async batch(statements: readonly Statement[]) {
      inTransaction(() => {
        for (const { sql, values = [] } of statements) prepare(sql).run(...values);
      });
    },
    async addRows(table, columns, rows: readonly (readonly Value[])[]) {
      const parameters = columns.map((_, index) => `$${index + 1}`).join(", ");
      const statement = prepare(`insert into ${table} (${columns.join(", ")}) values (${parameters}) on conflict do nothing`);
      inTransaction(() => {
        for (const row of rows) statement.run(...row);
      });
    },
    async forget() {
      // Without waiting: a reader may take minutes, and nothing else runs meanwhile.
      database.exec("pragma busy_timeout = 0");
      try {
        const [result] = database.prepare("pragma wal_checkpoint(truncate)").all();
        if (result?.busy !== 0) throw new Error(`${path}-wal still holds erased rows, because another program reads the database`);
      } finally {
        database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
      }
    },
    async close() {
      database.close();
    },
  };
}
