import type { Evidence } from "../diagnosis/evidence.ts";
import { componentName } from "../providers/component-table.ts";
import type { Place } from "../providers/place.ts";
import { answersFrom, failsFrom, measuredSentence } from "./elsewhere.ts";
import { failurePhrase } from "./failure-phrase.ts";
import { inSeconds, moment } from "./moment.ts";
import { isFoundByName } from "./official-statement.ts";
import { say, type Value } from "./translator.ts";

/**
 * One piece of evidence as one sentence with its numbers.
 * @param now milliseconds of the epoch
 */
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
    case "hang":
      return say("evidence.hang", { site: evidence.site, span: { seconds: evidence.seconds } });
    case "stopped-half-way":
      return say("evidence.stoppedHalfWay", { site: evidence.site, count: evidence.count });
    case "refused":
      return say("evidence.refused", { site: evidence.site, status: `HTTP ${evidence.status}` });
    case "challenged":
      return say("evidence.challenged", { site: evidence.site });
    case "slower":
      return say("evidence.slower", { site: evidence.site, span: inSeconds(evidence.seconds), usual: inSeconds(evidence.usually) });
    case "others-as-fast":
      return say("evidence.othersAsFast", { count: evidence.sites });
    case "others-slower":
      return say("evidence.othersSlower", { count: evidence.sites });
    case "written-by":
      return say(WRITERS[evidence.writer], { site: evidence.site, place: { provider: evidence.provider, region: null } });
    case "null-address":
      return say("evidence.nullAddress", { site: evidence.site });
    case "not-pinned":
      return say("evidence.notPinned", { site: evidence.site });
    case "others-work":
      return say("evidence.othersWork", { count: evidence.sites, span: { seconds: evidence.seconds } });
    case "others-fail":
      return say("evidence.othersFail", { count: evidence.sites, span: { seconds: evidence.seconds } });
    case "same-cloud-fails":
      return say("evidence.sameCloudFails", { count: evidence.sites.length, sites: evidence.sites, place: place(evidence) });
    case "same-cloud-works":
      return say("evidence.sameCloudWorks", { count: evidence.sites, place: place(evidence) });
    case "always-or-never":
      return say("evidence.alwaysOrNever", { place: place(evidence), always: evidence.always, never: evidence.never });
    case "cut-off-together":
      return cutOffSentence(evidence, now);
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
      return say("evidence.crowd", { count: evidence.reporters, networks: networkCount(evidence.networks) });
    case "works-for-others":
      return answersFrom(evidence.site, evidence.from, evidence.ms);
    case "fails-for-others":
      return failsFrom(evidence.site, evidence.from, evidence);
    case "measured":
      return measuredSentence(evidence, now);
    case "own-page-silent":
      return say("evidence.ownPageSilent", { site: evidence.site, checked: moment(evidence.checked, now) });
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
export function networkCount(count: number) {
  return say("count.networks", { count });
}

const WRITERS = {
  edge: "evidence.writtenBy.edge",
  origin: "evidence.writtenBy.origin",
  platform: "evidence.writtenBy.platform",
} as const;

function place(of: Place): Value {
  return { provider: of.provider, region: of.region };
}

function cutOffSentence({ provider, network, country, since }: Evidence & { kind: "cut-off-together" }, now: number) {
  const values = { place: { provider, region: null }, countries: { countries: [country] }, since: moment(since, now) };
  return network === null ? say("evidence.cutOff.country", values) : say("evidence.cutOff.network", { ...values, network });
}

/** What the feed knows of an incident, and to which countries it is confined. */
function incidentSentence(incident: Evidence & { kind: "incident" }, now: number) {
  const sentence = incidentAsSuch(incident, now);
  return incident.areas.length === 0
    ? sentence
    : say("evidence.incident.within", { incident: sentence, countries: { countries: incident.areas } });
}

function incidentAsSuch(incident: Evidence & { kind: "incident" }, now: number) {
  const about = { place: place(incident), title: incident.title, started: moment(incident.started, now) };
  if (incident.severity === "maintenance") return say("evidence.incident.maintenance", about);
  if (incident.acknowledged === null) return say("evidence.incident.possible", about);
  const acknowledged = moment(incident.acknowledged, now);
  if (isFoundByName(incident.provider)) return say("evidence.incident.found", { ...about, acknowledged });
  if (incident.services.length === 0) return say("evidence.incident.official", { ...about, acknowledged });
  return say("evidence.incident.officialServices", {
    ...about,
    acknowledged,
    services: incident.services.slice(0, 4).map((id) => componentName(incident.provider, id)),
  });
}

function reachabilitySentence(result: (Evidence & { kind: "reachability" })["result"], seconds: number) {
  const span = { seconds };
  switch (result) {
    case "reached":
      return say("evidence.reachability.reached", { span });
    case "reached-locally":
      return say("evidence.reachability.reachedLocally");
    case "captive":
      return say("evidence.reachability.captive", { span });
    case "unreachable":
      return say("evidence.reachability.unreachable", { span });
    default:
      return result satisfies never;
  }
}

/** A clock that is off by less does no harm to a certificate: what is shown then is what the certificates say. Judged. */
const CLOCK_MINUTES = 10;

function clockSentence(minutes: number | null) {
  if (minutes === null || Math.abs(minutes) < CLOCK_MINUTES) return say("evidence.clock.unknown");
  const span = { seconds: Math.abs(minutes) * 60 };
  return minutes < 0 ? say("evidence.clock.slow", { span }) : say("evidence.clock.fast", { span });
}
