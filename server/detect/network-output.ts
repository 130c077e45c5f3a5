import type { NetworkTrouble } from "../../utils/core/feed/network-trouble.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { isExplained } from "./cut-off.ts";
import type { CutOff, Detector, PlaceRecord, ServiceRecord } from "./detector.ts";
import { instantOf } from "./minutes.ts";
import { networksStillInTrouble } from "./network-trouble.ts";
import { crowdFigures } from "./reporters/crowd-figures.ts";
import { isNamed, largestOf, QUORUM } from "./reporters/network-spread.ts";
import { byCountry, byNetwork, type Origins, originsIn, type Part } from "./reporters/origins.ts";
import { shareOf, usualShares } from "./reporters/usual-countries.ts";

/** In place of provider ids: a network reaches little of anything. */
const MOST = "most";
/** Who does not reach more providers than this reaches little of anything. Judged (2026-11-30). */
const MOST_FROM = 5;

type Unreached = { provider: PlaceRecord; cutOff: CutOff };

/**
 * The access networks and countries in trouble, as they may be published: networks that reach little of anything, and people who are cut off
 * from providers that others reach.
 * @param usualAnHour reports usual in an hour at a place
 */
export function networksInTrouble(detector: Detector, usualAnHour: (place: PlaceRecord) => number): NetworkTrouble[] {
  const troubles: NetworkTrouble[] = [];
  const reachingLittle = new Set<string | null>();
  for (const { network, since } of networksStillInTrouble(detector)) {
    // The feed would else point at one or two people.
    if (!isNamed(network) || peopleOn(detector, network) < QUORUM) continue;
    reachingLittle.add(network);
    troubles.push({ ...nameOf({ network, country: null }, originsOn(detector)), cannotReach: [MOST], since: isoOf(since), crowd: null });
  }
  const unreached: Unreached[] = [];
  for (const id of detector.activePlaces) {
    const provider = detector.places.get(id);
    if (provider?.cutOff && !reachingLittle.has(provider.cutOff.part.network)) unreached.push({ provider, cutOff: provider.cutOff });
  }
  for (const ofPart of Map.groupBy(unreached, ({ cutOff: { part } }) => part.network ?? part.country).values())
    troubles.push(...troubleOf(detector, ofPart, usualAnHour));
  return troubles.filter(({ asn, country }) => asn !== null || country !== null).toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
}

/** Who is cut off, from several providers perhaps; the figures are those of the provider that most people report. */
function troubleOf(detector: Detector, unreached: Unreached[], usualAnHour: (place: PlaceRecord) => number): NetworkTrouble[] {
  const [first] = unreached;
  if (first === undefined) return [];
  const { part } = first.cutOff;
  const providers = unreached.map(({ provider }) => provider.id).toSorted();
  const crowds = unreached.map(({ provider }) => crowdOf(detector, provider, part, usualAnHour(provider)));
  return [
    {
      ...nameOf(part, first.provider.origins),
      cannotReach: providers.length > MOST_FROM ? [MOST] : providers,
      since: isoOf(Math.min(...unreached.map(({ cutOff }) => cutOff.started))),
      crowd: crowds.toSorted((one, other) => (other?.reporters ?? 0) - (one?.reporters ?? 0))[0] ?? null,
    },
  ];
}

function crowdOf(detector: Detector, place: PlaceRecord, part: Part, usual: number) {
  const shares = usualShares(detector.countries);
  const share = part.country === null || shares === null ? 1 : shareOf(shares, part.country);
  return crowdFigures(byNetwork(originsIn(part, place.origins)), usual * share, place.series, detector.closed);
}

/** No table of names is at hand, so a network goes by its number. */
function nameOf(part: Part, origins: Origins): Pick<NetworkTrouble, "asn" | "name" | "country"> {
  if (part.network === null) return { asn: null, name: part.country, country: part.country };
  const country = largestOf(byCountry(originsIn(part, origins)))?.network ?? null;
  const asn = Number(/^AS(\d{1,10})$/.exec(part.network)?.[1] ?? 0);
  return { asn: asn > 0 ? asn : null, name: part.network, country: asn > 0 ? country : null };
}

/** Distinct reporters on a network within the hour, at least: each counts once a service. */
function peopleOn(detector: Detector, network: string): number {
  let most = 0;
  for (const id of detector.active) most = Math.max(most, detector.services.get(id)?.hour.get(network) ?? 0);
  return most;
}

function originsOn(detector: Detector): Origins {
  const origins: Origins = new Map();
  for (const id of detector.active)
    for (const [origin, count] of detector.services.get(id)?.origins ?? []) origins.set(origin, (origins.get(origin) ?? 0) + count);
  return origins;
}

/** Whether the reports about a service come from people who are cut off from a provider that hosts it. */
export function isOfPeopleCutOff(detector: Detector, record: ServiceRecord, namedPlaces: readonly string[], usualAnHour: number): boolean {
  return [...record.on, ...namedPlaces].some((place) => {
    const cutOff = detector.places.get(parsePlaceId(place).provider)?.cutOff;
    return cutOff != null && isExplained(detector, record.origins, cutOff, usualAnHour);
  });
}

function nameKey({ country, name }: NetworkTrouble): string {
  return `${country ?? ""} ${name}`;
}

function isoOf(minute: number): string {
  return new Date(instantOf(minute)).toISOString();
}
