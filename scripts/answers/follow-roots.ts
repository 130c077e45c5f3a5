import { rootPath } from "../../utils/core/feed/paths.ts";
import { openNextRoot, rootJson } from "../../utils/core/feed/root.ts";
import type { Root } from "../../utils/core/feed/root-text.ts";
import { documentLimit } from "../../utils/core/feed/signed-document.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { askMirror } from "./ask-mirror.ts";

/** At most this many roots after the first one. Judged: a root lasts for years. */
const MAX_ROOTS = 32;

/**
 * Follows the chain of roots of one mirror, always from the first root: where the requests begin tells nothing of what is known here. A
 * chain that does not lead through the known root changes nothing.
 * @param first the root that the setting of the feed names
 * @param known the root that is trusted now
 * @returns the last root, and why the chain ended where something was refused
 */
export async function followRoots(mirror: string, first: Root, known: Root): Promise<{ root: Root; refused: string | null }> {
  let newest = first;
  let refused: string | null = null;
  const passed = new Set([rootJson(first)]);
  while (passed.size <= MAX_ROOTS) {
    const number = newest.number + 1;
    const answer = await askMirror(mirror, rootPath(number), documentLimit("root"));
    if (answer.result === "unreachable") break;
    const opening =
      answer.result === "here" ? await openNextRoot(answer.bytes, newest, verifySignature) : { ok: false as const, reason: answer.reason };
    if (!opening.ok) {
      refused = `root ${number}: ${opening.reason}`;
      break;
    }
    newest = opening.root;
    passed.add(rootJson(newest));
  }
  if (newest.number <= known.number) return { root: known, refused };
  return passed.has(rootJson(known))
    ? { root: newest, refused }
    : { root: known, refused: `its roots do not lead through root ${known.number}, which is trusted here` };
}
