import type { SiteHealth } from "../health/site-health.ts";
import { type CloudSuspect, incidentCounts, OWNERS_WITH_MEASUREMENT } from "../weighing/cloud-suspect.ts";
import { type Rule, unclear } from "./rule.ts";

/** An incident alone names a place from this many failing requests on. A fixed rule, not fitted: one failure is a question. */
const REQUESTS_WITH_INCIDENT = 2;
/** At most this many owners may answer there for each one that fails. Judged. */
const ANSWERING_DESPITE_INCIDENT = 2;

/** The place that hosts the site is most likely the cause. It is named where the evidence beyond the arithmetic allows it. */
export const provider: Rule<"provider"> = {
  name: "provider",
  conclude(given) {
    const { site, suspect } = given.weighing;
    if (given.likeliest !== "provider") return null;
    if (suspect === null || !mayBlame(suspect, site)) return unclear(given);
    const correlated = suspect.correlation === "outage";
    const { strength } = suspect.match ?? { strength: "told" };
    const accused = strength === "strong" || strength === "weak" || incidentCounts(suspect);
    const cause = !accused ? "correlated" : correlated ? "both" : "incident";
    return { finding: { scope: "provider", cause, subject: suspect.place }, confidence: given.probability.provider };
  },
};

/**
 * Whether this place may be named. A wrong `provider` is the worst answer there is, so whatever the arithmetic says, one of three is
 * needed: several owners fail there together; or a strong incident and a second failing request; or a weak incident, a second owner,
 * and no owner who has just answered there.
 */
function mayBlame(suspect: CloudSuspect, { kind }: SiteHealth): boolean {
  if (suspect.hosting === "guessed") return false;
  if (suspect.correlation === "outage" || (suspect.failsAt > 0 && suspect.accusing >= OWNERS_WITH_MEASUREMENT)) return true;
  // A certificate of an unknown authority is no outage of a cloud: no incident explains it, only several owners and a control do.
  if (kind === "interception" || kind === "clock") return false;
  if (suspect.match?.strength === "strong")
    return (
      suspect.accuses &&
      suspect.requests >= REQUESTS_WITH_INCIDENT &&
      suspect.answering.length <= suspect.accusing * ANSWERING_DESPITE_INCIDENT
    );
  return incidentCounts(suspect);
}
