import type { Views } from "./views.ts";

/** At how many vantages a target failed. */
export function vantagesFailing(given: Views | null, target: string): number {
  const from = given?.fail.find((failing) => failing.target === target)?.from ?? [];
  return from.filter((vantage) => given?.blind.includes(vantage) !== true).length;
}
