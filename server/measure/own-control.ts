import type { Outcome } from "./outcome.ts";

/**
 * The targets by which a vantage knows that its own connection works: three providers that have no network, no name server and no office
 * in common. They are asked last in each round, so that all other answers lie between two checks.
 */
export const ANCHORS: readonly string[] = ["google", "cloudflare", "apple"];

/** So many of them must answer: one may have an outage of its own, which is what is measured here. Judged (2026-11-30). */
export const ANCHORS_NEEDED = 2;

/**
 * When more than this part of all targets fails at once, the trouble is here: no provider stands behind so many. Cloudflare, the largest,
 * serves about a fifth of all sites (W3Techs, 2026). Judged.
 */
export const TOO_MANY = 0.5;

/** Whether the anchors say that this vantage has a connection. */
export function anchorsAnswer(outcomes: ReadonlyMap<string, Outcome>, anchors: readonly string[]): boolean {
  const needed = Math.min(ANCHORS_NEEDED, anchors.length);
  return anchors.filter((anchor) => outcomes.get(anchor)?.kind === "answered").length >= needed;
}

/** Whether so much fails that it must be this vantage. @param outcomes those of one round */
export function failsTooMuch(outcomes: ReadonlyMap<string, Outcome>): boolean {
  let lost = 0;
  for (const { kind } of outcomes.values()) if (kind === "failed" || kind === "this-side") lost++;
  return lost > outcomes.size * TOO_MANY;
}

/** So many targets that were asked last show whether the connection works between two checks of the anchors. Judged (2026-12-01). */
const LATEST = 20;

/** The outcomes of the targets that were asked last, of all kinds of rounds. */
export type LatestOutcomes = {
  add(outcome: Outcome): void;
  /** Whether more than half of them failed. False while there are fewer than `LATEST`: the anchors alone count then. */
  failTooMuch(): boolean;
};

/**
 * Notices a broken connection within seconds, without a request of its own: the anchors are asked once a minute, and some ten targets a
 * second. That more than half of 20 fail by chance while a fifth of all targets do has a probability of 1 in 1,800.
 */
export function latestOutcomes(): LatestOutcomes {
  const kept: Outcome["kind"][] = [];
  return {
    add({ kind }) {
      kept.push(kind);
      if (kept.length > LATEST) kept.shift();
    },
    failTooMuch: () =>
      kept.length === LATEST && kept.filter((kind) => kind === "failed" || kind === "this-side").length > LATEST * TOO_MANY,
  };
}
