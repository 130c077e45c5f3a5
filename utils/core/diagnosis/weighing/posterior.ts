import { HYPOTHESES, type Hypothesis, type Row } from "./hypotheses.ts";

/** No single piece of evidence may outweigh this ratio: the tables are judged, and no judgement is that sure. Judged. */
const LARGEST_RATIO = Math.log(500);
/** Probabilities below this are raised to it: zero would decide everything. Judged. */
const SMALLEST = 0.0005;

export type Posterior = { [hypothesis in Hypothesis]: number };

/**
 * Multiplies prior and evidence and normalises: naive Bayes with every ratio capped.
 * @param evidence a row of likelihoods for each piece of evidence
 * @returns the probability of each hypothesis; they sum to one
 */
export function posterior(prior: Row, evidence: readonly { row: Row }[]): Posterior {
  const score = {} as { [hypothesis in Hypothesis]: number };
  for (const hypothesis of HYPOTHESES) score[hypothesis] = Math.log(Math.max(SMALLEST, prior[hypothesis]));
  for (const { row } of evidence) {
    let best = SMALLEST;
    for (const hypothesis of HYPOTHESES) best = Math.max(best, row[hypothesis]);
    for (const hypothesis of HYPOTHESES) {
      const ratio = Math.log(best) - Math.log(Math.max(SMALLEST, row[hypothesis]));
      score[hypothesis] -= Math.min(LARGEST_RATIO, ratio);
    }
  }
  const top = Math.max(...Object.values(score));
  let sum = 0;
  for (const hypothesis of HYPOTHESES) sum += Math.exp(score[hypothesis] - top);
  const result = {} as Posterior;
  for (const hypothesis of HYPOTHESES) result[hypothesis] = Math.exp(score[hypothesis] - top) / sum;
  return result;
}
