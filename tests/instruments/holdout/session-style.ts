import type { Random } from "../scenarios/random.ts";

type Range = readonly [low: number, high: number];

/**
 * How the browser and the person of one hold-out scenario behave. Each value is drawn by itself from a wide range, so that no style is the usual
 * one: the diagnosis must not depend on the style of one author.
 */
export type SessionStyle = {
  /** Pages seen before the trouble. */
  before: number;
  /** Milliseconds between two pages, and before somebody tries a failed one again. */
  gap: Range;
  retry: Range;
  /** Requests that a page makes, and the share of them that are calls. */
  parts: Range;
  calls: number;
  /** Whether requests say who made them, how long they took, and that they did not come from a cache. */
  initiator: number;
  durations: boolean;
  saysFromCache: boolean;
  /** Which of the two reports of one failure comes first (1: always the navigation's), and how far apart they come. */
  navigationFirst: number;
  lag: number;
  /** How often one of the two is missing: the one that does not decide. */
  missingReport: number;
  /** How often Firefox reports a meaningless error for an ordinary page. */
  spurious: number;
  learned: boolean;
  /** `one`: everything in tab 1; `two`: the trouble in one, the rest in another; `own`: each site has a tab of its own. */
  tabs: "one" | "two" | "own";
  /** When the extension looked whether anything can be reached. */
  checks: "never" | "failures" | "last";
  feed: "none" | "silent" | "repeated" | "foreign" | "old";
  /** Other pages between two failing ones. */
  between: Range;
  noise: { blocker: boolean; deadTracker: boolean; favicon: boolean; takenBack: number; stumbles: number; missing: number };
  restart: "never" | "early" | "middle" | "late";
  /** Milliseconds from the last event to the question. */
  pause: Range;
  timeout: Range;
  givesUpAfter: Range;
  language: number;
};

export function drawSessionStyle(random: Random): SessionStyle {
  const pace = random.pick([
    [300, 1_500],
    [800, 4_000],
    [2_000, 20_000],
    [8_000, 60_000],
  ] as const);
  return {
    before: random.pick([0, 0, 1, 2, 4, 8, 15, 40]),
    gap: pace,
    retry: random.pick([
      [1_200, 4_000],
      [3_000, 12_000],
      [8_000, 40_000],
    ] as const),
    parts: random.pick([
      [0, 0],
      [1, 3],
      [2, 8],
      [6, 16],
    ] as const),
    calls: random.pick([0.2, 0.4, 0.7]),
    initiator: random.pick([0, 0, 0.5, 1]),
    durations: random.chance(0.8),
    saysFromCache: random.chance(0.7),
    navigationFirst: random.pick([0, 0.5, 1]),
    lag: random.pick([0, 0, 4, 60, 900]),
    missingReport: random.pick([0, 0, 0.2, 1]),
    spurious: random.pick([0, 0.3, 1]),
    learned: random.chance(0.35),
    tabs: random.pick(["one", "two", "two", "own"] as const),
    checks: random.pick(["never", "failures", "failures", "last"] as const),
    feed: random.pick(["none", "none", "silent", "silent", "repeated", "foreign", "old"] as const),
    between: random.pick([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 4],
    ] as const),
    noise: {
      blocker: random.chance(0.3),
      deadTracker: random.chance(0.25),
      favicon: random.chance(0.5),
      takenBack: random.pick([0, 0.05, 0.3]),
      stumbles: random.pick([0, 0, 0.02]),
      missing: random.pick([0, 0.03, 0.15]),
    },
    restart: random.pick(["never", "never", "early", "middle", "late"] as const),
    pause: random.pick([
      [0, 0],
      [50, 2_500],
      [2_000, 12_000],
    ] as const),
    timeout: random.pick([
      [4_000, 9_000],
      [16_000, 28_000],
      [30_000, 75_000],
    ] as const),
    givesUpAfter: random.pick([
      [15_000, 22_000],
      [20_000, 60_000],
    ] as const),
    language: random.integer(0, 9),
  };
}
