import { isFeedFresh } from "../../feed/freshness.ts";
import type { NetworkTrouble } from "../../feed/network-trouble.ts";
import { parsePlaceId } from "../../providers/place.ts";
import type { Snapshot } from "../health/snapshot.ts";

/** In place of provider ids: the network reaches little of anything. The feed fixes the word. */
export const MOST = "most";

/**
 * What the feed says of people of this network or country who cannot reach the provider.
 * @param place a place of the provider; `MOST` for those who reach little of anything
 */
export function knownCut({ feed, network, now }: Snapshot, place: string): NetworkTrouble | undefined {
  if (network === null || !isFeedFresh(feed, now)) return undefined;
  const { provider } = parsePlaceId(place);
  // The country of a network is not always known; its number says enough.
  return feed.networks.find(
    ({ asn, country, cannotReach }) =>
      (asn === null ? country === network.country : asn === network.asn) && (cannotReach.includes(provider) || cannotReach.includes(MOST)),
  );
}
