import { joinVantages } from "../../../server/measure/join-vantages.ts";
import type { Outcome } from "../../../server/measure/outcome.ts";
import { afterOutcome, newRecord, type TargetRecord } from "../../../server/measure/target-record.ts";
import { namedTargets, type VantageView } from "../../../server/measure/vantage-view.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import type { Attack } from "./attacks.ts";
import { type Random, randomFrom } from "./random.ts";

const TARGETS = 600;
const MINUTES = 120;
/** The outage of the second hour: so many targets fail. */
const FAILING = 25;
const OUTAGE_FROM = 60;
/** Of the requests to a failing target so many succeed, as in most outages. */
const ANSWERED_IN_OUTAGE = 0.2;
/** Of those to a healthy one so many are lost, in spite of ten seconds and repeated packets. Two vantages at once lose one every other day. */
const LOST = 0.0005;
/** So many minutes in a row a healthy target must be told to fail to count: chance does not do that. */
const MADE_FOR = 2;
/** Some targets turn some vantages away. */
const TURNED_AWAY = 0.1;
const START = Date.UTC(2026, 2, 2, 12);
const LIST = { sha256: "list", count: TARGETS };

type Lie = "all fail" | "all answer" | "the opposite" | "one target fails" | "what others cannot see fails";
const LIES: readonly Lie[] = ["all fail", "all answer", "the opposite", "one target fails", "what others cannot see fails"];

/** Three vantages, one of which lies: outages that it makes, and an outage that it unmakes. */
export function lyingVantages(runs: number, seed: number): Attack[] {
  return [null, ...LIES].map((lie) => {
    let made = 0;
    let unmade = 0;
    let delay = 0;
    for (let run = 0; run < runs; run++) {
      const result = play(lie, randomFrom(seed + run));
      if (result.made > 0) made++;
      if (result.noticed === null) unmade++;
      delay += result.noticed ?? 0;
    }
    const name = lie === null ? "three honest vantages" : `one of three vantages lies: ${lie}`;
    return {
      name,
      alarms: made + unmade,
      runs,
      note: `outages made or unmade; a true one noticed after ${(delay / Math.max(1, runs - unmade)).toFixed(1)} min`,
    };
  });
}

/** @returns how many healthy targets were ever told to fail, and after how many minutes nine tenths of the failing ones were */
function play(lie: Lie | null, random: Random): { made: number; noticed: number | null } {
  const targets = Array.from({ length: TARGETS }, (_, index) => `t${index}`);
  const fails = (index: number, minute: number) => index < FAILING && minute >= OUTAGE_FROM;
  const vantages = ["fra", "iad", "sin"].map((name, number) => ({
    name,
    isLiar: number === 0 && lie !== null,
    away: new Set(targets.filter(() => random() < TURNED_AWAY)),
    records: new Map(targets.map((target): [string, TargetRecord] => [target, newRecord(START - MINUTE)])),
  }));
  const hidden = new Set(targets.filter((target) => vantages.slice(1).every(({ away }) => away.has(target))));
  const told = new Map<string, number>();
  let made = 0;
  let noticed: number | null = null;
  for (let minute = 0; minute < MINUTES; minute++) {
    const now = START + minute * MINUTE;
    const views = vantages.map(({ name, isLiar, away, records }): VantageView => {
      for (const [index, target] of targets.entries()) {
        const isDown = isLiar ? lieAbout(lie, target, fails(index, minute), hidden) : fails(index, minute);
        const outcome = !isLiar && away.has(target) ? UNSEEN : outcomeOf(isDown, isLiar, random);
        records.set(target, afterOutcome(records.get(target) ?? newRecord(null), outcome, now));
      }
      return { vantage: name, country: null, asn: null, at: now, targets: "list", ...namedTargets(records, now) };
    });
    const joint = joinVantages(views, LIST, now);
    const failing = new Set(joint?.fail.map(({ target }) => target));
    for (const target of targets) told.set(target, failing.has(target) ? (told.get(target) ?? 0) + 1 : 0);
    made += targets.filter((target, index) => index >= FAILING && told.get(target) === MADE_FOR).length;
    const found = targets.filter((target, index) => index < FAILING && failing.has(target)).length;
    const visible = targets.filter((target, index) => index < FAILING && vantages.slice(1).every(({ away }) => !away.has(target))).length;
    if (noticed === null && minute >= OUTAGE_FROM && found >= 0.9 * visible) noticed = minute - OUTAGE_FROM + 1;
  }
  return { made, noticed };
}

const UNSEEN: Outcome = { kind: "unseen", rest: 0 };

function outcomeOf(isDown: boolean, isLiar: boolean, random: Random): Outcome {
  const answers = isLiar ? !isDown : random() >= (isDown ? 1 - ANSWERED_IN_OUTAGE : LOST);
  return answers ? { kind: "answered", slow: false, rest: 0 } : { kind: "failed", failure: "tcp.timed_out", rest: 0 };
}

function lieAbout(lie: Lie | null, target: string, isDown: boolean, hidden: ReadonlySet<string>): boolean {
  switch (lie) {
    case "all fail":
      return true;
    case "all answer":
      return false;
    case "the opposite":
      return !isDown;
    case "one target fails":
      return isDown || target === "t300";
    case "what others cannot see fails":
      return isDown || hidden.has(target);
    case null:
      return isDown;
  }
}
