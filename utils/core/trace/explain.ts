import { takeSnapshot } from "../diagnosis/health/snapshot.ts";
import { HYPOTHESES, type Hypothesis } from "../diagnosis/weighing/likelihoods.ts";
import type { Posterior } from "../diagnosis/weighing/posterior.ts";
import { weigh } from "../diagnosis/weighing/weigh.ts";
import type { Answer } from "./replay.ts";

const BAR = 30;

/**
 * Tells in a terminal how an answer came about: the posterior, and what each piece of evidence added to the best hypothesis
 * over the second best, in bits.
 * @param sentences the verdict's own evidence, already in words
 */
export function explain(answer: Answer, sentences: string[]): string {
  const { verdict, world, now } = answer;
  const asked = answer.ask.tabId !== undefined ? `tab ${answer.ask.tabId}` : (answer.ask.site ?? "the toolbar");
  const named = [verdict.scope, verdict.cause, verdict.subject].filter((part) => part !== null).join(" · ");
  const lines = [`${answer.trace}  t=${answer.t} ms  asked about ${asked}`, `  ${named}  (${percent(verdict.confidence)})`];
  for (const sentence of sentences) lines.push(`    - ${sentence}`);

  const snapshot = takeSnapshot(world, now);
  const health =
    [...snapshot.failing, ...snapshot.unsettled].find((site) => site.name === (verdict.site ?? verdict.subject)) ??
    (verdict.site === null && verdict.scope !== "clear" ? snapshot.failing[0] : undefined);
  if (health === undefined) {
    lines.push(`  nothing in trouble here; ${snapshot.answering.length} sites answered lately, ${snapshot.failing.length} fail`);
    return lines.join("\n");
  }
  const weighing = weigh(world, snapshot, health);
  const [best, second] = ranked(weighing.posterior);
  lines.push(`  ${health.name}: ${health.faults.length} standing faults, mostly ${weighing.kind}, ${health.state}`);
  lines.push(`  evidence, in bits for ${best} over ${second}:`);
  for (const { name, row } of weighing.evidence) lines.push(`    ${bits(row[best], row[second]).padStart(6)}  ${name}`);
  lines.push("  posterior:");
  for (const hypothesis of ranked(weighing.posterior)) {
    const p = weighing.posterior[hypothesis];
    if (p < 0.001) continue;
    lines.push(`    ${hypothesis.padEnd(13)}${percent(p).padStart(6)}  ${"█".repeat(Math.round(p * BAR))}`);
  }
  return lines.join("\n");
}

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
