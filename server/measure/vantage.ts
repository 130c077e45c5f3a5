import { setTimeout as wait } from "node:timers/promises";
import { messageOf } from "../../utils/core/message-of.ts";
import { DAY, MINUTE } from "../../utils/core/time.ts";
import type { View } from "../probe/view.ts";
import type { MeasurementStore } from "../store/measurement-store.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { anchorsAnswer, failsTooMuch, latestOutcomes } from "./own-control.ts";
import type { Robots } from "./robots.ts";
import { afterOutcome, newRecord, type TargetRecord, withoutFailures } from "./target-record.ts";
import type { MeasuredTarget } from "./targets.ts";
import { namedTargets, type VantageView, writeVantageView } from "./vantage-view.ts";

/** Parts of a round: until when targets are asked, and when the anchors are. Each question takes ten seconds at most. */
const ASKED_UNTIL = 0.75;
const ANCHORS_AT = 0.9;
/** Rounds begin up to this part of a round later, so that no target is asked at the same second of each minute, nor twice within one. */
const JITTER = 0.05;

export type VantageOptions = Pick<VantageView, "vantage" | "country" | "asn" | "targets"> & {
  list: readonly MeasuredTarget[];
  /** The ids of the targets that are asked last: see `own-control.ts`. */
  anchors: readonly string[];
  store: MeasurementStore;
  /** Names this process. */
  holder: string;
  /** Asks one target once. Never throws. */
  ask(target: MeasuredTarget, stop: AbortSignal): Promise<View>;
  robots: Robots;
  /** Milliseconds of the epoch. */
  now(): number;
  random(): number;
  log(line: string): void;
  /** Milliseconds of a round; a minute, except in tests. */
  round?: number | undefined;
};

/** Figures for the operator. */
export type VantageState = { vantage: string; speaks: boolean; failing: number; unseen: number; slow: number };

export type Vantage = {
  state(): VantageState;
  /**
   * Whether this process sees nothing of anybody: the anchors did not answer when they were last asked, or were not asked yet, or most of
   * the targets that were asked last fail.
   */
  isBlind(): boolean;
  stop(): Promise<void>;
};

/**
 * Asks every target once a minute from where this process stands, and stores what it has seen at the end of each round. Where the own
 * connection is in doubt it stores nothing and withdraws what it has said.
 */
export async function startVantage(options: VantageOptions): Promise<Vantage> {
  const { vantage, list, anchors, store, holder, ask, robots, now, random, log, round = MINUTE } = options;
  const known = new Map(Object.entries(await store.answered(vantage)));
  const records = new Map(list.map(({ id }): [string, TargetRecord] => [id, newRecord(known.get(id) ?? null)]));
  const anchored = list.filter(({ id }) => anchors.includes(id));
  const order = shuffled(
    list.filter((target) => !anchored.includes(target)),
    random,
  );
  const stopping = new AbortController();
  const { signal } = stopping;
  let state: VantageState = { vantage, speaks: false, failing: 0, unseen: list.length, slow: 0 };
  let saved = now();
  const askedAt = new Map<string, number>();
  const latest = latestOutcomes();
  /** Whether the anchors answered at the end of the round before. */
  let answeredBefore = false;

  /** Never throws, because nobody waits for it when this process ends. */
  async function question(target: MeasuredTarget, outcomes: Map<string, Outcome>): Promise<void> {
    const record = records.get(target.id);
    if (record === undefined || record.restsUntil > now()) return;
    // The process may have been late in the round before.
    await waitUntil((askedAt.get(target.id) ?? Number.NEGATIVE_INFINITY) + round).catch(() => {});
    if (signal.aborted) return;
    askedAt.set(target.id, performance.now());
    if (robots.isDue(target, now())) await robots.read(target, now());
    else if (robots.forbids(target)) outcomes.set(target.id, { kind: "unseen", rest: 0 });
    else {
      const outcome = outcomeOf(await ask(target, signal));
      outcomes.set(target.id, outcome);
      latest.add(outcome);
    }
  }

  async function askAll(begun: number, outcomes: Map<string, Outcome>): Promise<void> {
    const asked: Promise<void>[] = [];
    for (const [index, target] of order.entries()) {
      await waitUntil(begun + (round * ASKED_UNTIL * index) / order.length);
      asked.push(question(target, outcomes));
    }
    await waitUntil(begun + round * ANCHORS_AT);
    asked.push(...anchored.map((target) => question(target, outcomes)));
    await Promise.all(asked);
  }

  async function playRound(begun: number): Promise<void> {
    const outcomes = new Map<string, Outcome>();
    await askAll(begun, outcomes);
    const answered = anchorsAnswer(outcomes, anchors);
    const isSure = answered && answeredBefore && !failsTooMuch(outcomes);
    answeredBefore = answered;
    const at = now();
    for (const [id, record] of records) records.set(id, nextRecord(record, outcomes.get(id), isSure, at));
    await tell(isSure, outcomes, at);
  }

  async function tell(isSure: boolean, outcomes: ReadonlyMap<string, Outcome>, at: number): Promise<void> {
    const named = namedTargets(records, at);
    const slow = [...outcomes.values()].filter((outcome) => outcome.kind === "answered" && outcome.slow).length;
    const speaks = isSure && (await store.save(holder, vantage, at, writeVantageView({ ...options, at, ...named })));
    if (!isSure) await store.withdraw(holder, vantage);
    if (isSure && !speaks) log(`vantage ${vantage}: another process measures under this name, so this one says nothing`);
    else if (speaks !== state.speaks)
      log(`vantage ${vantage}: ${speaks ? "speaks" : "its own connection is in doubt, so it says nothing"}`);
    state = { vantage, speaks, failing: named.failing.length, unseen: named.unseen.length, slow };
    if (at - saved >= DAY / 24) await saveAnswered(at);
  }

  async function saveAnswered(at: number): Promise<void> {
    saved = at;
    const answered = [...records].flatMap(([id, { lastAnswered }]) => (lastAnswered === null ? [] : [[id, lastAnswered]]));
    await store.saveAnswered(vantage, Object.fromEntries(answered));
  }

  async function waitUntil(instant: number): Promise<void> {
    // Timers may end a millisecond early (Node 24.21, 2026-11-30).
    for (let left = instant - performance.now(); left > 0; left = instant - performance.now())
      await wait(Math.ceil(left), undefined, { signal });
    signal.throwIfAborted();
  }

  async function run(): Promise<void> {
    const first = new Map<string, Outcome>();
    await Promise.all(anchored.map((target) => question(target, first)));
    answeredBefore = anchorsAnswer(first, anchors);
    // The anchors of the first round must not come sooner than a minute later.
    let begun = performance.now() + round * (1 - ANCHORS_AT);
    for (;;) {
      await waitUntil(begun);
      await playRound(begun).catch((problem) => {
        if (!signal.aborted) log(`vantage ${vantage}: ${messageOf(problem)}`);
      });
      begun = Math.max(begun + round * (1 + random() * JITTER), performance.now());
    }
  }

  const running = run().catch((problem) => {
    if (!signal.aborted) log(`vantage ${vantage} ended: ${messageOf(problem)}`);
  });
  return {
    state: () => state,
    isBlind: () => !answeredBefore || latest.failTooMuch(),
    async stop() {
      stopping.abort();
      await running;
      await saveAnswered(now()).catch(() => {});
      await store.withdraw(holder, vantage).catch(() => {});
    },
  };
}

/** Outcomes of a round that is in doubt count for nothing, but a pause that somebody asked for is kept. */
function nextRecord(record: TargetRecord, outcome: Outcome | undefined, isSure: boolean, at: number): TargetRecord {
  if (isSure) return outcome === undefined ? record : afterOutcome(record, outcome, at);
  const rested = outcome === undefined || outcome.rest === 0 ? record : { ...record, restsUntil: at + outcome.rest };
  return withoutFailures(rested);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
