import type { Judgement } from "../diagnosis/diagnose.ts";
import type { CloudSuspect } from "../diagnosis/weighing/cloud-suspect.ts";
import { HYPOTHESES, type Hypothesis } from "../diagnosis/weighing/hypotheses.ts";
import type { Posterior } from "../diagnosis/weighing/posterior.ts";
import type { Sign } from "../diagnosis/weighing/weighed.ts";
import type { Answer, IgnoredCounts } from "./replayed-browser.ts";

/** The width of the bar of a probability of one, in characters. */
const BAR = 30;

/**
 * Explains in a terminal how an answer came about: which events were ignored, which rule decided, how much each piece of evidence
 * added to the best hypothesis over the second best (in bits), and the posterior.
 * @param sentences the verdict's own evidence, translated
 */
export function explain(answer: Answer, sentences: string[]): string {
  const { verdict, judgement, snapshot } = answer;
  const asked = answer.ask.tabId !== undefined ? `tab ${answer.ask.tabId}` : (answer.ask.site ?? "the toolbar");
  const named = [verdict.scope, verdict.cause, verdict.subject].filter((part) => part !== null).join(" · ");
  const lines = [`${answer.trace}  t=${answer.t} ms  asked about ${asked}`, `  ${named}  (${percent(verdict.confidence)})`];
  for (const sentence of sentences) lines.push(`    - ${sentence}`);
  const ignored = ignoredText(answer.ignored);
  if (ignored !== null) lines.push(`  ${ignored}`);
  if (judgement === null)
    lines.push(`  nothing was weighed; ${snapshot.answering.length} sites answered lately, ${snapshot.failing.length} fail`);
  else lines.push(...judgementLines(judgement));
  return lines.join("\n");
}

/** `ignored since the last ask: 4 (third-party 3, cached 1)`; null where no event was. */
function ignoredText(counts: IgnoredCounts): string | null {
  const reasons = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  return `ignored since the last ask: ${total} (${reasons.map(([reason, count]) => `${reason} ${count}`).join(", ")})`;
}

function judgementLines({ weighing, rule, withheld }: Judgement): string[] {
  const { site, suspect, evidence, posterior } = weighing;
  const [best, second] = ranked(posterior);
  const lines = [
    `  ${site.name}: ${site.faults.length} faults that count, mostly ${site.kind}, ${site.state}`,
    `  decided by the rule: ${rule}`,
  ];
  if (withheld !== null) lines.push(`  not shown: the trouble of the site is ${withheld === "blip" ? "a blip" : "abandoned"}`);
  if (suspect !== null) lines.push(`  suspected: ${suspectLine(suspect)}`);
  lines.push(`  evidence, in bits for ${best} over ${second}:`);
  for (const weighed of evidence) lines.push(`    ${bits(weighed.row[best], weighed.row[second]).padStart(6)}  ${labelOf(weighed)}`);
  lines.push("  posterior:");
  for (const hypothesis of ranked(posterior)) {
    const p = posterior[hypothesis];
    if (p < 0.001) continue;
    lines.push(`    ${hypothesis.padEnd(13)}${percent(p).padStart(6)}  ${"█".repeat(Math.round(p * BAR))}`);
  }
  return lines;
}

function suspectLine({ place, hosting, owners, unsettled, answering, match, correlation }: CloudSuspect): string {
  const counts = `${owners} owners fail there, ${unsettled.length} failed lately, ${answering.length} answer`;
  const incident = match === null ? "no incident" : `${match.strength} incident`;
  return `${place}${hosting === "guessed" ? " (a guess)" : ""}; ${counts}; ${incident}; ${correlation}`;
}

/** What a piece of evidence is, in a few words. */
function labelOf(sign: Sign): string {
  switch (sign.kind) {
    case "own-failures":
      return `fails by ${sign.fault}`;
    case "other-fails":
      return `${sign.site} fails${onSamePlace(sign)} (${sign.fault})`;
    case "other-works":
      return `${sign.site} ${sign.after === "last-failure" ? "works" : "worked in between"}${onSamePlace(sign)}`;
    case "neighbour-stumbled":
      return `${sign.site} stumbled on the same cloud`;
    case "nobody-answers":
      return "nobody answers";
    case "others-worked-before":
      return `others worked ${sign.seconds} s before${sign.failedAlready ? ", while it failed already" : ""}`;
    case "clock-right":
      return "the clock is right";
    case "reachability":
      return `the check: ${sign.result}`;
    case "clock-skew":
      return "clock skew";
    case "place-guessed":
      return `may be hosted on ${sign.place}`;
    case "fails-elsewhere-too":
      return `parts outside ${sign.place} fail too`;
    case "incident":
      return `${sign.strength} incident of ${sign.place}`;
    case "site-reported":
      return "others report the site";
    case "place-measured":
      return measuredLabel(sign.place, sign.failing);
    case "site-measured":
      return measuredLabel("the site", sign.failing);
    case "network-reported":
      return "others report this network";
  }
}

function measuredLabel(what: string, failing: number): string {
  return failing === 0 ? `vantages reach ${what}` : `${what} fails at ${failing} elsewhere`;
}

function onSamePlace(sign: { onSamePlace: boolean }): string {
  return sign.onSamePlace ? " on the same cloud" : "";
}

/** The hypotheses, the most probable first. */
function ranked(posterior: Posterior): [Hypothesis, Hypothesis, ...Hypothesis[]] {
  return [...HYPOTHESES].sort((a, b) => posterior[b] - posterior[a]) as [Hypothesis, Hypothesis, ...Hypothesis[]];
}

function bits(best: number, second: number): string {
  const value = Math.log2(best / second);
  return `${value >= 0 ? "+" : ""}${value.toFixed(1)}`;
}

function percent(p: number): string {
  return `${(100 * p).toFixed(1)}%`;
}
