import { faultWeight } from "../diagnosis/health/fault-weight.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { SECOND } from "../time.ts";
import type { Fault } from "../world/world.ts";
import { isBehindIntermediary } from "./behind-intermediary.ts";
import { bucketStart, bucketText, type Report } from "./report.ts";

/** At least this many other sites must have answered: without a control, the failure may be on this side. Judged. */
const OTHERS_NEEDED = 2;
/** How recent their answers must be. Judged. */
const OTHERS_WITHIN = 120 * SECOND;

/** Why nothing may be reported, for developers. People only see that there is no button. */
export type NoReportReason =
  | "the verdict blames nobody remote"
  | "it may still answer"
  | "the site is not in the catalogue"
  | "nothing about this service is ever reported"
  | "too few other sites answered"
  | "a proxy stands in between"
  | "another page led there"
  | "nothing failed here";

export type ReportDecision = { report: Report } | { silence: NoReportReason };

/**
 * Decides whether this browser's own diagnosis may be reported, and in which words of the closed list. Pure.
 * @param snapshot the report carries only the five minutes that its moment falls into
 * @param verdict the verdict about one site
 */
export function decideReport(snapshot: Snapshot, verdict: Verdict, knowledge: Knowledge): ReportDecision {
  if (verdict.scope !== "site" && verdict.scope !== "provider") return { silence: "the verdict blames nobody remote" };
  if (verdict.cause === "slow" && verdict.evidence.some(({ kind }) => kind === "hang" || kind === "slower"))
    return { silence: "it may still answer" };
  const name = verdict.site;
  if (name === null) return { silence: "nothing failed here" };
  const service = knowledge.serviceOf(name);
  if (service === null) return { silence: "the site is not in the catalogue" };
  if (service.sensitive === true) return { silence: "nothing about this service is ever reported" };
  const { now } = snapshot;
  const health = snapshot.failing.find((site) => site.name === name);
  if (health === undefined) return { silence: "nothing failed here" };
  const fault = heaviest(health.faults.filter((failed) => !isLedByPage(failed)));
  if (fault === undefined) return { silence: "another page led there" };
  const others = snapshot.answering.filter((other) => other.owner !== health.owner && now - other.at <= OTHERS_WITHIN);
  if (others.length < OTHERS_NEEDED) return { silence: "too few other sites answered" };
  if (isBehindIntermediary(snapshot, now)) return { silence: "a proxy stands in between" };
  const place = health.failingHosts.find(({ on }) => on !== null)?.on ?? null;
  const on = place !== null && isPlaceId(place) ? place : null;
  return { report: { v: 1, service: service.id, on, failure: fault.failure, bucket: bucketText(bucketStart(now)) } };
}

/** Whether a page of somebody else led the browser there, or may have: pages do not report. */
function isLedByPage({ lead }: Fault): boolean {
  return lead?.by === "page" || lead?.by === "perhaps";
}

function heaviest(faults: Fault[]): Fault | undefined {
  return faults.reduce<Fault | undefined>(
    (best, fault) => (best === undefined || faultWeight(fault) >= faultWeight(best) ? fault : best),
    undefined,
  );
}

/** Whether a place has the form that servers accept; its provider and region need not be known here. */
function isPlaceId(place: string): boolean {
  return /^[a-z0-9-]{2,40}(?:\/[a-z0-9-]{2,40})?$/.test(place);
}

/** The exact bytes of a report, as shown before sending and as sent. */
export function reportBytes(report: Report): string {
  const { v, service, on, failure, bucket } = report;
  return JSON.stringify({ v, service, on, failure, bucket });
}
