import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const SQLITE_BUSY = 5;

/**
 * Makes this process the only one that uses a data folder: two servers would publish with one sequence. The lock is that of a
 * database file, so it ends with the process, however that is killed.
 * @returns releases the folder; null if another process has it. Throws, with one readable line, if it fails for another reason
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock");
  const database = new DatabaseSync(file);
  try {
    // Nobody else may hold it: that would keep the server from starting.
    chmodSync(file, 0o600);
    database.exec("pragma journal_mode = delete; begin exclusive");
    return () => database.close();
  } catch (problem) {
    database.close();
    const { errcode, message } = problem as Error & { errcode?: number };
    if (errcode === SQLITE_BUSY) return null;
    throw new Error(`${folder}: the data folder cannot be used: ${message}`);
  }
}
