import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type FeedKey, readRootKey, writeKey } from "../../server/keys/key-files.ts";
import type { KeyPair } from "../../server/keys/key-pair.ts";
import { messageOf } from "../../utils/core/message-of.ts";
import { UsageError } from "../support/flags.ts";

/** @throws UsageError where the file cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (problem) {
    throw new UsageError(`${file}: cannot be read (${messageOf(problem)})`);
  }
}

/** Reads a file with a root key. @throws UsageError */
export function readRootKeyFile(file: string): KeyPair {
  const key = readRootKey(readText(file));
  if (key === null) throw new UsageError(`${file}: is no root key file; npm run keys -- new FILE makes one, keys/root.json is one`);
  return key;
}

/** Writes a key into a new file that its owner alone can read. @throws UsageError where a file is there already */
export function writeNewKeyFile(file: string, key: KeyPair | FeedKey): void {
  writeNewFile(file, writeKey(key), 0o600);
}

/** Writes a new file. @throws UsageError where one is there already: nothing that a person made is overwritten */
export function writeNewFile(file: string, text: string, mode = 0o644): void {
  try {
    writeFileSync(file, text, { flag: "wx", mode });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EEXIST") throw new UsageError(`${file}: is there already; name another file`);
    // Begun and not finished: the disk is full.
    rmSync(file, { force: true });
    throw new UsageError(`${file}: cannot be written (${messageOf(problem)})`);
  }
}
