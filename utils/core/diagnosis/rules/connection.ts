import { isWithin } from "../../providers/place.ts";
import { knownCut, MOST } from "../weighing/known-cut.ts";
import { type Case, type Rule, unclear } from "./rule.ts";

// All thresholds in this file are judged (2026-11-23), and checked by `npm run accuracy`.

/** At least this many owners must fail, or that many where the feed says that this network reaches little of anything. */
const OWNERS = 3;
const OWNERS_OF_REPORTED_NETWORK = 2;
/** They must be on this many known places; */
const PLACES = 2;
/** or on this many, with those where general knowledge puts a site; */
const PLACES_BELIEVED = 3;
/** or on this many, if each unknown place is one. */
const PLACES_UNKNOWN = 4;
/** The same in basic access, which shows no addresses. */
const PLACES_UNKNOWN_IN_BASIC = 8;

/** The connection between here and the rest is most likely the cause. It is named where the failures are spread. */
export const connection: Rule<"connection"> = {
  name: "connection",
  conclude(given) {
    if (given.likeliest !== "network") return null;
    return isSpread(given)
      ? { finding: { scope: "network", cause: "isp", subject: null }, confidence: given.probability.network }
      : unclear(given);
  },
};

/**
 * Whether the failures are spread over places that share nothing else. Unknown places may all be one; but with full access most places
 * of what a person visits are known, so several unknown ones are hardly all the same. General knowledge of who hosts a site counts here:
 * it can only protect a cloud.
 */
function isSpread({ snapshot, weighing: { site, contrast } }: Case): boolean {
  const places = new Set<string>();
  const believed = new Set<string>();
  let unknown = 0;
  for (const { failingHosts, believedOn } of [site, ...contrast.failing]) {
    for (const { on } of failingHosts) if (on !== null) places.add(on);
    if (failingHosts.some(({ on }) => on !== null)) continue;
    if (believedOn === null) unknown++;
    else believed.add(believedOn);
  }
  const known = places.size;
  for (const provider of believed) if (![...places].some((place) => isWithin(place, provider))) places.add(provider);
  const owners = knownCut(snapshot, MOST) === undefined ? OWNERS : OWNERS_OF_REPORTED_NETWORK;
  if (1 + contrast.failing.length < owners) return false;
  const enough = snapshot.mode === "full" ? PLACES_UNKNOWN : PLACES_UNKNOWN_IN_BASIC;
  return known >= PLACES || places.size >= PLACES_BELIEVED || places.size + unknown >= enough;
}
