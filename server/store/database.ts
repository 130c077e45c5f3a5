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
  /** Removes copies of erased rows from the database's own log. */
  forget(): Promise<void>;
  close(): Promise<void>;
};
