import type { Root } from "../core/feed/root-text.ts";
import type { CheckResult } from "../core/net/check-result.ts";
import { originOf } from "../core/net/origin.ts";
import { SECOND } from "../core/time.ts";
import type { WorldEvent } from "../core/world/events.ts";
import type { FeedSetting } from "../storage/keys.ts";
import { askMirrors, type OnAnswer } from "./ask-mirrors.ts";
import { askableMirrors } from "./askable-mirrors.ts";
import { compareMirrors } from "./compare-mirrors.ts";
import { feedCopies } from "./feed-copies.ts";
import { feedSetting, feedSettings } from "./feed-settings.ts";

import { firstRoot, forgetFeeds, loadFeedState, saveFeedState, underRoot } from "./feed-state.ts";

import { isPrivateMirror, tellingMirrors } from "./private-mirror.ts";
import { checkReachability } from "./reachability.ts";
import { followRoots } from "./root-chain.ts";
import type { FeedState } from "./stored-feed-state.ts";

/** Of the polls, one every five minutes, this share also looks for a next root and asks a second mirror: about one a day. Judged. */
const COMPARING = 1 / 288;

/** A copy of the refresh before. Judged. */
const JUST_NOW = 10 * SECOND;

/** What is emitted of no feed. */
const NOTHING = "[[],0]";

/**
 * Whether a feed could be had, and why not. `reached`: what it says about the connection that a mirror answered with a head that the feed's
 * key signed; null where no mirror did that can say something about it.
 */
type Answer = { ok: boolean; reason: string | null; reached: CheckResult | null };

/** What the reachability check found. */
type Reached = { result: CheckResult };

/** `compare`: also look for a next root, and ask a second mirror. */
type Occasion = { freshFor: number; compare: boolean };

/**
 * Downloads whole feeds, and leaves the matching to this browser, so that no mirror learns what a person visits. It decides nothing
 * about when: see `core/world/connection-doubt.ts` and the engine. The last good copies stay in local storage and are shown with their
 * age.
 * @param emit takes the events: the feeds, a mirror that failed, and what was found about the connection
 * @param random between 0 and 1: the order of the mirrors, and when two are compared
 */
export function createFeedClient(emit: (event: WorldEvent) => void, random: () => number = Math.random) {
  let running: Promise<Answer> | null = null;
  let next: Promise<Answer> | null = null;
  let probing: Promise<Reached | null> | null = null;
  /** When a head last came through, by `performance.now`: a clock that nobody sets back. */
  let reachedAt = Number.NEGATIVE_INFINITY;
  /** What was asked for before an erasure is not kept after it. */
  let erasures = 0;
  /** What the last event of the feeds said: the same is not emitted again. */
  let emitted = NOTHING;

  /** Refreshes every feed whose copy is old. @returns the outcome of the main one */
  async function refresh(occasion: Occasion): Promise<Answer> {
    const { feeds } = await feedSettings();
    const answers = await Promise.all(feeds.map((setting, index) => refreshOne(setting, occasion, index === 0)));
    await emitFeeds();
    return answers[0] ?? { ok: false, reason: "no feed is set", reached: null };
  }

  async function refreshOne(setting: FeedSetting, { freshFor, compare }: Occasion, isMain: boolean): Promise<Answer> {
    const erased = erasures;
    const before = await loadFeedState(setting);
    const age = before.checked === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(before.checked);
    // A negative age: a wrong clock dated the copy.
    if (age >= 0 && age < freshFor)
      return { ok: before.trouble === null, reason: before.trouble?.reason ?? null, reached: reachedBy(setting.mirrors) };
    let reached: Answer["reached"] = null;
    const mirrors = shuffled(await askableMirrors(setting.mirrors), random);
    const telling = tellingMirrors(mirrors);
    const onAnswer: OnAnswer = (answer) => {
      const isTelling = telling.includes(answer.mirror);
      if (answer.result === "opened" && isTelling) reached = reachedBy(telling);
      if (isMain) emitAnswer(answer, isTelling);
    };
    const first = firstRoot(setting);
    const state = await ask(mirrors, first, compare ? await withNextRoot(mirrors, first, before) : before, compare, onAnswer);
    if (erased === erasures) await saveFeedState(setting, state);
    return { ok: state.trouble === null, reason: state.trouble?.reason ?? null, reached };
  }

  async function ask(mirrors: string[], first: Root, before: FeedState, compare: boolean, onAnswer: OnAnswer): Promise<FeedState> {
    const { state, from } = await askMirrors(mirrors, first, before, onAnswer);
    // A feed that forked is compared at each poll, so that the warning ends when it should.
    return from !== null && (compare || state.forked !== null) ? await compareMirrors(mirrors, state, from) : state;
  }

  async function withNextRoot(mirrors: string[], first: Root, state: FeedState): Promise<FeedState> {
    const { root, refused } = await followRoots(mirrors, first, state.root);
    if (refused !== null) console.warn(`the next root of the outage feed was refused: ${refused}`);
    return underRoot(state, root);
  }

  /**
   * What an answer of one of the main feed's mirrors says about the connection. A company's own mirrors may be out of reach on purpose,
   * or answer where nothing else does.
   * @param isTelling a mirror on the internet, or on this network where there is no other
   */
  function emitAnswer(answer: Parameters<OnAnswer>[0], isTelling: boolean): void {
    const at = Date.now();
    if (answer.result === "opened" && isTelling) {
      reachedAt = performance.now();
      const isLocal = isPrivateMirror(answer.mirror);
      const { skew, network } = answer;
      emit({ event: "connectivity", at, ...(isLocal ? { result: "reached-locally" } : { result: "reached", skew, network }) });
    }
    if (answer.result === "unreachable") emit({ event: "feed-failed", at, mirror: originOf(answer.mirror), error: answer.reason });
  }

  /**
   * Emits the copies of all feeds, with the time at which a mirror last had the main one. That also proves the connection, unless a mirror
   * on this network may have had it: which one had it is not kept.
   */
  async function emitFeeds(): Promise<void> {
    const now = Date.now();
    const { kept, copies } = await feedCopies(now);
    const main = kept[0];
    const checked = main?.state.checked == null ? 0 : Date.parse(main.state.checked);
    const content = JSON.stringify([copies.map(({ of, feed: { sequence } }) => [of, sequence]), checked]);
    if (content === emitted) return;
    emitted = content;
    emit({ event: "feeds", at: now, copies, checked, ...(main?.setting.mirrors.some(isPrivateMirror) ? { local: true } : {}) });
  }

  function begin(occasion: Occasion): Promise<Answer> {
    running = refresh(occasion).finally(() => {
      running = null;
    });
    return running;
  }

  /** One refresh at a time. Who comes meanwhile gets a second one, of what the first did not bring: a feed may have been added since. */
  function run(occasion: Occasion): Promise<Answer> {
    if (running === null) return begin(occasion);
    next ??= running
      .catch(() => null)
      .then(() => {
        next = null;
        return begin({ freshFor: JUST_NOW, compare: false });
      });
    return next;
  }

  /** Where no mirror of the main feed gave a head, it is found out what stands in the way. */
  async function runAndProbe(occasion: Occasion): Promise<Answer> {
    const answer = await run(occasion);
    if (answer.reached === null) await probe();
    return answer;
  }

  /** Asks whether this device reaches the mirrors at all. A head that comes through meanwhile says more than a mirror that answers otherwise. */
  function probe(): Promise<Reached | null> {
    probing ??= probeOnce().finally(() => {
      probing = null;
    });
    return probing;
  }

  async function probeOnce(): Promise<Reached | null> {
    const setting = await feedSetting();
    if (setting === null) return null;
    const began = performance.now();
    const mirrors = await askableMirrors(setting.mirrors);
    if (mirrors.length === 0) return null;
    const { result, skew, network } = await checkReachability(mirrors);
    if (result === "reached" || result === "reached-locally" || reachedAt < began)
      emit({ event: "connectivity", at: Date.now(), result, skew, network });
    return { result };
  }

  return {
    /** Emits the last good copies, and the answers of status pages that were asked directly. */
    emitFeeds,

    /** Forgets what is kept of the feeds, see `forgetFeeds`. */
    async erase(): Promise<void> {
      erasures++;
      await forgetFeeds();
      emitted = NOTHING;
    },

    /** The request of every five minutes. */
    poll: () => runAndProbe({ freshFor: 0, compare: random() < COMPARING }),

    /** Downloads newer copies unless the last check is younger than `freshFor` milliseconds. */
    refresh: (freshFor: number) => runAndProbe({ freshFor, compare: false }),

    /**
     * The reachability check. A head that comes through is one; a mirror that never answers takes ten seconds to say so, therefore the
     * shorter check is made at the same time.
     */
    async check(): Promise<Reached | null> {
      const [{ reached }, probed] = await Promise.all([run({ freshFor: 0, compare: false }), probe()]);
      return reached === null ? probed : { result: reached };
    },
  };
}

/** What it says about the connection that one of these mirrors answered. */
function reachedBy(mirrors: readonly string[]): CheckResult {
  return mirrors.every(isPrivateMirror) ? "reached-locally" : "reached";
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
