import type { LocalCause, SiteCause, Verdict } from "../diagnosis/verdict.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** One thing to do: our own sentence, or the provider's own words to its users or to those who run sites on it. */
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

/** Providers' words shown at most, so that ours are still read. */
const QUOTES = 2;

/** What the verdict means for the person, in half a line below it; null where the verdict says it already. */
export function meaning(verdict: Verdict) {
  if (verdict.scope === "network") return say("gist.between");
  if (verdict.scope === "provider") return say("gist.theirs");
  // A name that is not found may be one that was mistyped.
  if (verdict.scope === "site" && verdict.cause !== "dns" && !failsOnlyHere(verdict)) return say("gist.theirs");
  return null;
}

function failsOnlyHere(verdict: Verdict): boolean {
  return verdict.evidence.some(({ kind }) => kind === "works-for-others");
}

/** What a person can do now, by cause, the most useful first. Empty when nothing is wrong. */
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
      return [...providersWords(situation), ...sentences.map(ours)];
    }
    case "provider":
      return [...providersWords(situation), ...outageAdvice().map(ours)];
    case "unclear":
      return [say("advice.unclear.again"), say("advice.unclear.compare")].map(ours);
    default:
      return verdict satisfies never;
  }
}

function ours(message: Message<AdviceKey>): Advice {
  return { from: "us", message };
}

/** The other entrance the provider names comes before ours; what it tells operators comes last of its own. */
function providersWords({ incident }: Situation): Advice[] {
  if (incident === null) return [];
  const { provider } = incident;
  const rank = { user: 0, operator: 1 };
  return incident.advice
    .toSorted((one, other) => rank[one.for] - rank[other.for])
    .slice(0, QUOTES)
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
