import type { Ratio } from "./statistics.ts";

/** `1.02 (0.99–1.05)` */
export function inWords({ middle, lower, upper }: Ratio): string {
  return `${middle.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}

/** How much more than the same: a ratio of 1.07 is 7. */
export function extraPercent(ratio: number): number {
  return (ratio - 1) * 100;
}
