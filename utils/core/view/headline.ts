import type { LocalCause, Verdict } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import type { Situation } from "./situation.ts";
import { say } from "./translator.ts";

/**
 * The one sentence that answers the question.
 * @param siteName what people call the site; null where the verdict is about no one site
 */
export function headline(verdict: Verdict, siteName: string | null) {
  switch (verdict.scope) {
    case "clear":
      return siteName === null ? say("headline.clear.everything") : say("headline.clear.site", { site: siteName });
    case "local":
      return localHeadline(verdict.cause);
    case "network":
      return say("headline.network");
    case "site":
      return siteHeadline(verdict, siteName ?? verdict.subject);
    case "provider":
      return say("headline.provider", { place: parsePlaceId(verdict.subject) });
    case "unclear":
      return say("headline.unclear");
    default:
      return verdict satisfies never;
  }
}

/** The headline of a whole situation. About a site that this browser has not requested lately, only reports of others are known. */
export function situationHeadline({ verdict, host, seen, incident, crowd }: Situation, siteName: string | null) {
  if (verdict.scope !== "clear" || host === null || seen || siteName === null) return headline(verdict, siteName);
  if (incident?.site != null || crowd !== null) return say("headline.clear.reported", { site: siteName });
  return say("headline.clear.unseen", { site: siteName });
}

/** The text of the toolbar's button, for a pointer or a screen reader: the whole answer, also where a mute hides the badge. */
export function tooltip(verdict: Verdict, siteName: string | null, muted = false) {
  const sentence = headline(verdict, siteName);
  return muted ? say("tooltip.muted", { verdict: sentence }) : sentence;
}

function localHeadline(cause: LocalCause) {
  switch (cause) {
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
      return say("headline.local.interception");
    case "blocked":
      return say("headline.local.blocked");
    default:
      return cause satisfies never;
  }
}

/** "It's not just you" needs reports of other people or an incident of the site itself. */
function siteHeadline(verdict: Verdict & { scope: "site" }, site: string) {
  const kinds = new Set(verdict.evidence.map(({ kind }) => kind));
  if (kinds.has("works-for-others")) return say("headline.site.onlyHere", { site });
  if (kinds.has("crowd") || kinds.has("incident")) return say("headline.site.everybody", { site });
  if (verdict.cause === "slow") return say("headline.site.slow", { site });
  return say("headline.site.others", { site });
}
