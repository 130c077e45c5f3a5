import { namedPlace } from "../diagnosis/named-place.ts";
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
