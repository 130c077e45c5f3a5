import type { Feed } from "../core/feed/feed.ts";
import { fetchDocument } from "../net/fetch-document.ts";
import { sha256Of } from "../net/sha256.ts";
import type { OpenDatabase } from "../storage/database.ts";

/** A file that the feed names by its hash: the table of address ranges, or the catalogue. */
export type AttachmentKind<Content> = {
  /** Its key in the database, and its field in the feed. */
  name: "ranges" | "catalogue";
  /** Bytes; a larger file is not one of these. */
  largest: number;
  /** Reads a downloaded file; null where it is not one of these. */
  read(bytes: Uint8Array<ArrayBuffer>): Content | null;
};

/** The last file that was downloaded and could be read; null where there is none, or the database cannot be read now. */
export async function storedAttachment(
  database: OpenDatabase,
  name: AttachmentKind<unknown>["name"],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const stored = await database()
    .then((db) => db.get("documents", name))
    .catch(() => undefined);
  return stored?.bytes ?? null;
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
  for (const mirror of mirrors) {
    const bytes = await fetchDocument("attachment", new URL(wanted.url, `${mirror}/`).href, largest);
    if (bytes === null || (await sha256Of(bytes)) !== wanted.sha256) continue;
    const content = read(bytes);
    if (content !== null) await db.put("documents", { name, sha256: wanted.sha256, bytes });
    return content;
  }
  return null;
}
