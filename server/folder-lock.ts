import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes this process the only one that uses a data folder: two servers would publish with one sequence. The lock is that of a
 * database file, so it goes when the process goes, however it is killed.
 * @returns what gives the folder free again; null where another process has it
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, "lock"));
  try {
    database.exec("pragma journal_mode = delete; begin exclusive");
    return () => database.close();
  } catch {
    database.close();
    return null;
  }
}
