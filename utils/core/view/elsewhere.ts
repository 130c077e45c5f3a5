import type { Evidence } from "../diagnosis/evidence.ts";
import type { SiteHealth } from "../diagnosis/health/site-health.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { ASKED_FRESH } from "../diagnosis/weighing/measured.ts";
import type { ElsewhereView } from "../feed/elsewhere-view.ts";
import type { Vantage } from "../feed/views.ts";
import type { NelType } from "../net/failure.ts";
import { parsePlaceId } from "../providers/place.ts";
import type { Elsewhere } from "../world/world.ts";
import { failurePhrase } from "./failure-phrase.ts";
import { answersAgain } from "./find-evidence.ts";
import { inSeconds } from "./moment.ts";
import { say } from "./translator.ts";

/* What a person may ask from elsewhere, and what was seen there. */

/** A failing host that may be asked about from elsewhere, and what was answered within the last two minutes. */
export type ElsewhereQuestion = { host: string; asked: Elsewhere | null };

/** A host that is an address, about which nobody is asked. Whoever sends the question reads it anew. */
export const ADDRESS = /^[\d.]+$|:/;

/**
 * The host to ask about: the one that the tab shows, or where only its calls fail, the first of those. Hosts of this machine and of private
 * networks are never judged, and so never asked about.
 * @param shown the host of the tab
 * @param health what is known of the site's failures
 * @returns null where what others see would say nothing about the trouble
 */
export function elsewhereQuestion(
  { elsewhere, now }: Snapshot,
  verdict: Verdict,
  shown: string | null,
  health: SiteHealth | undefined,
): ElsewhereQuestion | null {
  if (!othersMayTell(verdict)) return null;
  const failing = health?.hang === null ? health.failingHosts : [];
  const host = failing.length === 0 || failing.some((one) => one.host === shown) ? shown : (failing[0]?.host ?? null);
  if (host === null || ADDRESS.test(host)) return null;
  return { host, asked: elsewhere.find((one) => one.host === host && now - one.at <= ASKED_FRESH) ?? null };
}

/** Whether it may lie at the site, at its provider or on the way to them. */
export function othersMayTell(verdict: Verdict): boolean {
  if (verdict.site === null || answersAgain(verdict)) return false;
  const { scope, cause } = verdict;
  return scope === "site" || scope === "provider" || cause === "route" || (scope === "unclear" && verdict.evidence.length > 0);
}

/** From where a site answers. @param ms how long that took; null where it is not known */
export function answersFrom(site: string, from: readonly Vantage[], ms: number | null) {
  const values = { site, from: { vantages: from } };
  if (ms === null) return say("elsewhere.answers", values);
  // Tenths of a second, and never none.
  return say("elsewhere.answersIn", { ...values, span: inSeconds(Math.max(1, Math.round(ms / 100)) / 10) });
}

/** From where a site fails too, and how. */
export function failsFrom(site: string, from: readonly Vantage[], { failure, status }: { failure: NelType; status: number | null }) {
  const values = { site, from: { vantages: from }, failure: failurePhrase(failure, status) };
  return status === null ? say("elsewhere.silent", values) : say("elsewhere.fails", values);
}

/** What vantages saw of a host when the person asked: one sentence for those it answers, and one for each kind of failure. */
export function askedSentences(site: string, views: readonly ElsewhereView[]) {
  const answered = views.filter(({ failure }) => failure === null);
  const times = answered.flatMap(({ ms }) => ms ?? []);
  const failed = Map.groupBy(
    views.filter((view): view is ElsewhereView & { failure: NelType } => view.failure !== null),
    ({ failure, status }) => `${failure} ${status}`,
  );
  return [
    ...(answered.length > 0 ? [answersFrom(site, answered, times.length === 0 ? null : Math.min(...times))] : []),
    ...[...failed.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [failsFrom(site, [first, ...others], first)])),
  ];
}

/** What the feed's own measurements say of a place or a service, from where and when. */
export function measuredSentence({ about, answered, failed, at, site }: Evidence & { kind: "measured" }, now: number) {
  const values = {
    about: site ?? parsePlaceId(about),
    answered: { vantages: answered },
    failed: { vantages: failed },
    ago: { elapsed: now - Date.parse(at) },
  };
  if (failed.length === 0) return say("elsewhere.measuredAnswers", values);
  return answered.length === 0 ? say("elsewhere.measuredFails", values) : say("elsewhere.measuredBoth", values);
}
