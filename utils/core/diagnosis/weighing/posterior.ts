import { HYPOTHESES, type Hypothesis, type Row } from "./likelihoods.ts";

/** No single piece of evidence may outweigh this ratio: tables are judgement, and judgement is never that sure. */
const LARGEST_RATIO = Math.log(500);
const SMALLEST = 0.0005;

/** One piece of evidence as the table sees it: its name, and how likely each hypothesis makes it. */
export type Weighed = { name: string; row: Row };

export type Posterior = { [hypothesis in Hypothesis]: number };

/** Multiplies prior and evidence and normalises: naive Bayes with every ratio capped. */
export function posterior(prior: Row, evidence: Weighed[]): Posterior {
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
