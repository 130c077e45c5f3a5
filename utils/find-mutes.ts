import { searchServices } from "./catalogue-search.ts";
import { type Mute, muteFor } from "./core/mutes.ts";
import { knownPlaces, placementName } from "./core/provider-names.ts";

const HITS_SHOWN = 8;
/** Of these, services and sites at most, where there are places too. */
const SITES_BESIDE_PLACES = 4;

/** What can be muted by a name or an address: services and sites, then clouds and their regions. */
export function findMutes(words: string, language: string): Mute[] {
  const sites = searchServices(words, language).map(({ site, name, service }) =>
    muteFor(site, service === null ? null : { id: service.id, name }),
  );
  const places = placesNamed(words);
  return [...(places.length === 0 ? sites : sites.slice(0, SITES_BESIDE_PLACES)), ...places].slice(0, HITS_SHOWN);
}

/** Places whose names, in either language or as the provider writes them, hold every word. */
function placesNamed(words: string): Mute[] {
  const asked = words.trim().toLowerCase().split(/\s+/);
  return knownPlaces()
    .filter(({ provider, region }) => {
      const names = [placementName(provider, region, "en"), placementName(provider, region, "ar"), provider, region ?? ""];
      const all = names.join(" ").toLowerCase();
      return asked.every((word) => all.includes(word));
    })
    .map((place) => ({ kind: "place", ...place }));
}
