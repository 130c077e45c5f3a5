import type { WorldEvent } from "./core/events.ts";
import type { Feed } from "./core/feed.ts";
import { acceptFeed, FEED_PATH, FEED_SIZE_LIMIT } from "./core/feed-envelope.ts";
import { SECOND } from "./core/time.ts";
import { type FeedSetting, feedSetting } from "./feed-settings.ts";
import { type FeedState, loadFeedState, saveFeedState } from "./feed-state.ts";
import { verifyFeed } from "./feed-verification.ts";
import { checkReachability } from "./reachability.ts";
import { readCapped } from "./read-capped.ts";

const PATIENCE = 10 * SECOND;

type Outcome =
  | { result: "new"; feed: Feed; etag: string | null }
  | { result: "unchanged" }
  | { result: "refused"; reason: string }
  | { result: "unreachable"; reason: string };

/**
 * Fetches the feed whole and matches nothing on the way, so that no mirror learns what anybody visits. What arrives goes into
 * the world as an event; the last good copy stays in local storage and is shown with its age.
 */
export function createFeedClient(tell: (event: WorldEvent) => void) {
  let running: Promise<{ ok: boolean; reason: string | null }> | null = null;

  async function refresh(freshFor: number): Promise<{ ok: boolean; reason: string | null }> {
    const setting = await feedSetting();
    if (setting === null) return { ok: false, reason: "no feed is set" };
    const state = await loadFeedState(setting);
    if (state.checked !== null && state.trouble === null && Date.now() - Date.parse(state.checked) < freshFor)
      return { ok: true, reason: null };
    return await askMirrors(setting, state);
  }

  /** Asks the mirrors in random order until one has something good; each failure on the way is itself evidence. */
  async function askMirrors(setting: FeedSetting, before: FeedState): Promise<{ ok: boolean; reason: string | null }> {
    let trouble: FeedState["trouble"] = { kind: "unreachable", reason: "no mirror answered" };
    for (const mirror of shuffled(setting.mirrors)) {
      const outcome = await askMirror(mirror, setting, before);
      const now = Date.now();
      if (outcome.result === "unreachable") {
        trouble = trouble?.kind === "refused" ? trouble : { kind: "unreachable", reason: `${mirror}: ${outcome.reason}` };
        tell({ event: "feed-failed", at: now, mirror, error: outcome.reason });
        continue;
      }
      if (outcome.result === "refused") {
        trouble = { kind: "refused", reason: `${mirror}: ${outcome.reason}` };
        continue;
      }
      const checked = new Date(now).toISOString();
      if (outcome.result === "unchanged") {
        await saveFeedState({ ...before, checked, trouble: null });
        if (before.feed !== null) tell({ event: "feed", at: now, feed: before.feed });
        return { ok: true, reason: null };
      }
      const { feed, etag } = outcome;
      const etags = etag === null ? before.etags : { ...before.etags, [mirror]: etag };
      await saveFeedState({ ...before, feed, sequence: feed.sequence, checked, etags, trouble: null });
      tell({ event: "feed", at: now, feed });
      return { ok: true, reason: null };
    }
    await saveFeedState({ ...before, trouble });
    return { ok: false, reason: trouble?.reason ?? null };
  }

  async function askMirror(mirror: string, setting: FeedSetting, state: FeedState): Promise<Outcome> {
    const etag = state.feed === null ? undefined : state.etags[mirror];
    let reply: Response;
    let bytes: Uint8Array<ArrayBuffer> | null;
    try {
      reply = await fetch(`${mirror}${FEED_PATH}`, {
        headers: etag === undefined ? {} : { "If-None-Match": etag },
        redirect: "error",
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (reply.status === 304) return { result: "unchanged" };
      if (reply.status !== 200) return { result: "unreachable", reason: `HTTP ${reply.status}` };
      bytes = await readCapped(reply, FEED_SIZE_LIMIT);
    } catch (problem) {
      return { result: "unreachable", reason: problem instanceof Error ? problem.name : "network" };
    }
    if (bytes === null) return { result: "refused", reason: "larger than a feed may be" };
    const verified = await verifyFeed(bytes, [setting.rootKey], Date.now());
    if (!verified.ok) return { result: "refused", reason: verified.reason };
    if (verified.feed.sequence === state.sequence && state.feed !== null) return { result: "unchanged" };
    const accepted = acceptFeed(verified.feed, state.sequence, Date.now());
    return accepted.ok
      ? { result: "new", feed: verified.feed, etag: reply.headers.get("etag") }
      : { result: "refused", reason: accepted.reason };
  }

  return {
    /** Brings the last good copy back into the world, then looks for a newer one if it is old. */
    async start(): Promise<void> {
      const setting = await feedSetting();
      if (setting === null) return;
      const state = await loadFeedState(setting);
      if (state.feed !== null && state.checked !== null) tell({ event: "feed", at: Date.parse(state.checked), feed: state.feed });
      await this.refresh(5 * 60 * SECOND);
    },

    /** Looks for a newer copy unless the last look is younger than `freshFor` milliseconds. One look at a time. */
    refresh(freshFor: number): Promise<{ ok: boolean; reason: string | null }> {
      running ??= refresh(freshFor).finally(() => {
        running = null;
      });
      return running;
    },

    /** Null where no feed is set: there is nobody to ask. */
    async checkReachability(): Promise<{ result: "reached" | "captive" | "unreachable" } | null> {
      const setting = await feedSetting();
      if (setting === null) return null;
      const { result, skew } = await checkReachability(setting.mirrors);
      tell({ event: "connectivity", at: Date.now(), result, skew });
      return { result };
    },
  };
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
