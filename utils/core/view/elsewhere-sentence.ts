import type { Evidence } from "../diagnosis/evidence.ts";
import type { ElsewhereView } from "../feed/elsewhere-view.ts";
import type { Vantage } from "../feed/views.ts";
import type { NelType } from "../net/failure.ts";
import { parsePlaceId } from "../providers/place.ts";
import { failurePhrase } from "./failure-phrase.ts";
import { inSeconds } from "./moment.ts";
import { say } from "./translator.ts";

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
