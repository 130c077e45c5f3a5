/** Where the cause of a failed load can lie: six on this side of the connection, then the connection, the site and its provider. */
export const HYPOTHESES = ["device", "dns", "portal", "proxy", "clock", "interception", "isp", "site", "provider"] as const;
export type Hypothesis = (typeof HYPOTHESES)[number];

/** How likely each hypothesis makes one piece of evidence. Only ratios within a row count, so rows need not sum to one. */
export type Row = { [hypothesis in Hypothesis]: number };

/** Evidence that does not distinguish most hypotheses: the same probability for all, except for those named. */
export function alike(probability: number, except: Partial<Row> = {}): Row {
  const row = {} as Row;
  for (const hypothesis of HYPOTHESES) row[hypothesis] = except[hypothesis] ?? probability;
  return row;
}
