import type { Views } from "./views.ts";

/** At how many vantages a target failed. */
export function vantagesFailing(given: Views | null, target: string): number {
  return given?.fail.find((failing) => failing.target === target)?.from.length ?? 0;
}
