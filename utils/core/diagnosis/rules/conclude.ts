import type { Snapshot } from "../health/snapshot.ts";
import type { Posterior } from "../weighing/posterior.ts";
import type { Weighing } from "../weighing/weigh.ts";
import { connection } from "./connection.ts";
import { answersAgain, ledByOthers } from "./not-yet.ts";
import { browserSaysOffline, filtered, nothingAnswers, ownSide, pinned, portalInTheWay, proxyAnsweredTheCheck } from "./own-side.ts";
import { provider } from "./provider.ts";
import { route } from "./route.ts";
import { type Case, type Conclusion, unclear, type WeighedScope } from "./rule.ts";
import { site } from "./site.ts";
import { amongSeveral, certificateAskedFor, noControl, oneFailure, tooUnsure } from "./unsure.ts";

/**
 * The rules in the order in which they are asked; the first that concludes decides. What the browser or the check states comes before
 * the posterior, and the conditions for blaming a provider, a network or a site come before the rules that blame them. To add a rule,
 * put it in this list, and into `rules.test.ts` a scene that it decides.
 */
export const RULES = [
  browserSaysOffline,
  nothingAnswers,
  proxyAnsweredTheCheck,
  portalInTheWay,
  filtered,
  pinned,
  ledByOthers,
  route,
  tooUnsure,
  certificateAskedFor,
  ownSide,
  noControl,
  provider,
  connection,
  answersAgain,
  oneFailure,
  amongSeveral,
  site,
] as const;

/** The rule that decided; `none` where no rule did. */
export type RuleName = (typeof RULES)[number]["name"] | "none";

/** Of two scopes alike the first is the likeliest. */
const SCOPES: readonly WeighedScope[] = ["local", "provider", "network", "site"];

/** Turns the posterior of one site into a conclusion, within rules that hold whatever the model is. */
export function conclude(snapshot: Snapshot, weighing: Weighing): Conclusion & { rule: RuleName } {
  const given = caseOf(snapshot, weighing);
  for (const { name, conclude: decide } of RULES) {
    const conclusion = decide(given);
    if (conclusion !== null) return { ...conclusion, rule: name };
  }
  return { ...unclear(given), rule: "none" };
}

function caseOf(snapshot: Snapshot, weighing: Weighing): Case {
  const probability = byScope(weighing.posterior);
  const likeliest = SCOPES.reduce((best, scope) => (probability[scope] > probability[best] ? scope : best));
  return { snapshot, weighing, probability, likeliest };
}

function byScope(p: Posterior): Case["probability"] {
  return {
    local: p.device + p.dns + p.portal + p.proxy + p.clock + p.interception,
    provider: p.provider,
    network: p.isp,
    site: p.site,
  };
}
