import type { Messages } from "./messages.ts";

export type Value = string | number | null;
export type Row = { [column: string]: Value };
export type Statement = { sql: string; values?: readonly Value[] };

/**
 * The part of SQL that the stores need, so that SQLite and PostgreSQL are two thin adapters for the same queries.
 * Parameters are written `$1`, `$2`, …; times are milliseconds of the epoch.
 */
export type Database = {
  kind: "sqlite" | "postgres";
  all(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** All statements or none; durable once it resolves. */
  batch(statements: readonly Statement[]): Promise<void>;
  /** Adds many rows of one table at once, skipping those whose key is there already; durable once it resolves. */
  addRows(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void>;
  /**
   * Removes what erased rows have left in a table's file and in the database's own log, as far as the database can. Throws, with one
   * readable line, where something keeps it from that.
   */
  forget(table: string): Promise<void>;
  /** Null where no other process uses the database. */
  messages: Messages | null;
  close(): Promise<void>;
};
