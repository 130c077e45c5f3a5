import type { SourceContext } from "../../parsing/adapter.ts";

/** Products of Google Workspace that are sites of their own in the catalogue. They share one status page. */
const SITES = new Map([
  ["gmail", "gmail"],
  ["google drive", "google-drive"],
  ["google docs", "google-drive"],
  ["google sheets", "google-drive"],
  ["google slides", "google-drive"],
  ["google meet", "google-meet"],
  ["google calendar", "google-calendar"],
]);

/** The sites that an incident affects: for Workspace by product, for every other dashboard the source's own. */
export function googleSites(source: SourceContext, products: string[]): (string | null)[] {
  if (source.provider !== "google" || source.site !== null) return [source.site];
  const sites = new Set<string>();
  for (const product of products) {
    const site = SITES.get(product.toLowerCase());
    if (site !== undefined) sites.add(site);
  }
  return sites.size === 0 ? [null] : [...sites];
}
