import type { Watch } from "../alerts/watch.ts";
import { namedPlace } from "../diagnosis/named-place.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { placeId } from "../providers/place.ts";
import { siteNameOf } from "./site-title.ts";
import type { Situation } from "./situation.ts";
import { type Translator, withoutIsolates } from "./translator.ts";

/** What a person can wait for: the site of a verdict, or the place it names where it is about no one site. Null for neither. */
export function watchableOf(verdict: Verdict): string | null {
  return verdict.site ?? (namedPlace(verdict) === null ? null : verdict.subject);
}

/**
 * The request to notify a person once when what a page shows works again.
 * @param check whether the extension may request the site now and then to find out
 */
export function watchRequest(situation: Situation, words: Pick<Translator, "language" | "place">, check: boolean): Watch {
  const { verdict, host, incident, now } = situation;
  const request = { requestedAt: now, incident: incident?.id ?? null, check };
  const place = namedPlace(verdict);
  if (verdict.site === null && place !== null) {
    const name = withoutIsolates(words.place(place.provider, place.region));
    return { ...request, site: placeId(place.provider, place.region), host: null, name };
  }
  const site = verdict.site ?? host ?? "";
  return { ...request, site, host: host ?? site, name: siteNameOf(situation, words.language) ?? site };
}
