import { useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { FeedStatus } from "../../utils/core/view/feed-status.ts";
import { Say } from "./words.tsx";

type Props = {
  feed: FeedStatus;
  /** Feeds that are followed beside it. */
  others?: { name: string; status: FeedStatus }[] | undefined;
  now: number;
  onRefresh: () => Promise<boolean>;
};

const ONE: { [state in Exclude<FeedStatus["state"], "not-set">]: MessageKey } = {
  fresh: "feed.one.fresh",
  frozen: "feed.one.frozen",
  stale: "feed.one.stale",
  refused: "feed.one.refused",
  never: "feed.one.never",
};

/** How old the outage feed is, or why there is none, and a way to ask again. */
export function FeedLine({ feed, others = [], now, onRefresh }: Props) {
  const [asking, setAsking] = useState<"no" | "now" | "failed">("no");
  const ask = async () => {
    setAsking("now");
    setAsking((await onRefresh()) ? "no" : "failed");
  };
  const reason = "reason" in feed ? feed.reason : null;
  return (
    <div class={`feed ${feed.state}`} data-testid="feed" data-feed={feed.state}>
      <div>
        <p role="status">{asking === "failed" ? <Say text="feed.refreshFailed" /> : <FeedStatusText feed={feed} now={now} />}</p>
        {others.map(({ name, status }) => (
          <p key={name} data-feed={status.state}>
            <bdi>{name}</bdi> – <OneOfFeeds feed={status} now={now} />
          </p>
        ))}
        {reason !== null && (
          <details>
            <summary>
              <Say text="feed.why" />
            </summary>
            <bdi lang="en">{reason}</bdi>
          </details>
        )}
      </div>
      {feed.state !== "not-set" && (
        <button type="button" class="press quiet" onClick={ask} disabled={asking === "now"}>
          <Say text={asking === "now" ? "feed.refreshing" : "feed.refresh"} />
        </button>
      )}
    </div>
  );
}

/** How one of several feeds stands, in a sentence beside its name. */
export function OneOfFeeds({ feed, now }: { feed: FeedStatus; now: number }) {
  if (feed.state === "not-set") return null;
  const issued = "issued" in feed && feed.issued !== null ? Date.parse(feed.issued) : now;
  return <Say text={ONE[feed.state]} values={{ ago: { elapsed: now - issued } }} />;
}

function FeedStatusText({ feed, now }: { feed: FeedStatus; now: number }) {
  switch (feed.state) {
    case "fresh":
      return <Say text="feed.fresh" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
    case "stale":
      return <Say text="feed.stale" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
    case "frozen":
      return <Say text="feed.frozen" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
    case "refused":
      return feed.issued === null ? (
        <Say text="feed.refused" />
      ) : (
        <Say text="feed.refusedKept" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />
      );
    case "never":
      return <Say text="feed.never" />;
    case "not-set":
      return (
        <>
          <Say text="feed.notSet" /> <Say text="feed.howToSet" />
        </>
      );
    default:
      return feed satisfies never;
  }
}
