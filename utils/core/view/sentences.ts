import type { Evidence } from "../diagnosis/evidence.ts";
import type { LocalCause, Verdict } from "../diagnosis/verdict.ts";
import type { NelType } from "../net/failure.ts";
import { componentName } from "../providers/component-table.ts";
import { parsePlaceId } from "../providers/place.ts";
import { HOUR } from "../time.ts";
import type { Situation } from "./situation.ts";
import { say, type Value } from "./translator.ts";

/** A moment, with its date when it is far enough from now that the time of day alone would mislead. */
export function moment(at: string | number, now: number): { instant: number; dated: boolean } {
  const instant = typeof at === "number" ? at : Date.parse(at);
  return { instant, dated: Math.abs(now - instant) > 20 * HOUR };
}

/**
 * The one sentence that answers the question.
 * @param siteName the name people know the asked site by; its domain where it has none
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

/** Which accent a situation wears: its scope's, but no green light for a site that this browser has not asked. */
export function toneOf({ verdict, host, seen }: Situation): Verdict["scope"] {
  return verdict.scope === "clear" && host !== null && !seen ? "unclear" : verdict.scope;
}

/** The headline of a whole situation: of a site that this browser has not asked lately, only others can know. */
export function situationHeadline({ verdict, host, seen, incident, crowd }: Situation, siteName: string | null) {
  if (verdict.scope !== "clear" || host === null || seen || siteName === null) return headline(verdict, siteName);
  if (incident?.site != null || crowd !== null) return say("headline.clear.reported", { site: siteName });
  return say("headline.clear.unseen", { site: siteName });
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

/** "It's not just you" is said only when other people or the site itself say so. */
function siteHeadline(verdict: Verdict & { scope: "site" }, site: string) {
  const kinds = new Set(verdict.evidence.map(({ kind }) => kind));
  if (kinds.has("works-for-others")) return say("headline.site.onlyHere", { site });
  if (kinds.has("crowd") || kinds.has("incident")) return say("headline.site.everybody", { site });
  if (verdict.cause === "slow") return say("headline.site.slow", { site });
  return say("headline.site.others", { site });
}

/** What the toolbar's button says on hover, and to a screen reader: the whole answer, also where the badge is muted. */
export function tooltip(verdict: Verdict, siteName: string | null, muted = false) {
  const sentence = { verdict: headline(verdict, siteName) };
  return muted ? say("tooltip.muted", sentence) : say("tooltip.told", sentence);
}

/** One reason as one sentence with its numbers. `now` in milliseconds of the epoch. */
export function evidenceSentence(evidence: Evidence, now: number) {
  switch (evidence.kind) {
    case "failures":
      return say("evidence.failures", {
        site: evidence.site,
        count: evidence.count,
        span: { seconds: evidence.seconds },
        failure: failurePhrase(evidence.failure, evidence.status),
      });
    case "first-failure":
      return say("evidence.firstFailure", { site: evidence.site, failure: failurePhrase(evidence.failure, evidence.status) });
    case "partly-works":
      return say("evidence.partlyWorks", { site: evidence.site, failed: evidence.failed, succeeded: evidence.succeeded });
    case "slow":
      return say("evidence.slow", { site: evidence.site, count: evidence.count, span: { seconds: evidence.seconds } });
    case "others-work":
      return say("evidence.othersWork", { count: evidence.sites, span: { seconds: evidence.seconds } });
    case "others-fail":
      return say("evidence.othersFail", { count: evidence.sites, span: { seconds: evidence.seconds } });
    case "same-cloud-fails":
      return say("evidence.sameCloudFails", { count: evidence.sites.length, sites: evidence.sites, place: place(evidence) });
    case "same-cloud-works":
      return say("evidence.sameCloudWorks", { count: evidence.sites, place: place(evidence) });
    case "part-fails":
      return say("evidence.partFails", { host: evidence.host, place: place(evidence) });
    case "incident":
      return incidentSentence(evidence, now);
    case "official-silent":
      return say("evidence.officialSilent", {
        place: { provider: evidence.provider, region: null },
        checked: moment(evidence.checked, now),
      });
    case "crowd":
      return say("evidence.crowd", { count: evidence.reporters, networks: networks(evidence.networks) });
    case "works-for-others":
      return say("evidence.worksForOthers", { site: evidence.site });
    case "reachability":
      return reachabilitySentence(evidence.result, evidence.seconds);
    case "feed-unreachable":
      return say("evidence.feedUnreachable", { count: evidence.mirrors });
    case "browser-offline":
      return say("evidence.browserOffline");
    case "clock-skew":
      return clockSentence(evidence.minutes);
    case "certificates":
      return evidence.problem === "date"
        ? say("evidence.certificateDates", { count: evidence.sites })
        : say("evidence.certificateAuthorities", { count: evidence.sites });
    case "names":
      return say("evidence.names", { count: evidence.sites });
    case "proxy":
      return say("evidence.proxy");
    case "blocked":
      return say("evidence.blocked", { site: evidence.site });
    case "recovering":
      return evidence.site === null ? say("evidence.recovering.everything") : say("evidence.recovering.site", { site: evidence.site });
    case "basic-access":
      return say("evidence.basicAccess");
    default:
      return evidence satisfies never;
  }
}

/** "90 networks", for inside a sentence after a preposition. */
export function networks(count: number) {
  return say("count.networks", { count });
}

function place(of: { provider: string; region: string | null }): Value {
  return { provider: of.provider, region: of.region };
}

function incidentSentence(incident: Evidence & { kind: "incident" }, now: number) {
  const about = { place: place(incident), title: incident.title, started: moment(incident.started, now) };
  if (incident.severity === "maintenance") return say("evidence.incident.maintenance", about);
  if (incident.acknowledged === null) return say("evidence.incident.possible", about);
  const acknowledged = moment(incident.acknowledged, now);
  if (incident.services.length === 0) return say("evidence.incident.official", { ...about, acknowledged });
  return say("evidence.incident.officialServices", {
    ...about,
    acknowledged,
    services: incident.services.slice(0, 4).map((id) => componentName(incident.provider, id)),
  });
}

function reachabilitySentence(result: "reached" | "captive" | "unreachable", seconds: number) {
  const span = { seconds };
  switch (result) {
    case "reached":
      return say("evidence.reachability.reached", { span });
    case "captive":
      return say("evidence.reachability.captive", { span });
    case "unreachable":
      return say("evidence.reachability.unreachable", { span });
    default:
      return result satisfies never;
  }
}

function clockSentence(minutes: number | null) {
  if (minutes === null) return say("evidence.clock.unknown");
  const span = { seconds: Math.abs(minutes) * 60 };
  return minutes < 0 ? say("evidence.clock.slow", { span }) : say("evidence.clock.fast", { span });
}

/** How it failed, as a phrase for inside a sentence; with the status where the site answered. */
export function failurePhrase(failure: NelType, status: number | null) {
  if (status !== null && failure.startsWith("http.")) return say("failure.status", { status: `HTTP ${status}` });
  switch (failure) {
    case "dns.unreachable":
    case "dns.name_not_resolved":
    case "dns.failed":
    case "dns.address_changed":
      return say("failure.name");
    case "tcp.timed_out":
      return say("failure.timeout");
    case "tcp.closed":
    case "tcp.reset":
    case "tcp.aborted":
      return say("failure.broken");
    case "tcp.refused":
      return say("failure.refused");
    case "tcp.address_invalid":
    case "tcp.address_unreachable":
    case "tcp.failed":
      return say("failure.unreachable");
    case "tls.cert.date_invalid":
      return say("failure.certificateDate");
    case "tls.cert.name_invalid":
    case "tls.cert.authority_invalid":
    case "tls.cert.invalid":
    case "tls.cert.revoked":
    case "tls.cert.pinned_key_not_in_cert_chain":
      return say("failure.certificate");
    case "tls.version_or_cipher_mismatch":
    case "tls.bad_client_auth_cert":
    case "tls.protocol.error":
    case "tls.failed":
      return say("failure.secure");
    case "http.error":
    case "http.protocol.error":
    case "http.response.invalid":
    case "http.failed":
      return say("failure.answer");
    case "http.response.redirect_loop":
      return say("failure.loop");
    case "abandoned":
      return say("failure.abandoned");
    case "unknown":
      return say("failure.unknown");
    default:
      return failure satisfies never;
  }
}
