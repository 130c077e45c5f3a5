import type { Feed } from "../core/feed/feed.ts";
import { readTargetNames } from "../core/feed/target-document.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { type AttachmentKind, refreshAttachment, storedAttachment } from "./attachment.ts";

/** A list of six hundred targets takes 60 kB. */
const TARGETS: AttachmentKind<string[]> = { name: "targets", largest: 512 * 1024, read: readTargetNames };

/**
 * Reads the list of what the feed's vantages ask, by the hash that the feed names: from the database, else from a mirror, once.
 * @returns the names in it; null where the feed names none, no mirror has it, or it is no such list
 */
export async function readTargets(feed: Feed, mirrors: readonly string[], database: OpenDatabase): Promise<string[] | null> {
  const stored = await storedAttachment(database, TARGETS.name);
  if (stored !== null && stored.sha256 === feed.targets?.sha256) return readTargetNames(stored.bytes);
  return await refreshAttachment(database, TARGETS, feed, mirrors);
}
