import { namedPlace } from "../diagnosis/named-place.ts";
import { SOURCE_IDS } from "../status-pages/source-ids.ts";
import { ADDRESS, othersMayTell } from "./elsewhere.ts";
import type { Situation } from "./situation.ts";

/** Whose status page to read: that of a site (catalogue id), of a provider, or of both. */
export type DirectQuestion = { site: string | null; provider: string | null };

/**
 * Whose status page to read where no feed is current and the failure is not on this side: that of the site, and that of the provider
 * which the verdict names or which hosts the failing host.
 * @returns null where a feed is current, or where neither site nor provider is known
 */
export function directQuestion({ feed, otherFeeds = [], verdict, service, hostedOn }: Situation): DirectQuestion | null {
  const statuses = [feed, ...otherFeeds.map(({ status }) => status)];
  if (statuses.some(({ state }) => state === "fresh" || state === "frozen")) return null;
  const named = namedPlace(verdict);
  if (named !== null) return { site: null, provider: named.provider };
  if (verdict.scope !== "site" && verdict.scope !== "unclear") return null;
  const provider = (hostedOn.find(({ failing }) => failing) ?? hostedOn[0])?.place.provider ?? null;
  return service === null && provider === null ? null : { site: service?.id ?? null, provider };
}

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
