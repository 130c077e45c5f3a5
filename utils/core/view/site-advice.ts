import type { SiteCause, Verdict } from "../diagnosis/verdict.ts";
import type { NelType } from "../net/failure.ts";
import type { AdviceKey } from "./advice-key.ts";
import { findEvidence, worksForOthers } from "./find-evidence.ts";
import { failureOf, isElsewhere } from "./meaning.ts";
import { type Message, say } from "./translator.ts";

/** Answers that came broken, empty or cut, and connections that fell during one: middleboxes and security programs make them too. */
const CUT_ON_THE_WAY: ReadonlySet<NelType> = new Set<NelType>([
  "tcp.closed",
  "tcp.reset",
  "tcp.aborted",
  "tls.protocol.error",
  "tls.failed",
  "http.protocol.error",
  "http.response.invalid",
  "http.failed",
]);

/**
 * What to do when one site fails, by what failed.
 * @param isKnown its name exists: the catalogue has it, or it has answered this browser before
 */
export function siteAdvice(verdict: Verdict & { scope: "site" }, isKnown: boolean): Message<AdviceKey>[] {
  if (worksForOthers(verdict)) return onlyHereAdvice();
  const failure = failureOf(verdict)?.failure;
  if (failure === "http.response.redirect_loop") return [say("advice.cookies"), say("advice.outage.wait")];
  const isCut = failure !== undefined && CUT_ON_THE_WAY.has(failure);
  if (isCut || findEvidence(verdict, "stopped-half-way") !== undefined)
    return [say("advice.outage.wait"), say("advice.cut"), say("advice.onlyHere.mobile")];
  return adviceByCause(verdict, verdict.cause, isKnown);
}

function adviceByCause(verdict: Verdict, cause: SiteCause, isKnown: boolean): Message<AdviceKey>[] {
  switch (cause) {
    case "dns":
      return isKnown ? [say("advice.outage.wait"), say("advice.onlyHere.mobile")] : nameAdvice();
    case "tls":
      return [say("advice.certificate.doNotBypass"), say("advice.outage.wait")];
    case "slow":
      if (findEvidence(verdict, "slower") !== undefined) return [say("advice.outage.wait"), say("advice.outage.payment")];
      return [say("advice.outage.wait"), say("advice.privateWindow"), say("advice.outage.payment")];
    case "unreachable":
      return [say("advice.outage.wait"), say("advice.onlyHere.mobile"), say("advice.outage.payment")];
    case "http":
      // Signing in anew can be the cure, unless the fault is known to lie elsewhere.
      return isElsewhere(verdict)
        ? [say("advice.outage.wait"), say("advice.outage.session"), say("advice.outage.payment")]
        : [say("advice.outage.wait"), say("advice.outage.payment")];
    default:
      return cause satisfies never;
  }
}

/** While it is not sure whose fault it is. A warning about a certificate, and a mistyped name, come first. */
export function unclearAdvice(verdict: Verdict, isKnown: boolean): Message<AdviceKey>[] {
  const failure = failureOf(verdict)?.failure ?? "unknown";
  const compare = say("advice.unclear.compare");
  if (failure.startsWith("tls.cert.")) return [say("advice.certificate.doNotBypass"), compare];
  if (failure === "dns.name_not_resolved" && !isKnown) return [...nameAdvice(), compare];
  return findEvidence(verdict, "first-failure") === undefined ? [compare] : [say("advice.unclear.again"), compare];
}

/** What to do about a site that answers and turns this person away. */
export function refusalAdvice(verdict: Verdict): Message<AdviceKey>[] {
  if (findEvidence(verdict, "challenged") !== undefined)
    return [say("advice.refuses.challenge"), say("advice.onlyHere.vpn"), say("advice.onlyHere.mobile")];
  switch (findEvidence(verdict, "refused")?.status) {
    case 429:
      return [say("advice.refuses.wait"), say("advice.onlyHere.vpn"), say("advice.onlyHere.mobile")];
    case 451:
      return [say("advice.onlyHere.vpn"), say("advice.onlyHere.mobile")];
    default:
      return [say("advice.refuses.signIn"), say("advice.onlyHere.vpn"), say("advice.onlyHere.mobile")];
  }
}

function nameAdvice(): Message<AdviceKey>[] {
  return [say("advice.name.spelling"), say("advice.name.bookmark")];
}

function onlyHereAdvice(): Message<AdviceKey>[] {
  return [say("advice.onlyHere.vpn"), say("advice.onlyHere.account"), say("advice.onlyHere.mobile")];
}
