import type { Verdict } from "../diagnosis/verdict.ts";
import { answersAgain, findEvidence, hangs, hasOutsideWord, worksForOthers } from "./find-evidence.ts";
import { say } from "./translator.ts";

/**
 * What the verdict means for the person, for a line below the headline; null where the headline says so already, or where nobody can
 * promise that nothing is to be done here. "Nothing to fix on your side" needs somebody else who says that it fails, or an error page
 * that the provider or the platform itself wrote. Cookies, one account, an extension, a filter and a block look like a failing site too.
 */
export function meaning(verdict: Verdict) {
  if (answersAgain(verdict)) return null;
  if (verdict.cause === "isp") return hangs(verdict) ? null : say("meaning.between");
  if (verdict.scope !== "site" && verdict.scope !== "provider") return null;
  if (isElsewhere(verdict)) return say("meaning.theirs");
  return verdict.cause === "http" && (failureOf(verdict)?.status ?? 0) >= 500 ? say("meaning.usuallyTheirs") : null;
}

/** Whether the fault is known to lie with the site or the provider, and not with this browser, its cookies or its account. */
export function isElsewhere(verdict: Verdict): boolean {
  const failure = failureOf(verdict);
  if (worksForOthers(verdict) || failure?.failure === "http.response.redirect_loop") return false;
  if (hasOutsideWord(verdict)) return true;
  const writer = findEvidence(verdict, "written-by")?.writer;
  return (failure?.status ?? 0) >= 500 && (writer === "edge" || writer === "platform");
}

/** How the site of a verdict failed last; undefined where no reason tells. */
export function failureOf(verdict: Verdict) {
  return findEvidence(verdict, "failures") ?? findEvidence(verdict, "first-failure");
}
