import { incidentCounts } from "../weighing/cloud-suspect.ts";
import { LIKELY } from "../weighing/likelihoods.ts";
import type { Rule } from "./rule.ts";

/**
 * Sites of several owners on one place are silent while others answer, and nothing says that the place itself fails: the way to it is
 * cut. Court orders, censors and broken routes do that, to shared edges above all. It asks for a pattern and not for a probability,
 * because neighbours that answer are a part of the pattern.
 */
export const route: Rule<"route"> = {
  name: "route",
  conclude({ weighing: { suspect, hasControl }, likeliest, probability }) {
    if (suspect?.correlation !== "cut" || suspect.hosting === "guessed" || likeliest === "local" || !hasControl) return null;
    if (incidentCounts(suspect) || suspect.failsAt > 0) return null;
    const confidence = Math.max(LIKELY, probability.provider + probability.network);
    return { finding: { scope: "network", cause: "route", subject: suspect.place }, confidence };
  },
};
