import type { Feed } from "../core/feed/feed.ts";
import { fetchByHash } from "../net/fetch-by-hash.ts";
import type { OpenDatabase } from "../storage/database.ts";

/** A file that the feed names by its hash: the table of address ranges, the catalogue, or the list of what its vantages ask. */
export type AttachmentKind<Content> = {
  /** Its key in the database, and its field in the feed. */
  name: "ranges" | "catalogue" | "targets";
  /** Bytes; a larger file is not one of these. */
  largest: number;
  /** Reads a downloaded file; null where it is not one of these. */
  read(bytes: Uint8Array<ArrayBuffer>): Content | null;
};

type StoredAttachment = { sha256: string; bytes: Uint8Array<ArrayBuffer> };

/** The last file that was downloaded and could be read; null where there is none, or the database cannot be read now. */
export async function storedAttachment(database: OpenDatabase, name: AttachmentKind<unknown>["name"]): Promise<StoredAttachment | null> {
  const stored = await database()
    .then((db) => db.get("documents", name))
    .catch(() => undefined);
  return stored ?? null;
}

/**
 * Downloads the file whose hash the feed names, unless it is here already. A bad or unreachable one changes nothing.
 * @returns its content where it is new, else null
 */
export async function refreshAttachment<Content>(
  database: OpenDatabase,
  { name, largest, read }: AttachmentKind<Content>,
  feed: Feed,
  mirrors: readonly string[],
): Promise<Content | null> {
  const wanted = feed[name];
  if (wanted == null) return null;
  const db = await database();
  const stored = await db.get("documents", name);
  if (stored?.sha256 === wanted.sha256) return null;
  const bytes = await fetchByHash(wanted, mirrors, largest);
  const content = bytes === null ? null : read(bytes);
  if (bytes !== null && content !== null) await db.put("documents", { name, sha256: wanted.sha256, bytes });
  return content;
}
