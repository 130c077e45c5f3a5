import type { Feed } from "../core/feed/feed.ts";
import { readTargetNames } from "../core/feed/target-document.ts";
import { fetchByHash } from "../net/fetch-by-hash.ts";
import type { OpenDatabase } from "../storage/database.ts";

const NAME = "targets";
/** Bytes. A list of six hundred targets takes 60 kB. */
const LARGEST = 512 * 1024;

/**
 * Reads the list of what the feed's vantages ask, by the hash that the feed names: from the database, else from a mirror, once.
 * @returns the names in it; null where the feed names none, no mirror has it, or it is no such list
 */
export async function readTargets({ targets: wanted }: Feed, mirrors: readonly string[], database: OpenDatabase): Promise<string[] | null> {
  if (wanted == null) return null;
  const db = await database();
  const stored = await db.get("documents", NAME);
  if (stored?.sha256 === wanted.sha256) return readTargetNames(stored.bytes);
  const bytes = await fetchByHash(wanted, mirrors, LARGEST);
  const names = bytes === null ? null : readTargetNames(bytes);
  if (bytes !== null && names !== null) await db.put("documents", { name: NAME, sha256: wanted.sha256, bytes });
  return names;
}
