import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { FeedStatus } from "../../utils/core/view/feed-status.ts";
import { Say } from "./words.tsx";

const STATES: { [state in Exclude<FeedStatus["state"], "not-set">]: MessageKey } = {
  fresh: "feed.one.fresh",
  forked: "feed.one.forked",
  frozen: "feed.one.frozen",
  stale: "feed.one.stale",
  refused: "feed.one.refused",
  never: "feed.one.never",
};

/** How current one of several feeds is, for beside its name. */
export function FeedStatusLine({ feed, now }: { feed: FeedStatus; now: number }) {
  if (feed.state === "not-set") return null;
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return <Say text={STATES[feed.state]} values={{ ago: { elapsed: now - issued } }} />;
}
