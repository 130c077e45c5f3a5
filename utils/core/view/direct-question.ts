import { parsePlaceId } from "../providers/place.ts";
import type { Situation } from "./situation.ts";

/** Whose status page could tell more. */
export type DirectQuestion = { site: string | null; provider: string | null };

/**
 * Whom to ask where no feed answers and something fails that is not this side: the site's own page, or that of the provider that
 * the verdict names, or that the failing host stands on.
 * @returns null where a feed answers, or nobody could be asked
 */
export function directQuestion({ feed, otherFeeds = [], verdict, service, hostedOn }: Situation): DirectQuestion | null {
  const statuses = [feed, ...otherFeeds.map(({ status }) => status)];
  if (statuses.some(({ state }) => state === "fresh" || state === "frozen")) return null;
  if (verdict.scope === "provider")
    return { site: null, provider: verdict.subject === null ? null : parsePlaceId(verdict.subject).provider };
  if (verdict.scope !== "site" && verdict.scope !== "unclear") return null;
  const provider = (hostedOn.find(({ failing }) => failing) ?? hostedOn[0])?.place.provider ?? null;
  return service === null && provider === null ? null : { site: service?.id ?? null, provider };
}
