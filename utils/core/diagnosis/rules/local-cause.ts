import { MINUTE } from "../../time.ts";
import { TYPICAL } from "../weighing/fault-likelihoods.ts";
import type { Posterior } from "../weighing/posterior.ts";
import type { Weighing } from "../weighing/weigh.ts";
import type { LocalCause } from "./finding.ts";

/** The local cause named must have at least this share of the probability that the cause is on this side at all. Judged. */
const LEAST_SHARE = 0.25;

/** A clock that differs by less is right: certificates are valid for days. Judged (2026-11-30). */
const CLOCK_RIGHT = 10 * MINUTE;

type WeighedCause = Exclude<LocalCause, "offline" | "blocked">;

const HYPOTHESIS_OF: readonly [WeighedCause, keyof Posterior][] = [
  ["no-internet", "device"],
  ["dns", "dns"],
  ["captive-portal", "portal"],
  ["proxy", "proxy"],
  ["clock", "clock"],
  ["interception", "interception"],
];

/** The likeliest cause on this side among those that the evidence supports; null where it supports none. */
export function localCause(weighing: Weighing): LocalCause | null {
  if (weighing.site.kind === "offline") return "offline";
  const total = HYPOTHESIS_OF.reduce((sum, [, hypothesis]) => sum + weighing.posterior[hypothesis], 0);
  let best: LocalCause | null = null;
  let highest = total * LEAST_SHARE;
  for (const [cause, hypothesis] of HYPOTHESIS_OF) {
    const probability = weighing.posterior[hypothesis];
    if (probability > highest && isSupported(cause, weighing)) {
      best = cause;
      highest = probability;
    }
  }
  return best;
}

/** What each local cause needs besides its probability: unrelated witnesses, or a statement of the browser or the check. */
export function isSupported(cause: WeighedCause, { site, contrast, reachability, evidence, skew }: Weighing): boolean {
  const kinds = [site.kind, ...contrast.failing.map(({ kind }) => kind)];
  const typical = (hypothesis: "dns" | "clock" | "interception" | "proxy") =>
    kinds.filter((kind) => TYPICAL[hypothesis]?.includes(kind)).length;
  switch (cause) {
    case "captive-portal":
      return reachability?.result === "captive" || kinds.includes("portal");
    case "proxy":
      return kinds.includes("proxy") || typical("proxy") >= 2;
    case "clock":
      if (skew !== null && Math.abs(skew) <= CLOCK_RIGHT) return false;
      return typical("clock") >= 2 || (typical("clock") > 0 && evidence.some(({ kind }) => kind === "clock-skew"));
    case "interception":
      return typical("interception") >= 2;
    case "dns":
      return typical("dns") >= 2 || (site.kind === "dns" && reachability?.result === "unreachable");
    case "no-internet":
      // A dead line and a dead resolver both end as "no such name". Where no other failure was seen, the resolver is the better lead.
      if (kinds.length >= 2) return typical("dns") < kinds.length;
      return site.kind === "device" || (reachability?.result === "unreachable" && site.kind !== "dns");
  }
}
