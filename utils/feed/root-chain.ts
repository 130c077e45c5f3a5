import { rootPath } from "../core/feed/paths.ts";
import { openNextRoot } from "../core/feed/root.ts";
import type { Root } from "../core/feed/root-text.ts";
import { documentLimit } from "../core/feed/signed-document.ts";
import { download } from "./ask-mirror.ts";
import { verifySignature } from "./verify-signature.ts";

/** At most this many roots in one go. Judged: a root lasts for years. */
const MAX_STEPS = 8;

/**
 * Follows the chain of roots as far as the mirrors have it. Each step asks one mirror after the other, until one has a next root that
 * holds. A document that does not hold changes nothing.
 * @returns the last root, and why a document on the way to the next one was refused, as a short English phrase
 */
export async function followRoots(mirrors: readonly string[], root: Root): Promise<{ root: Root; refused: string | null }> {
  let current = root;
  let refused: string | null = null;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = await nextRoot(mirrors, current);
    refused = next.refused;
    if (next.root === null) break;
    current = next.root;
  }
  return { root: current, refused };
}

async function nextRoot(mirrors: readonly string[], current: Root): Promise<{ root: Root | null; refused: string | null }> {
  let refused: string | null = null;
  for (const mirror of mirrors) {
    const answer = await download(mirror, rootPath(current.number + 1), documentLimit("root"));
    if (answer.result === "unreachable") continue;
    const opening =
      answer.result === "here" ? await openNextRoot(answer.bytes, current, verifySignature) : { ...answer, ok: false as const };
    if (opening.ok) return { root: opening.root, refused: null };
    refused = `${mirror}: root ${current.number + 1}: ${opening.reason}`;
  }
  return { root: null, refused };
}
