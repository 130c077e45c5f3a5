import { acceptHead } from "../core/feed/accepted-heads.ts";
import { joinHeadAndBody } from "../core/feed/feed.ts";
import { isFrozen } from "../core/feed/freshness.ts";
import type { Head, OpenedHead } from "../core/feed/head.ts";
import type { Root } from "../core/feed/root-text.ts";
import { askForBody } from "./ask-for-body.ts";
import { askForHead, type Failure, type HeadAnswer } from "./ask-mirror.ts";

import { underRoot } from "./feed-state.ts";

import { followRoots } from "./root-chain.ts";
import type { FeedState } from "./stored-feed-state.ts";

/** What asking the mirrors led to. `from`: the mirror whose copy is good, and its head; null where none has one. */
export type Asked = { state: FeedState; from: { mirror: string; head: Head } | null };

/** Called back for each mirror: it does not answer, or it gave a head that the feed's key signed. */
export type OnAnswer = (answer: HeadAnswer & { mirror: string }) => void;

/**
 * Asks the mirrors in the given order until one has a good copy. Where a mirror has only the copy that is here already, that is
 * accepted while the copy is young. Otherwise the other mirrors are asked too, and where none has a newer one, it may be withheld.
 * @param first the root that the setting of the feed names
 */
export async function askMirrors(mirrors: readonly string[], first: Root, before: FeedState, onAnswer: OnAnswer): Promise<Asked> {
  let state = before;
  let failure: Failure = { result: "unreachable", reason: mirrors.length === 0 ? "no mirror may be asked" : "no mirror answered" };
  let stuck: Asked["from"] = null;
  const note = (mirror: string, { result, reason }: Failure) => {
    if (result === "refused" || failure.result === "unreachable") failure = { result, reason: `${mirror}: ${reason}` };
  };
  for (const mirror of mirrors) {
    const asked = await askForKnownHead(mirror, mirrors, first, state);
    state = asked.state;
    onAnswer({ ...asked.answer, mirror });
    if (asked.answer.result !== "opened") {
      note(mirror, asked.answer);
      continue;
    }
    const { head } = asked.answer;
    const checked = new Date().toISOString();
    const taken = await take(asked.answer, [mirror, ...mirrors.filter((other) => other !== mirror)], state);
    if (taken.result === "taken") return { state: { ...taken.state, checked, trouble: null }, from: { mirror, head } };
    if (taken.result === "nothing newer") stuck = { mirror, head };
    else note(mirror, taken);
    if (taken.result === "refused" && taken.forked === true) state = { ...state, forked: taken.reason };
  }
  if (stuck === null || state.feed === null) return { state: { ...state, trouble: troubleOf(failure) }, from: null };
  const { sequence, issued } = state.feed;
  const reason = `no mirror has anything newer than number ${sequence} of ${issued}${failure.result === "refused" ? `; ${failure.reason}` : ""}`;
  return { state: { ...state, checked: new Date().toISOString(), trouble: { kind: "frozen", reason } }, from: stuck };
}

function troubleOf({ result, reason }: Failure): NonNullable<FeedState["trouble"]> {
  return { kind: result, reason };
}

/** Asks one mirror for the head. Where its key was granted by another root than the known one, the chain of roots is followed first. */
async function askForKnownHead(
  mirror: string,
  mirrors: readonly string[],
  first: Root,
  state: FeedState,
): Promise<{ answer: HeadAnswer; state: FeedState }> {
  const answer = await askForHead(mirror, state.root);
  if (answer.result === "opened" || answer.unknownRoot === undefined) return { answer, state };
  const { root, refused } = await followRoots(mirrors, first, state.root);
  if (root !== state.root) return { answer: await askForHead(mirror, root), state: underRoot(state, root) };
  return { answer: refused === null ? answer : { ...answer, reason: `${answer.reason}; ${refused}` }, state };
}

type Taken =
  | { result: "taken"; state: FeedState }
  /** The copy that is here already, and not young any more. */
  | { result: "nothing newer" }
  | (Failure & { forked?: true });

/** Takes a head that may be used now, with its body, which is downloaded only if it is not the one that is here. */
async function take(opened: OpenedHead, mirrors: readonly string[], state: FeedState): Promise<Taken> {
  const { head } = opened;
  const acceptance = acceptHead(opened, state.heads, Date.now());
  if (!acceptance.ok) {
    const { reason, forked } = acceptance;
    return { result: "refused", reason, ...(forked === undefined ? {} : { forked }) };
  }
  const { heads, as } = acceptance;
  const { feed, heads: known } = state;
  const reports = head.reports;
  if (feed === null || known.last?.body.sha256 !== head.body.sha256) {
    const body = await askForBody(mirrors, head);
    return body.result === "here" ? { result: "taken", state: { ...state, heads, feed: body.feed, reports } } : body;
  }
  if (as === "same" && isFrozen(feed, Date.now())) return { result: "nothing newer" };
  return { result: "taken", state: { ...state, heads, feed: joinHeadAndBody(head, feed), reports } };
}
