import type { Verdict } from "../diagnosis/verdict.ts";
import { findEvidence, isForFewNames } from "./find-evidence.ts";
import { say } from "./translator.ts";

/** What is wrong on this side, in one sentence. */
export function localHeadline(verdict: Verdict & { scope: "local" }) {
  switch (verdict.cause) {
    case "offline":
      return say("headline.local.offline");
    case "no-internet":
      return say("headline.local.noInternet");
    case "dns":
      return say("headline.local.dns");
    case "captive-portal":
      return say("headline.local.captivePortal");
    case "proxy":
      return say("headline.local.proxy");
    case "clock":
      return say("headline.local.clock");
    case "interception":
      // A blocking list of a provider or a court is not the person's.
      return isForFewNames(verdict) ? say("headline.local.ownPage") : say("headline.local.interception");
    case "blocked":
      return findEvidence(verdict, "null-address") === undefined ? say("headline.local.blocked") : say("headline.local.filter");
    default:
      return verdict.cause satisfies never;
  }
}
