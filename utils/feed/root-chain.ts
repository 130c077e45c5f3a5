import { rootPath } from "../core/feed/paths.ts";
import { openNextRoot, rootJson } from "../core/feed/root.ts";
import type { Root } from "../core/feed/root-text.ts";
import { documentLimit } from "../core/feed/signed-document.ts";
import { download } from "./ask-mirror.ts";
import { verifySignature } from "./verify-signature.ts";

/** At most this many roots after the first one. Judged: a root lasts for years. */
const MAX_ROOTS = 32;

/**
 * Follows the chain of roots as far as the mirrors have it, at each mirror by itself and always from the first root: a request that began
 * at the root known here would tell how far this installation has come. Who holds the keys could have led one person along a chain of
 * their own, and would know them by its length ever after. A chain that does not lead through the known root changes nothing.
 * @param first the root that the setting of the feed names
 * @param known the root that is trusted now
 * @returns the last root, and why there is no later one than `known` where something was refused, as a short English phrase
 */
export async function followRoots(mirrors: readonly string[], first: Root, known: Root): Promise<{ root: Root; refused: string | null }> {
  let root = known;
  let refused: string | null = null;
  for (const mirror of mirrors) {
    const chain = await chainAt(mirror, first);
    if (chain.refused !== null) refused = chain.refused;
    if (chain.newest.number <= root.number) continue;
    if (chain.passes(root)) root = chain.newest;
    else refused = `${mirror}: its roots do not lead through root ${root.number}, which is trusted here`;
  }
  return { root, refused: root === known ? refused : null };
}

type Chain = { newest: Root; passes(root: Root): boolean; refused: string | null };

async function chainAt(mirror: string, first: Root): Promise<Chain> {
  let newest = first;
  const passed = new Set([rootJson(first)]);
  const passes = (root: Root) => passed.has(rootJson(root));
  while (passed.size <= MAX_ROOTS) {
    const number = newest.number + 1;
    const answer = await download(mirror, rootPath(number), documentLimit("root"));
    if (answer.result === "unreachable") break;
    const opening =
      answer.result === "here" ? await openNextRoot(answer.bytes, newest, verifySignature) : { ...answer, ok: false as const };
    if (!opening.ok) return { newest, passes, refused: `${mirror}: root ${number}: ${opening.reason}` };
    newest = opening.root;
    passed.add(rootJson(newest));
  }
  return { newest, passes, refused: null };
}
