import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { acceptHead, NO_HEADS } from "../../utils/core/feed/accepted-heads.ts";
import { type Feed, openBody } from "../../utils/core/feed/feed.ts";
import { BODY_SIZE_LIMIT, type Head, openHead } from "../../utils/core/feed/head.ts";
import { HEAD_PATH, rootPath } from "../../utils/core/feed/paths.ts";
import { openNextRoot } from "../../utils/core/feed/root.ts";
import type { Root } from "../../utils/core/feed/root-text.ts";
import { documentLimit } from "../../utils/core/feed/signed-document.ts";
import { withoutEndSlashes } from "../../utils/core/net/end-slashes.ts";
import { SECOND } from "../../utils/core/time.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { sha256Of } from "../../utils/net/sha256.ts";

/** A feed as a client reads it. */
export type ReadFeed = { feed: Feed; head: Head; keyId: string; root: Root; bytes: { head: Uint8Array; body: Uint8Array } };

export type FeedResult = ({ ok: true } & ReadFeed) | { ok: false; reason: string };

/** A mirror: gives a file by its path, at most `limit` bytes of it and one more. Rejects where there is none. */
export type Mirror = (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Asks for a file, and says in the error what `fetch` leaves to its cause. */
async function ask(address: URL): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(20 * SECOND) });
  } catch (problem) {
    throw problem instanceof TypeError && problem.cause !== undefined ? problem.cause : problem;
  }
}

/** The mirror at a base address, with or without a slash at its end, or in a folder. */
export function mirrorAt(place: string): Mirror {
  if (!/^https?:/.test(place)) return async (path) => new Uint8Array(await readFile(join(place, path)));
  return async (path, limit) => {
    const reply = await ask(new URL(`.${path}`, `${withoutEndSlashes(place)}/`));
    if (reply.status !== 200) throw new Error(`${path}: HTTP ${reply.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of reply.body ?? []) {
      parts.push(part);
      size += part.length;
      // One byte above the limit is enough to refuse it.
      if (size > limit) break;
    }
    return new Uint8Array(Buffer.concat(parts));
  };
}

/**
 * Reads a feed as a client does that never read it before: the roots after the given one, the head, the body.
 * @param now milliseconds of the epoch
 * @returns the feed, or why a client refuses it
 * @throws what the mirror throws for head and body
 */
export async function readFeedAt(mirror: Mirror, from: Root, now = Date.now()): Promise<FeedResult> {
  let root = from;
  for (;;) {
    const next = await mirror(rootPath(root.number + 1), documentLimit("root")).catch(() => null);
    if (next === null) break;
    const opened = await openNextRoot(next, root, verifySignature);
    if (!opened.ok) return { ok: false, reason: `root ${root.number + 1}: ${opened.reason}` };
    root = opened.root;
  }
  const headBytes = await mirror(HEAD_PATH, documentLimit("head"));
  const opened = await openHead(headBytes, root, now, verifySignature);
  if (!opened.ok) return opened;
  const accepted = acceptHead(opened, NO_HEADS, now);
  if (!accepted.ok) return accepted;
  const { head, keyId } = opened;
  const body = await mirror(`/${head.body.url}`, BODY_SIZE_LIMIT);
  const reading = openBody(body, await sha256Of(body), head);
  return reading.ok ? { ok: true, feed: reading.feed, head, keyId, root, bytes: { head: headBytes, body } } : reading;
}
