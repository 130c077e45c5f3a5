import type { Verdict } from "../diagnosis/verdict.ts";
import type { AdviceKey } from "./advice-key.ts";
import { answersAgain, findEvidence, hangs, isForFewNames } from "./find-evidence.ts";
import { refusalAdvice, siteAdvice, unclearAdvice } from "./site-advice.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** One thing to do: a sentence of ours, or a quotation of the provider, to its users or to operators who run sites on it. */
export type Advice =
  | { from: "us"; message: Message<AdviceKey> }
  | { from: "provider"; provider: string; for: "user" | "operator"; text: string };

/** At most this many quotations are shown, so that our own advice is still read. Judged. */
const MAX_QUOTATIONS = 2;

/** What a person can do now, by the cause of the verdict, the most useful first. Empty when nothing is wrong, or no longer. */
export function adviceFor(situation: Situation): Advice[] {
  const { verdict, isKnown } = situation;
  if (answersAgain(verdict)) return [];
  switch (verdict.scope) {
    case "clear":
      return verdict.cause === "refuses" ? refusalAdvice(verdict).map(ours) : [];
    case "local":
      return localAdvice(verdict).map(ours);
    case "network":
      return (verdict.cause === "route" ? [say("advice.route.mobile"), say("advice.route.vpn")] : ispAdvice(verdict)).map(ours);
    case "site":
      return [...quotations(situation), ...siteAdvice(verdict, isKnown).map(ours)];
    case "provider":
      return [...quotations(situation), ...outageAdvice().map(ours)];
    case "unclear":
      return unclearAdvice(verdict, isKnown).map(ours);
    default:
      return verdict satisfies never;
  }
}

function ours(message: Message<AdviceKey>): Advice {
  return { from: "us", message };
}

/** The advice of the provider itself: to users first, to operators after it. */
function quotations({ incident }: Situation): Advice[] {
  if (incident === null) return [];
  const { provider } = incident;
  const rank = { user: 0, operator: 1 };
  return incident.advice
    .toSorted((one, other) => rank[one.for] - rank[other.for])
    .slice(0, MAX_QUOTATIONS)
    .map((advice) => ({ from: "provider", provider, for: advice.for, text: advice.text }));
}

function localAdvice(verdict: Verdict & { scope: "local" }): Message<AdviceKey>[] {
  switch (verdict.cause) {
    case "offline":
      return [say("advice.offline.aeroplane"), say("advice.offline.wifi"), say("advice.offline.router")];
    case "no-internet":
      return [say("advice.noInternet.neighbours"), say("advice.noInternet.router"), say("advice.noInternet.mobile")];
    case "dns":
      return [say("advice.dns.network"), say("advice.dns.vpn"), say("advice.dns.router")];
    case "captive-portal":
      return [say("advice.portal.signIn"), say("advice.portal.toggle")];
    case "proxy":
      return [say("advice.proxy.off"), say("advice.proxy.address"), say("advice.proxy.company")];
    case "clock":
      return [say("advice.clock.automatic"), say("advice.clock.reload")];
    case "interception": {
      const strangers = [say("advice.interception.stranger"), say("advice.interception.antivirus"), say("advice.interception.company")];
      return isForFewNames(verdict) ? [say("advice.interception.list"), ...strangers] : strangers;
    }
    case "blocked":
      return findEvidence(verdict, "null-address") === undefined
        ? [say("advice.blocked.pause"), say("advice.blocked.policy")]
        : [say("advice.blocked.filter"), say("advice.blocked.policy")];
    default:
      return verdict.cause satisfies never;
  }
}

/** Pages that hang in every tab can be an extension's doing. */
function ispAdvice(verdict: Verdict): Message<AdviceKey>[] {
  const ways: Message<AdviceKey>[] = [say("advice.noInternet.mobile"), say("advice.network.router")];
  return [...ways, ...(hangs(verdict) ? [say("advice.privateWindow")] : []), say("advice.network.tell")];
}

function outageAdvice(): Message<AdviceKey>[] {
  return [say("advice.outage.session"), say("advice.outage.payment"), say("advice.outage.text"), say("advice.outage.wait")];
}
