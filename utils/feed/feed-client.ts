import { acceptFeed, FEED_SIZE_LIMIT } from "../core/feed/envelope.ts";
import type { Feed } from "../core/feed/feed.ts";
import { isFrozen } from "../core/feed/freshness.ts";
import { joinFeeds } from "../core/feed/join.ts";
import { FEED_PATH } from "../core/feed/paths.ts";
import { SECOND } from "../core/time.ts";
import type { WorldEvent } from "../core/world/events.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import { readCapped } from "../net/read-capped.ts";
import type { FeedSetting } from "../storage/keys.ts";
import { directAnswers } from "./direct-answers.ts";
import { feedSetting, feedSettings } from "./feed-settings.ts";
import { type FeedState, keptFeeds, loadFeedState, saveFeedState } from "./feed-state.ts";
import { checkReachability } from "./reachability.ts";
import { verifyFeed } from "./verify-feed.ts";

type Outcome =
  | { result: "new"; feed: Feed; etag: string | null }
  | { result: "unchanged" }
  | { result: "refused"; reason: string }
  | { result: "unreachable"; reason: string };

type Answer = { ok: boolean; reason: string | null };

/**
 * Fetches feeds whole and matches nothing on the way, so that no mirror learns what anybody visits. What arrives goes into the
 * world as an event, several feeds joined into one; the last good copies stay in local storage and are shown with their age.
 */
export function createFeedClient(tell: (event: WorldEvent) => void) {
  let running: Promise<Answer> | null = null;
  /** What the world was told last: the same again tells nothing. */
  let told = "";
  /** A mirror answered after others failed: the line is open after all, and the world is to hear it although the feed is the same. */
  let heardAgain = false;

  /** Looks at every feed whose copy is old. The main one's answer is the answer. */
  async function refresh(freshFor: number): Promise<Answer> {
    const { feeds } = await feedSettings();
    const answers = await Promise.all(feeds.map((setting, index) => refreshOne(setting, freshFor, index === 0)));
    if (heardAgain) told = "";
    heardAgain = false;
    await tellWorld();
    return answers[0] ?? { ok: false, reason: "no feed is set" };
  }

  async function refreshOne(setting: FeedSetting, freshFor: number, isMain: boolean): Promise<Answer> {
    const state = await loadFeedState(setting);
    const age = state.checked === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(state.checked);
    // A copy from the future is one that a wrong clock dated.
    if (state.trouble === null && age >= 0 && age < freshFor) return { ok: true, reason: null };
    const next = await askMirrors(setting, state, isMain);
    await saveFeedState(setting, next);
    return { ok: next.trouble === null, reason: next.trouble?.reason ?? null };
  }

  /**
   * Asks the mirrors in random order until one has something good. A mirror that has only the copy already here is believed while
   * that copy is young; an old one is asked about at the others too, and if none has better, somebody may be holding it back.
   */
  async function askMirrors(setting: FeedSetting, before: FeedState, isMain: boolean): Promise<FeedState> {
    let trouble: FeedState["trouble"] = { kind: "unreachable", reason: "no mirror answered" };
    let stuck = false;
    let missed = false;
    for (const mirror of shuffled(setting.mirrors)) {
      const outcome = await askMirror(mirror, setting, before);
      const now = Date.now();
      const checked = new Date(now).toISOString();
      if (outcome.result === "unreachable") {
        if (trouble?.kind !== "refused") trouble = { kind: "unreachable", reason: `${mirror}: ${outcome.reason}` };
        // A company's own mirrors may be out of reach on purpose; only those of the main feed tell of the line.
        if (isMain) tell({ event: "feed-failed", at: now, mirror, error: outcome.reason });
        missed ||= isMain;
      } else if (outcome.result === "refused") {
        trouble = { kind: "refused", reason: `${mirror}: ${outcome.reason}` };
      } else if (outcome.result === "new") {
        const { feed, etag } = outcome;
        const etags = etag === null ? before.etags : { ...before.etags, [mirror]: etag };
        return { feed, sequence: feed.sequence, checked, etags, trouble: null };
      } else if (before.feed === null || !isFrozen(before.feed, now)) {
        if (missed || (isMain && before.trouble !== null)) heardAgain = true;
        return { ...before, checked, trouble: null };
      } else stuck = true;
    }
    if (!stuck || before.feed === null) return { ...before, trouble };
    if (missed) heardAgain = true;
    const { sequence, issued } = before.feed;
    const reason = `no mirror has anything newer than number ${sequence} of ${issued}${trouble?.kind === "refused" ? `; ${trouble.reason}` : ""}`;
    return { ...before, checked: new Date().toISOString(), trouble: { kind: "frozen", reason } };
  }

  async function askMirror(mirror: string, setting: FeedSetting, state: FeedState): Promise<Outcome> {
    const etag = state.feed === null ? undefined : state.etags[mirror];
    let reply: Response;
    let bytes: Uint8Array<ArrayBuffer> | null;
    try {
      reply = await fetchWithoutTrace("feed", `${mirror}${FEED_PATH}`, etag === undefined ? {} : { headers: { "If-None-Match": etag } });
      // "Unchanged" to a question that named no copy says nothing.
      if (reply.status === 304 && etag !== undefined) return { result: "unchanged" };
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

  /** Tells the world what all feeds, and the status pages that were asked, say together. */
  async function tellWorld(): Promise<void> {
    const now = Date.now();
    const [kept, direct] = await Promise.all([keptFeeds(await feedSettings()), directAnswers(now)]);
    const parts = [
      ...kept.flatMap(({ setting, state }) => (state.feed === null ? [] : [{ of: setting.rootKey, feed: state.feed }])),
      ...direct.map((feed) => ({ of: "direct", feed })),
    ];
    const feed = joinFeeds(
      parts.map((part) => part.feed),
      now,
    );
    if (feed === null) return;
    const telling = JSON.stringify([parts.map(({ of, feed: { sequence } }) => [of, sequence]), feed.expires]);
    if (telling === told) return;
    told = telling;
    // The main feed's coming through is also proof of the line, so the time is its own.
    const checked = kept[0]?.state.checked ?? null;
    tell({ event: "feed", at: checked === null ? now : Date.parse(checked), feed, instead: true });
  }

  return {
    /** Brings the last good copies back into the world, then looks for newer ones if they are old. */
    async start(): Promise<void> {
      await tellWorld();
      await this.refresh(5 * 60 * SECOND);
    },

    /** Looks for newer copies unless the last look is younger than `freshFor` milliseconds. One look at a time. */
    refresh(freshFor: number): Promise<Answer> {
      running ??= refresh(freshFor).finally(() => {
        running = null;
      });
      return running;
    },

    /** Takes the answers of status pages that were asked directly into the world. */
    takeDirectAnswers: () => tellWorld(),

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
