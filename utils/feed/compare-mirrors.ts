import { compareHeads } from "../core/feed/compare-heads.ts";
import { bodyByHash } from "./ask-for-body.ts";
import { askForHead } from "./ask-mirror.ts";
import type { Asked } from "./ask-mirrors.ts";
import type { FeedState } from "./stored-feed-state.ts";

/**
 * Asks another mirror for the head, to find out whether the feed shows different people different things. A feed that does goes on,
 * with a warning: it would otherwise take one signer's mistake to end a feed for everybody, and the reader cannot know which of the two
 * histories is true.
 * @param from the mirror that was asked already, and its head
 */
export async function compareMirrors(mirrors: readonly string[], state: FeedState, from: NonNullable<Asked["from"]>): Promise<FeedState> {
  const other = mirrors.find((mirror) => mirror !== from.mirror);
  if (other === undefined) return state;
  const answer = await askForHead(other, state.root);
  if (answer.result !== "opened") return state;
  const comparison = await compareHeads(from.head, answer.head, (sha256) => bodyByHash([from.mirror, other], sha256));
  if (comparison.result === "undecided") return state;
  if (comparison.result === "agree") return { ...state, forked: null };
  const forked = `${from.mirror} and ${other}: ${comparison.reason}`;
  console.warn(`the outage feed shows different people different things: ${forked}`);
  return { ...state, forked };
}
