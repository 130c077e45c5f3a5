import { HORIZON } from "./alarm.ts";
import type { PlaceRecord } from "./detector.ts";
import { addTally, sumOf, type Tally, takeTally } from "./reporters/network-spread.ts";
import { byNetwork, type Origins } from "./reporters/origins.ts";
import { addToSeries } from "./reporters/report-series.ts";

/** Ends the running minute of a place, and drops the minute that is an hour old. */
export function closePlaceMinute(place: PlaceRecord, minute: number): void {
  const { open } = place;
  place.open = null;
  if (open !== null) {
    place.minutes.push(open);
    addTally(place.hour, open.reporters);
    addTally(place.origins, open.origins);
    addToSeries(place.series, open.minute, byNetwork(open.people));
  }
  for (let oldest = place.minutes[0]; oldest !== undefined && oldest.minute <= minute - HORIZON; oldest = place.minutes[0]) {
    takeTally(place.hour, oldest.reporters);
    takeTally(place.origins, oldest.origins);
    place.minutes.shift();
  }
}

/** Fresh reporters on all services of a place after a minute. */
export function reportersSince(place: PlaceRecord, minute: number): number {
  let sum = 0;
  for (const old of place.minutes) if (old.minute > minute) sum += sumOf(old.reporters);
  return sum;
}

/** Reporters on some services of a place after a minute, by network. */
export function tallySince(place: PlaceRecord, minute: number, services: Iterable<string>, kind: "fresh" | "present"): Tally {
  const tally: Tally = new Map();
  const wanted = [...services];
  for (let index = place.minutes.length - 1; index >= 0; index--) {
    const old = place.minutes[index];
    if (old === undefined || old.minute <= minute) break;
    for (const id of wanted) {
      const found = old[kind].get(id);
      if (found !== undefined) addTally(tally, found);
    }
  }
  return tally;
}

/** Where people are who reported anything at a place after a minute: each once, or each in every five-minute bucket. */
export function originsSince(place: PlaceRecord, minute: number, kind: "origins" | "people"): Origins {
  const origins: Origins = new Map();
  for (let index = place.minutes.length - 1; index >= 0; index--) {
    const old = place.minutes[index];
    if (old === undefined || old.minute <= minute) break;
    addTally(origins, old[kind]);
  }
  return origins;
}
