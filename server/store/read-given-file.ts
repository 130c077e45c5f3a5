import { readFileSync } from "node:fs";

/**
 * Reads a file that the operator named.
 * @param what what it is and where it was named, for the message
 * @throws with one readable line
 */
export function readGivenFile(file: string | URL, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (problem) {
    throw new Error(`${what}: ${file} cannot be read (${(problem as NodeJS.ErrnoException).code})`);
  }
}
