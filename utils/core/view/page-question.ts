import { SOURCE_IDS } from "../status-pages/source-ids.ts";
import { ADDRESS, othersMayTell } from "./elsewhere.ts";
import type { Situation } from "./situation.ts";

/**
 * The failing site whose status page is to be looked for, by its registrable domain: one that the list of sources does not have.
 * Hosts of this machine and of private networks are never judged, and so never looked for.
 * @returns null where no site fails, where its own page would say nothing about the trouble, where the feed reads that page, and for an address
 */
export function pageQuestion({ verdict, service }: Pick<Situation, "verdict" | "service">): string | null {
  const { site } = verdict;
  if (site === null || ADDRESS.test(site) || !othersMayTell(verdict)) return null;
  return service !== null && SOURCE_IDS.has(service.id) ? null : site;
}
