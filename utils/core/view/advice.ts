import type { LocalCause, SiteCause, Verdict } from "../diagnosis/verdict.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** One thing to do: a sentence of ours, or a quotation of the provider, to its users or to operators who run sites on it. */
export type Advice =
  | { from: "us"; message: Message<AdviceKey> }
  | { from: "provider"; provider: string; for: "user" | "operator"; text: string };

type AdviceKey = `advice.${
  | `offline.${"aeroplane" | "wifi" | "router"}`
  | `noInternet.${"neighbours" | "router" | "mobile"}`
  | `dns.${"network" | "vpn" | "router"}`
  | `portal.${"signIn" | "toggle"}`
  | `proxy.${"off" | "address" | "company"}`
  | `clock.${"automatic" | "reload"}`
  | `interception.${"company" | "antivirus" | "stranger"}`
  | `blocked.${"pause" | "policy"}`
  | `network.${"mobile" | "router" | "tell"}`
  | `onlyHere.${"vpn" | "account" | "mobile"}`
  | `certificate.${"doNotBypass"}`
  | `name.${"spelling" | "bookmark"}`
  | `unclear.${"again" | "compare"}`
  | `outage.${"wait" | "session" | "payment" | "text"}`}`;

/** At most this many quotations are shown, so that our own advice is still read. Judged. */
const MAX_QUOTATIONS = 2;

/** What the verdict means for the person, for a line below the headline; null where the headline says so already. */
export function meaning(verdict: Verdict) {
  if (verdict.scope === "network") return say("meaning.between");
  if (verdict.scope === "provider") return say("meaning.theirs");
  // The person may have mistyped a name that is not found.
  if (verdict.scope === "site" && verdict.cause !== "dns" && !failsOnlyHere(verdict)) return say("meaning.theirs");
  return null;
}

function failsOnlyHere(verdict: Verdict): boolean {
  return verdict.evidence.some(({ kind }) => kind === "works-for-others");
}

/** What a person can do now, by the cause of the verdict, the most useful first. Empty when nothing is wrong. */
export function adviceFor(situation: Situation): Advice[] {
  const { verdict } = situation;
  switch (verdict.scope) {
    case "clear":
      return [];
    case "local":
      return localAdvice(verdict.cause).map(ours);
    case "network":
      return [say("advice.network.mobile"), say("advice.network.router"), say("advice.network.tell")].map(ours);
    case "site": {
      const sentences = failsOnlyHere(verdict) ? onlyHereAdvice() : siteAdvice(verdict.cause);
      return [...quotations(situation), ...sentences.map(ours)];
    }
    case "provider":
      return [...quotations(situation), ...outageAdvice().map(ours)];
    case "unclear":
      return [say("advice.unclear.again"), say("advice.unclear.compare")].map(ours);
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

function localAdvice(cause: LocalCause): Message<AdviceKey>[] {
  switch (cause) {
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
    case "interception":
      return [say("advice.interception.stranger"), say("advice.interception.antivirus"), say("advice.interception.company")];
    case "blocked":
      return [say("advice.blocked.pause"), say("advice.blocked.policy")];
    default:
      return cause satisfies never;
  }
}

function onlyHereAdvice(): Message<AdviceKey>[] {
  return [say("advice.onlyHere.vpn"), say("advice.onlyHere.account"), say("advice.onlyHere.mobile")];
}

function siteAdvice(cause: SiteCause): Message<AdviceKey>[] {
  if (cause === "dns") return [say("advice.name.spelling"), say("advice.name.bookmark"), say("advice.outage.wait")];
  if (cause === "tls") return [say("advice.certificate.doNotBypass"), say("advice.outage.wait")];
  return [say("advice.outage.wait"), say("advice.outage.session"), say("advice.outage.payment")];
}

function outageAdvice(): Message<AdviceKey>[] {
  return [say("advice.outage.session"), say("advice.outage.payment"), say("advice.outage.text"), say("advice.outage.wait")];
}
