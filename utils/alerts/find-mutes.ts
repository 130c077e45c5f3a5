import { type Mute, muteFor } from "../core/alerts/mutes.ts";
import { knownPlaces, placementName } from "../core/providers/known-places.ts";
import { searchServices } from "../providers/catalogue-search.ts";

/** At most this many hits are shown. Judged. */
const HITS_SHOWN = 8;
/** At most this many of them are services and sites, where there are places too. Judged. */
const SITES_BESIDE_PLACES = 4;

/**
 * Finds what can be muted by a name or an address: services and sites, then clouds and their regions.
 * @param place the name of a place in the person's language
 */
export function findMutes(words: string, language: string, place: (provider: string, region: string | null) => string): Mute[] {
  const sites = searchServices(words, language).map(({ site, name, service }) =>
    muteFor(site, service === null ? null : { id: service.id, name }),
  );
  const places = placesNamed(words, place);
  return [...(places.length === 0 ? sites : sites.slice(0, SITES_BESIDE_PLACES)), ...places].slice(0, HITS_SHOWN);
}

/** Places whose names, in English, in the person's language and as ids, together contain every word. */
function placesNamed(words: string, place: (provider: string, region: string | null) => string): Mute[] {
  const typed = words.trim().toLowerCase().split(/\s+/);
  return knownPlaces()
    .filter(({ provider, region }) => {
      const names = [placementName(provider, region), place(provider, region), provider, region ?? ""];
      const all = names.join(" ").toLowerCase();
      return typed.every((word) => all.includes(word));
    })
    .map((place) => ({ kind: "place", ...place }));
}
