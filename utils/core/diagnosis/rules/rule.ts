import type { Snapshot } from "../health/snapshot.ts";
import type { Weighing } from "../weighing/weigh.ts";
import type { Finding, LocalCause } from "./finding.ts";

/** The scopes among which the posterior decides. */
export type WeighedScope = "local" | "provider" | "network" | "site";

/** Everything that the rules ask about one site in trouble. */
export type Case = {
  snapshot: Snapshot;
  weighing: Weighing;
  /** The posterior probability of each scope; `local` is the sum of all causes on this side. */
  probability: { readonly [scope in WeighedScope]: number };
  /** The scope with the highest probability; of two alike the first of local, provider, network, site. */
  likeliest: WeighedScope;
};

/** What is to be reported of one site, and how sure that is (0 to 1). */
export type Conclusion = { finding: Finding; confidence: number };

/** One rule: it decides the case, or leaves it to the rules after it. */
export type Rule<Name extends string = string> = { name: Name; conclude(given: Case): Conclusion | null };

/** Something fails, and the evidence does not say whose fault it is. */
export function unclear({ weighing, probability, likeliest }: Case): Conclusion {
  return { finding: { scope: "unclear", cause: null, subject: weighing.site.name }, confidence: probability[likeliest] };
}

/** The cause is on this side. */
export function local(cause: LocalCause, confidence: number): Conclusion {
  return { finding: { scope: "local", cause, subject: null }, confidence };
}
