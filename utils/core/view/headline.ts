import type { Verdict } from "../diagnosis/verdict.ts";
import { type Place, parsePlaceId } from "../providers/place.ts";
import { answersAgain, findEvidence, hasOutsideWord } from "./find-evidence.ts";
import { localHeadline } from "./local-headline.ts";
import { siteHeadline, slowerHeadline } from "./site-headline.ts";
import type { Situation } from "./situation.ts";
import { say } from "./translator.ts";

/**
 * The one sentence that answers the question.
 * @param siteName what people call the site; null where the verdict is about no one site
 */
export function headline(verdict: Verdict, siteName: string | null) {
  if (answersAgain(verdict) && siteName !== null) return say("headline.answersAgain", { site: siteName });
  switch (verdict.scope) {
    case "clear":
      if (verdict.cause === "refuses") return refusal(verdict, siteName ?? verdict.subject);
      if (siteName === null) return say("headline.clear.everything");
      return slowerHeadline(verdict, siteName) ?? say("headline.clear.opened", { site: siteName });
    case "local":
      return localHeadline(verdict);
    case "network":
      if (verdict.cause === "route") return say("headline.route", { place: parsePlaceId(verdict.subject) });
      return findEvidence(verdict, "others-slower") === undefined ? say("headline.network") : say("headline.networkSlow");
    case "site":
      return siteHeadline(verdict, siteName ?? verdict.subject);
    case "provider":
      return providerHeadline(verdict, parsePlaceId(verdict.subject));
    case "unclear":
      return say("headline.unclear");
    default:
      return verdict satisfies never;
  }
}

/**
 * The headline of a whole situation. It never says more than is known: that a page opened, and not that it works. An error page looks
 * like any page without full access, and the diagnosis calls one for a missing page (404) clear.
 */
export function situationHeadline(situation: Situation, siteName: string | null) {
  const { verdict, host, opened, access, incident, crowd, service } = situation;
  if (verdict.scope !== "clear" || verdict.cause !== null || host === null || siteName === null) return headline(verdict, siteName);
  const site = siteName;
  const isReported = incident?.site != null || (crowd !== null && crowd.about === service?.id);
  if (!opened) return isReported ? say("headline.clear.reported", { site }) : say("headline.clear.unseen", { site });
  if (isReported) return say("headline.clear.openedReported", { site });
  return access === "basic" ? say("headline.clear.openedBasic", { site }) : headline(verdict, site);
}

/** The text of the toolbar's button, for a pointer or a screen reader: the whole answer, also where a mute hides the badge. */
export function tooltip(verdict: Verdict, siteName: string | null, muted = false) {
  const sentence = headline(verdict, siteName);
  return muted ? say("tooltip.muted", { verdict: sentence }) : sentence;
}

/** "It's not just you" needs somebody else who says so. All that this browser knows by itself is how many sites fail at once. */
function providerHeadline(verdict: Verdict, place: Place) {
  if (hasOutsideWord(verdict)) return say("headline.provider", { place });
  const failing = findEvidence(verdict, "same-cloud-fails")?.sites.length ?? 0;
  return failing > 1 ? say("headline.providerSeems", { place, count: failing }) : say("headline.providerSuspected", { place });
}

function refusal(verdict: Verdict, site: string) {
  if (findEvidence(verdict, "challenged") !== undefined) return say("evidence.challenged", { site });
  const status = findEvidence(verdict, "refused")?.status;
  return status === undefined ? say("headline.refuses", { site }) : say("evidence.refused", { site, status: `HTTP ${status}` });
}
