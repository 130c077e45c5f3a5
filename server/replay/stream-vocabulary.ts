import { isKnownPlace } from "../../utils/core/providers/known-places.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import type { Vocabulary } from "../../utils/core/reports/report.ts";

const PLAIN_REGION_ID = /^[a-z0-9][a-z0-9-]{0,39}\/[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * The words that a report of a stream may use: the services and places of its first line, and every place known by name. A
 * provider that only this stream knows may have any region.
 */
export function vocabularyOf(services: readonly { id: string; on: string[] }[]): Vocabulary {
  const listed = new Set(services.flatMap(({ on }) => on));
  const providers = new Set([...listed].map((place) => parsePlaceId(place).provider));
  const isOfOwnProvider = (place: string) => {
    const { provider } = parsePlaceId(place);
    return PLAIN_REGION_ID.test(place) && providers.has(provider) && !isKnownPlace(provider);
  };
  return {
    services: new Set(services.map(({ id }) => id)),
    isPlace: (place) => listed.has(place) || providers.has(place) || isKnownPlace(place) || isOfOwnProvider(place),
  };
}
