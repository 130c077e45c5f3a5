/**
 * Providers of one company that answer for each other: Google's load balancers in front of Google Cloud, Microsoft's edge in front of
 * Azure. Their lists of addresses overlap. The clouds for one country (`aws-cn`, `azure-gov`) are apart on purpose, and fail apart.
 */
const HOUSES: { [provider: string]: string } = { gcp: "google", azure: "microsoft", amazon: "aws", "akamai-linode": "akamai" };

/** Whether two providers are one or belong to one company, so that the region of one is a region of the other. */
export function areOneHouse(one: string, other: string): boolean {
  return (HOUSES[one] ?? one) === (HOUSES[other] ?? other);
}
