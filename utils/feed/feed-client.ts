import { acceptFeed, FEED_SIZE_LIMIT } from "../core/feed/envelope.ts";
import type { Feed } from "../core/feed/feed.ts";
import { isFrozen } from "../core/feed/freshness.ts";
import { joinFeeds } from "../core/feed/join.ts";
import { FEED_PATH } from "../core/feed/paths.ts";
import { originOf } from "../core/net/origin.ts";
import { MINUTE } from "../core/time.ts";
import type { WorldEvent } from "../core/world/events.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import { readCapped } from "../net/read-capped.ts";
import type { FeedSetting } from "../storage/keys.ts";
import { directAnswers } from "./direct-answers.ts";
import { feedSetting, feedSettings } from "./feed-settings.ts";
import { type FeedState, keptFeeds, loadFeedState, saveFeedState } from "./feed-state.ts";
import { checkReachability } from "./reachability.ts";
import { verifyFeed } from "./verify-feed.ts";

/** At the start of the background a copy younger than this is good enough. Judged. */
const START_FRESH = 5 * MINUTE;

/** What a mirror answered. */
type Outcome =
  | { result: "new"; feed: Feed; etag: string | null }
  | { result: "unchanged" }
  | { result: "refused"; reason: string }
  | { result: "unreachable"; reason: string };

/** Whether a feed could be had, and why not. */
type Answer = { ok: boolean; reason: string | null };

/**
 * Downloads whole feeds, and leaves the matching to this browser, so that no mirror learns what a person visits. They reach the world as
 * one event, several feeds joined into one. The last good copies stay in local storage and are shown with their age.
 * @param emit takes the events: a feed, a mirror that failed, and the result of the reachability check
 */
export function createFeedClient(emit: (event: WorldEvent) => void) {
  let running: Promise<Answer> | null = null;
  /** What the last feed event said: the same is not emitted again. */
  let emitted = "";
  /** A mirror answered after others had failed. The connection works after all, so the same feed is emitted again. */
  let reachedAgain = false;

  /** Refreshes every feed whose copy is old. @returns the outcome of the main one */
  async function refresh(freshFor: number): Promise<Answer> {
    const { feeds } = await feedSettings();
    const answers = await Promise.all(feeds.map((setting, index) => refreshOne(setting, freshFor, index === 0)));
    if (reachedAgain) emitted = "";
    reachedAgain = false;
    await emitFeed();
    return answers[0] ?? { ok: false, reason: "no feed is set" };
  }

  async function refreshOne(setting: FeedSetting, freshFor: number, isMain: boolean): Promise<Answer> {
    const state = await loadFeedState(setting);
    const age = state.checked === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(state.checked);
    // A negative age: a wrong clock dated the copy.
    if (state.trouble === null && age >= 0 && age < freshFor) return { ok: true, reason: null };
    const next = await askMirrors(setting, state, isMain);
    await saveFeedState(setting, next);
    return { ok: next.trouble === null, reason: next.trouble?.reason ?? null };
  }

  /**
   * Asks the mirrors in random order until one has a good copy. Where a mirror has only the copy that is here already, that is accepted
   * while the copy is young. Otherwise the other mirrors are asked too, and where none has a newer one, it may be withheld.
   */
  async function askMirrors(setting: FeedSetting, before: FeedState, isMain: boolean): Promise<FeedState> {
    let trouble: FeedState["trouble"] = { kind: "unreachable", reason: "no mirror answered" };
    let isStuck = false;
    let hasMissed = false;
    for (const mirror of shuffled(setting.mirrors)) {
      const outcome = await askMirror(mirror, setting, before);
      const now = Date.now();
      const checked = new Date(now).toISOString();
      if (outcome.result === "unreachable") {
        if (trouble?.kind !== "refused") trouble = { kind: "unreachable", reason: `${mirror}: ${outcome.reason}` };
        // A company's own mirrors may be out of reach on purpose: only those of the main feed say something about the connection.
        if (isMain) emit({ event: "feed-failed", at: now, mirror: originOf(mirror), error: outcome.reason });
        hasMissed ||= isMain;
      } else if (outcome.result === "refused") {
        trouble = { kind: "refused", reason: `${mirror}: ${outcome.reason}` };
      } else if (outcome.result === "new") {
        const { feed, etag } = outcome;
        const etags = etag === null ? before.etags : { ...before.etags, [mirror]: etag };
        return { feed, sequence: feed.sequence, checked, etags, trouble: null };
      } else if (before.feed === null || !isFrozen(before.feed, now)) {
        if (hasMissed || (isMain && before.trouble !== null)) reachedAgain = true;
        return { ...before, checked, trouble: null };
      } else isStuck = true;
    }
    if (!isStuck || before.feed === null) return { ...before, trouble };
    if (hasMissed) reachedAgain = true;
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
      // "Unchanged" is no answer to a request that named no copy.
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

  /** Emits all feeds, and the answers of status pages, joined into one. */
  async function emitFeed(): Promise<void> {
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
    const content = JSON.stringify([parts.map(({ of, feed: { sequence } }) => [of, sequence]), feed.expires]);
    if (content === emitted) return;
    emitted = content;
    // That the main feed came through also proves the connection, so the time is that of its last check.
    const checked = kept[0]?.state.checked ?? null;
    emit({ event: "feed", at: checked === null ? now : Date.parse(checked), feed, instead: true });
  }

  return {
    /** Emits the last good copies, then downloads newer ones where they are old. */
    async start(): Promise<void> {
      await emitFeed();
      await this.refresh(START_FRESH);
    },

    /** Downloads newer copies unless the last check is younger than `freshFor` milliseconds. One refresh at a time. */
    refresh(freshFor: number): Promise<Answer> {
      running ??= refresh(freshFor).finally(() => {
        running = null;
      });
      return running;
    },

    /** Emits the answers of status pages that were asked directly. */
    takeDirectAnswers: () => emitFeed(),

    /** Makes the reachability check; null where no feed, and so no mirror to ask, is set. */
    async checkReachability(): Promise<{ result: "reached" | "captive" | "unreachable" } | null> {
      const setting = await feedSetting();
      if (setting === null) return null;
      const { result, skew } = await checkReachability(setting.mirrors);
      emit({ event: "connectivity", at: Date.now(), result, skew });
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
