import type { Place, PlaceId } from "./place.ts";
import { type Lookup, placeName, providerKey, regionKey, regionName, regionsOf } from "./place-name.ts";
import { PROVIDERS } from "./provider-table.ts";
import { REGION_NAMES } from "./region-table.ts";

let messages: Map<string, string> | undefined;

/**
 * The English names of all places as messages, by key; languages fall back to them. The extension's build adds them to the English
 * messages, so that no page carries the tables. Read on the first call.
 */
export function placeMessages(): ReadonlyMap<string, string> {
  messages ??= new Map([
    ...readNames(PROVIDERS).map(([id, name]): [string, string] => [providerKey(id), name]),
    ...Object.entries(REGION_NAMES).flatMap(([provider, lines]) =>
      readNames(lines).map(([id, name]): [string, string] => [regionKey(provider, id), name]),
    ),
  ]);
  return messages;
}

const english: Lookup = (key) => placeMessages().get(key);

/** The English name of a place, for texts that the server writes. */
export function placementName(provider: string, region: string | null): string {
  return placeName(provider, region, english);
}

/** Whether a place is in the tables. Reports may contain no other places. */
export function isKnownPlace(on: PlaceId): boolean {
  const [provider = "", region, ...rest] = on.split("/");
  if (rest.length > 0 || english(providerKey(provider)) === undefined) return false;
  return region === undefined || regionName(provider, region, english) !== undefined;
}

/** All places in the tables: each provider, followed by its regions. */
export function knownPlaces(): Place[] {
  return readNames(PROVIDERS).flatMap(([provider]) => [
    { provider, region: null },
    ...readNames(REGION_NAMES[regionsOf(provider)] ?? "").map(([region]) => ({ provider, region })),
  ]);
}

/** Reads lines of `id|name`. */
function readNames(lines: string): [id: string, name: string][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split("|"))
    .flatMap(([id = "", name = ""]) => (id === "" ? [] : [[id, name] as [string, string]]));
}
