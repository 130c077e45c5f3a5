import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "./database.ts";

const FOLDER = new URL("./migrations/", import.meta.url);

/** A key that every new row raises and no row gets twice, also after the newest rows were erased. */
const RISING = {
  sqlite: "integer primary key autoincrement",
  postgres: "bigint generated always as identity primary key",
};

/**
 * Brings a database to the newest schema: runs the numbered files that have not run on it, each in a transaction. Throws, with one readable
 * line, where a file has run on it that this version does not have.
 */
export async function migrate(database: Database): Promise<void> {
  await createMigrationsTable(database);
  const done = new Set((await database.all("select name from migrations")).map(({ name }) => name));
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  const unknown = [...done].find((name) => !files.includes(String(name)));
  if (unknown !== undefined) throw new Error(`the database was made by another version, which had ${unknown}: start with an empty one`);
  for (const name of files.toSorted()) {
    if (done.has(name)) continue;
    // The row comes first: of two processes that start at once, the second waits for it and then fails before it changes anything.
    const statements = [{ sql: "insert into migrations (name) values ($1)", values: [name] }, ...statementsOf(name, database.kind)];
    try {
      await database.batch(statements);
    } catch (problem) {
      if ((await database.all("select name from migrations where name = $1", [name])).length === 0) throw problem;
    }
  }
}

async function createMigrationsTable(database: Database): Promise<void> {
  const statement = { sql: "create table if not exists migrations (name text primary key)" };
  try {
    await database.batch([statement]);
  } catch {
    // PostgreSQL 15: of two processes that create it at the same time one fails in spite of "if not exists".
    await database.batch([statement]);
  }
}

function statementsOf(name: string, kind: Database["kind"]): { sql: string }[] {
  const text = readFileSync(new URL(name, FOLDER), "utf8")
    .replaceAll(/^\s*--.*$/gm, "")
    .replaceAll("{rising}", RISING[kind]);
  return text
    .split(";")
    .map((sql) => sql.trim())
    .filter((sql) => sql !== "")
    .map((sql) => ({ sql }));
}
