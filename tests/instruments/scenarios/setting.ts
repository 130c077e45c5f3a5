/** How a family of traces is drawn. Fitting and reporting use different seeds and different parameters, so that a fit to one of them is not measured on itself. */
export type Split = "fit" | "report";

export type Setting = {
  split: Split;
  /** Number of sites that the person knows. */
  sites: readonly [low: number, high: number];
  /** Milliseconds between two pages: in passing, and while something fails. */
  leisure: readonly [low: number, high: number];
  hurry: readonly [low: number, high: number];
  /** Milliseconds until somebody tries the same page again. */
  retry: readonly [low: number, high: number];
  /** Weights of the length of what the browser saw before the trouble, in minutes. */
  warmUp: Readonly<Record<"none" | "brief" | "some" | "long", number>>;
  /** Share of requests that fail in a partial outage. */
  partial: readonly [low: number, high: number];
  /** Share of noisy requests on an ordinary page, lowest and highest. */
  noise: readonly [low: number, high: number];
  /** Seconds after which a connection times out, and after which people give up on a page that hangs. */
  timeout: readonly [low: number, high: number];
  givesUpAfter: readonly [low: number, high: number];
  /** HTTP statuses with which an origin fails. */
  statuses: readonly number[];
  addresses: readonly ("bench" | "lookalike" | "six")[];
};

export const SETTINGS: Readonly<Record<Split, Setting>> = {
  fit: {
    split: "fit",
    sites: [60, 110],
    leisure: [4_000, 30_000],
    hurry: [900, 6_000],
    retry: [5_000, 18_000],
    warmUp: { none: 3, brief: 2, some: 4, long: 1 },
    partial: [0.4, 0.95],
    noise: [0.02, 0.25],
    timeout: [15, 31],
    givesUpAfter: [15, 40],
    statuses: [500, 502, 503, 504],
    addresses: ["bench", "lookalike"],
  },
  report: {
    split: "report",
    sites: [70, 150],
    leisure: [3_000, 45_000],
    hurry: [600, 11_000],
    retry: [3_500, 30_000],
    warmUp: { none: 3, brief: 3, some: 3, long: 2 },
    partial: [0.3, 1],
    noise: [0, 0.35],
    timeout: [9, 45],
    givesUpAfter: [15.5, 70],
    statuses: [500, 502, 503, 503, 504, 507, 599],
    addresses: ["bench", "lookalike", "six"],
  },
};
