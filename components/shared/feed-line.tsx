import { useState } from "preact/hooks";
import type { FeedStatus } from "../../utils/core/view/feed-status.ts";
import { FeedStatusLine } from "./feed-status-line.tsx";
import { Say } from "./words.tsx";

type Props = {
  feed: FeedStatus;
  /** The other feeds in use. */
  others?: { name: string; status: FeedStatus }[] | undefined;
  now: number;
  onRefresh: () => Promise<boolean>;
};

/** How old the outage feed is, or why there is none, and a button to refresh it. */
export function FeedLine({ feed, others = [], now, onRefresh }: Props) {
  const [refreshing, setRefreshing] = useState<"no" | "now" | "failed">("no");
  const refresh = async () => {
    setRefreshing("now");
    setRefreshing((await onRefresh()) ? "no" : "failed");
  };
  const reason = "reason" in feed ? feed.reason : null;
  return (
    <div class={`feed ${feed.state}`} data-testid="feed" data-feed={feed.state}>
      <div>
        <p role="status">{refreshing === "failed" ? <Say text="feed.refreshFailed" /> : <FeedStatusText feed={feed} now={now} />}</p>
        {others.map(({ name, status }) => (
          <p key={name} data-feed={status.state}>
            <bdi>{name}</bdi> – <FeedStatusLine feed={status} now={now} />
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
        <button type="button" class="press quiet" onClick={refresh} disabled={refreshing === "now"}>
          <Say text={refreshing === "now" ? "feed.refreshing" : "feed.refresh"} />
        </button>
      )}
    </div>
  );
}

function FeedStatusText({ feed, now }: { feed: FeedStatus; now: number }) {
  switch (feed.state) {
    case "fresh":
      return <Say text="feed.fresh" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
    case "stale":
      return <Say text="feed.stale" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
    case "forked":
      return <Say text="feed.forked" values={{ ago: { elapsed: now - Date.parse(feed.issued) } }} />;
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
