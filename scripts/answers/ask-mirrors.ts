import { acceptHead } from "../../utils/core/feed/accepted-heads.ts";
import { joinHeadAndBody, openBody } from "../../utils/core/feed/feed.ts";
import { isFrozen } from "../../utils/core/feed/freshness.ts";
import { type HeadOpening, type OpenedHead, openHead } from "../../utils/core/feed/head.ts";
import { bodyPath, HEAD_PATH } from "../../utils/core/feed/paths.ts";
import type { Root } from "../../utils/core/feed/root-text.ts";
import { documentLimit } from "../../utils/core/feed/signed-document.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { sha256Of } from "../../utils/net/sha256.ts";
import { askMirror } from "./ask-mirror.ts";
import type { FeedSetting } from "./feed-setting.ts";
import { followRoots } from "./follow-roots.ts";
import type { KeptFeed } from "./kept-feed.ts";

/** `trouble`: why no mirror has a good copy, one reason a mirror; null where one has. */
export type Asked = { kept: KeptFeed; trouble: readonly string[] | null };

type Taken = { result: "taken"; kept: KeptFeed } | { result: "refused"; reason: string; kept: KeptFeed };

/**
 * Asks the mirrors one after the other until one has a good copy. What a good copy is, is decided by `utils/core/feed`, as in the extension.
 * @param seekRoot also looks for a next root where the head needs none
 */
export async function askMirrors({ mirrors, root: first }: FeedSetting, before: KeptFeed, seekRoot: boolean): Promise<Asked> {
  let kept = before;
  const trouble: string[] = [];
  for (const mirror of mirrors) {
    const taken = await takeFrom(mirror, mirrors, first, kept, seekRoot);
    kept = taken.kept;
    if (taken.result === "taken") return { kept: { ...kept, checked: new Date().toISOString() }, trouble: null };
    trouble.push(`${mirror}: ${taken.reason}`);
  }
  return { kept, trouble };
}

async function takeFrom(mirror: string, mirrors: readonly string[], first: Root, before: KeptFeed, seekRoot: boolean): Promise<Taken> {
  const answer = await askMirror(mirror, HEAD_PATH, documentLimit("head"));
  if (answer.result !== "here") return refused(before, answer.reason);
  const opening = await openHead(answer.bytes, before.root, Date.now(), verifySignature);
  if (opening.ok && !seekRoot) return await take(mirror, mirrors, opening, before);
  if (!opening.ok && opening.unknownRoot === undefined) return refused(before, opening.reason);
  const followed = await followRoots(mirror, first, before.root);
  const known = underRoot(before, followed.root);
  const again: HeadOpening = known === before ? opening : await openHead(answer.bytes, known.root, Date.now(), verifySignature);
  if (again.ok) return await take(mirror, mirrors, again, known);
  return refused(known, followed.refused === null ? again.reason : `${again.reason}; ${followed.refused}`);
}

/** What keys of the root before it signed counts for nothing: a thief could have dated a head ahead. Numbers of keys stay. */
function underRoot(kept: KeptFeed, root: Root): KeptFeed {
  return root === kept.root ? kept : { ...kept, root, heads: { ...kept.heads, last: null }, feed: null };
}

/** Takes a head that may be used now, with its body, which is downloaded only if it is not the one that is here. */
async function take(mirror: string, mirrors: readonly string[], opened: OpenedHead, before: KeptFeed): Promise<Taken> {
  const { head } = opened;
  const now = Date.now();
  const acceptance = acceptHead(opened, before.heads, now);
  if (!acceptance.ok) {
    const kept = acceptance.forked === undefined ? before : { ...before, forked: `${mirror}: ${acceptance.reason}` };
    return refused(kept, acceptance.reason);
  }
  const { heads, as } = acceptance;
  const { feed, heads: known } = before;
  if (feed !== null && known.last?.body.sha256 === head.body.sha256) {
    if (as === "same" && isFrozen(feed, now)) return refused(before, `it has nothing newer than number ${head.sequence} of ${head.issued}`);
    return { result: "taken", kept: { ...before, heads, feed: joinHeadAndBody(head, feed) } };
  }
  let reason = "no mirror has its body";
  // A static mirror may have the head of a copy before its body.
  for (const place of [mirror, ...mirrors.filter((other) => other !== mirror)]) {
    const answer = await askMirror(place, bodyPath(head.body.sha256), head.body.bytes);
    if (answer.result === "unreachable") continue;
    const opening =
      answer.result === "here"
        ? openBody(answer.bytes, await sha256Of(answer.bytes), head)
        : { ok: false as const, reason: "its body is larger than the head says" };
    if (opening.ok) return { result: "taken", kept: { ...before, heads, feed: opening.feed } };
    reason = opening.reason;
  }
  return refused(before, reason);
}

function refused(kept: KeptFeed, reason: string): Taken {
  return { result: "refused", reason, kept };
}
