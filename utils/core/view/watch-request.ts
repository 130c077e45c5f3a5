import type { Watch } from "../alerts/watch.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { siteNameOf } from "./site-title.ts";
import type { Situation } from "./situation.ts";
import { type Translator, withoutIsolates } from "./translator.ts";

/** What a person can wait for: the site of a verdict, or the place it blames where it is about no one site. Null for neither. */
export function watchableOf({ site, scope, subject }: Verdict): string | null {
  return site ?? (scope === "provider" ? subject : null);
}

/**
 * The request to notify a person once when what a page shows works again.
 * @param check whether the extension may request the site now and then to find out
 */
export function watchRequest(situation: Situation, words: Pick<Translator, "language" | "place">, check: boolean): Watch {
  const { verdict, host, incident, now } = situation;
  const request = { requestedAt: now, incident: incident?.id ?? null, check };
  if (verdict.site === null && verdict.scope === "provider") {
    const { provider, region } = parsePlaceId(verdict.subject);
    return { ...request, site: verdict.subject, host: null, name: withoutIsolates(words.place(provider, region)) };
  }
  const site = verdict.site ?? host ?? "";
  return { ...request, site, host: host ?? site, name: siteNameOf(situation, words.language) ?? site };
}
