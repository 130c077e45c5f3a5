import * as v from "valibot";
import { type AcceptedHeads, NO_HEADS } from "../../utils/core/feed/accepted-heads.ts";
import { type Feed, readFeed } from "../../utils/core/feed/feed.ts";
import { type Root, readRootText, rootText } from "../../utils/core/feed/root-text.ts";
import { count, isoTime, path, sha256 } from "../../utils/core/feed/schema-parts.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import type { Folder } from "./cache-folder.ts";

/** What is kept of a feed between two calls. */
export type KeptFeed = {
  /** The root that the chain from the setting's root led to. */
  root: Root;
  /** The heads that were accepted: nothing older is accepted again. */
  heads: AcceptedHeads;
  /** The last good copy. */
  feed: Feed | null;
  /** When a mirror last had a good copy, ISO time. */
  checked: string | null;
  /** How the feed showed different people different things; null where it did not. */
  forked: string | null;
};

const stored = v.object({
  version: v.literal(1),
  root: v.string(),
  heads: v.object({
    highest: v.record(v.string(), count),
    last: v.nullable(
      v.object({ sequence: count, issued: isoTime, keyId: v.string(), body: v.object({ url: path, sha256, bytes: count }) }),
    ),
  }),
  feed: v.unknown(),
  checked: v.nullable(isoTime),
  forked: v.nullable(v.string()),
});

/** What is known of a feed at first. */
export function nothingKept(root: Root): KeptFeed {
  return { root, heads: NO_HEADS, feed: null, checked: null, forked: null };
}

/**
 * What the folder has of a feed. Another root in the setting begins anew.
 * @param first the root that the setting names
 * @returns null where nothing is kept; `damaged` where what is kept cannot be read
 */
export async function loadKept(folder: Folder, first: Root): Promise<KeptFeed | "damaged" | null> {
  const bytes = await folder.read(nameOf(first));
  if (bytes === null) return null;
  const reading = v.safeParse(stored, parseJson(new TextDecoder().decode(bytes)));
  const root = reading.success ? readRootText(reading.output.root) : null;
  if (!reading.success || root === null) return "damaged";
  const { heads, checked, forked } = reading.output;
  const copy = reading.output.feed === null ? null : readFeed(reading.output.feed);
  if (copy?.ok === false) return "damaged";
  return { root, heads, feed: copy?.feed ?? null, checked, forked };
}

/** Keeps it. Another call may have been faster with a newer one, which stays. @throws where the folder cannot be written */
export async function saveKept(folder: Folder, first: Root, kept: KeptFeed): Promise<void> {
  const other = await loadKept(folder, first);
  if (other !== null && other !== "damaged" && other.root.number === kept.root.number && isNewer(other, kept)) return;
  const text = JSON.stringify({ version: 1, ...kept, root: rootText(kept.root) });
  await folder.write(nameOf(first), new TextEncoder().encode(text));
}

function isNewer(one: KeptFeed, other: KeptFeed): boolean {
  return Date.parse(one.heads.last?.issued ?? "") > Date.parse(other.heads.last?.issued ?? "");
}

/** Each key is 43 characters of base64url; a file name takes no more than 255 bytes, and a root has up to 8 keys. */
function nameOf(root: Root): string {
  return `feed-${rootText(root)
    .replaceAll(/[^\w-]/g, ".")
    .slice(0, 100)}.json`;
}
