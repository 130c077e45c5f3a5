import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Database, Row, Statement, Value } from "./database.ts";

/**
 * Opens (or creates) a database file. A commit is on the disk when it returns (`synchronous = full`), and erased rows are
 * overwritten (`secure_delete`): the promise that reports are erased after two hours includes the file.
 */
export function openSqliteDatabase(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path);
  chmodSync(path, 0o600);
  database.exec(`
    pragma busy_timeout = 5000;
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
      database.exec("pragma wal_checkpoint(truncate)");
    },
    async close() {
      database.close();
    },
  };
}
