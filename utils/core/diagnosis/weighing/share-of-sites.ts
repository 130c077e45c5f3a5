/** An unknown share of sites that fail, estimated from one site after another (rule of succession, with the prior as counts). */
export type ShareOfSites = { readonly failed: number; readonly answered: number };

/** The probability that the next site fails. */
export function probabilityOfFailure({ failed, answered }: ShareOfSites): number {
  return failed / (failed + answered);
}

/** The share after one more site was seen to fail. */
export function withFailure({ failed, answered }: ShareOfSites): ShareOfSites {
  return { failed: failed + 1, answered };
}

/** The share after one more site was seen to answer. */
export function withAnswer({ failed, answered }: ShareOfSites): ShareOfSites {
  return { failed, answered: answered + 1 };
}
