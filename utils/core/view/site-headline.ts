import type { Verdict } from "../diagnosis/verdict.ts";
import { findEvidence, hasOutsideWord, worksForOthers } from "./find-evidence.ts";
import { inSeconds } from "./moment.ts";
import { say } from "./translator.ts";

/**
 * What is wrong with one site, in one sentence. "It's not just you" needs somebody else who says so, and "works for others" a positive
 * word: that a status page is silent is neither.
 * @param site what people call it
 */
export function siteHeadline(verdict: Verdict & { scope: "site" }, site: string) {
  if (worksForOthers(verdict)) return say("headline.site.onlyHere", { site });
  if (hasOutsideWord(verdict)) return say("headline.site.everybody", { site });
  return verdict.cause === "slow" ? slowHeadline(verdict, site) : say("headline.site.others", { site });
}

function slowHeadline(verdict: Verdict, site: string) {
  const hang = findEvidence(verdict, "hang");
  if (hang === undefined) return slowerHeadline(verdict, site) ?? say("headline.site.slow", { site });
  const span = { seconds: hang.seconds };
  const others = findEvidence(verdict, "others-work");
  return others === undefined ? say("evidence.hang", { site, span }) : say("headline.site.hang", { site, span, count: others.sites });
}

/** That a site takes longer than usual, and whether only that one does; null where nothing says so. */
export function slowerHeadline(verdict: Pick<Verdict, "evidence">, site: string) {
  const slower = findEvidence(verdict, "slower");
  if (slower === undefined) return null;
  const values = { site, span: inSeconds(slower.seconds), usual: inSeconds(slower.usually) };
  if (findEvidence(verdict, "others-slower") !== undefined) return say("headline.slower.everything", values);
  if (findEvidence(verdict, "others-as-fast") !== undefined) return say("headline.slower.alone", values);
  return say("evidence.slower", values);
}
