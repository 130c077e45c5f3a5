import type { BrowserFamily } from "../../net/classify-error.ts";
import { parsePlaceId } from "../../providers/place.ts";
import { MINUTE } from "../../time.ts";
import type { World } from "../../world/world.ts";
import { lastFailure, type SiteHealth, sitesInTrouble, whatTabsShow } from "./site-health.ts";
import { dropTransientFaults } from "./transient-faults.ts";

/** How far back the control reaches from the first failure: what else worked in the two minutes before. */
export const CONTROL_WINDOW = 2 * MINUTE;
/** Answers older than this are not looked at; the longest that a failure stands, and its control before it. */
const LONGEST_WINDOW = 7 * MINUTE;

/** A site that answered lately and is not in trouble. `on`: what its hosts stand on, and when one there last answered. */
export type AnsweringSite = { name: string; owner: string; visited: boolean; at: number; on: { place: string; at: number }[] };

/** Who is seen on one cloud: on a region, or on a whole provider. */
export type PlaceSnapshot = { failing: SiteHealth[]; unsettled: SiteHealth[]; answering: { site: AnsweringSite; at: number }[] };

/** A proxy that was met this long ago still stands in between. */
const PROXIED_LATELY = 2 * MINUTE;

/** The cross-section of the world at one moment: who fails, who answers. */
export type Snapshot = {
  now: number;
  browser: BrowserFamily;
  /** Sites whose trouble stands, recovering ones included; the latest first. */
  failing: SiteHealth[];
  /** Sites that failed a moment ago, too little or no longer: witnesses only. */
  unsettled: SiteHealth[];
  /** The latest first. */
  answering: AnsweringSite[];
  /** Of those one an owner, and no owner that fails elsewhere: the control. */
  control: AnsweringSite[];
  /** All by what they stand on: `provider/region`, and `provider` for all of it. */
  places: Map<string, PlaceSnapshot>;
  /** How many owners fail. */
  failingOwners: number;
  /** The newest answer of anybody, an error page included; 0 for none. */
  lastAnswer: number;
  /** When answers came, by site, the newest last. */
  answers: World["answers"];
  /** Requests went through a proxy lately. */
  proxied: boolean;
};

/** Takes the cross-section. Faults that a silent network explains, and that ended with it, are left out. */
export function takeSnapshot(world: World, now: number): Snapshot {
  const shown = whatTabsShow(world);
  const troubled = dropTransientFaults(world, sitesInTrouble(world, shown, now), shown, now).sort(
    (a, b) => lastFailure(b) - lastFailure(a),
  );
  const stands = ({ state }: SiteHealth) => state !== "blip" && state !== "recovered";
  const failing = troubled.filter(stands);
  const unsettled = troubled.filter((site) => !stands(site));
  const answering = whoAnswers(world, new Set(troubled.map(({ name }) => name)), now);
  return {
    now,
    browser: world.browser,
    failing,
    unsettled,
    answering,
    control: controlOf(failing, answering),
    places: placesOf(failing, unsettled, answering),
    failingOwners: new Set(failing.map(({ owner }) => owner)).size,
    lastAnswer: lastAnswerOf(world, troubled),
    answers: world.answers,
    proxied: world.proxiedAt > 0 && now - world.proxiedAt <= PROXIED_LATELY,
  };
}

function whoAnswers(world: World, troubled: Set<string>, now: number): AnsweringSite[] {
  const answering: AnsweringSite[] = [];
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined || troubled.has(name)) continue;
    let at = 0;
    const on: AnsweringSite["on"] = [];
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      if (host === undefined || now - host.okAt > LONGEST_WINDOW) continue;
      if (host.okAt > at) at = host.okAt;
      if (host.on === null) continue;
      const known = on.find(({ place }) => place === host.on);
      if (known === undefined) on.push({ place: host.on, at: host.okAt });
      else if (host.okAt > known.at) known.at = host.okAt;
    }
    if (at > 0) answering.push({ name, owner: site.owner, visited: site.visited, at, on });
  }
  return answering.sort((a, b) => b.at - a.at);
}

function controlOf(failing: SiteHealth[], answering: AnsweringSite[]): AnsweringSite[] {
  const seen = new Set(failing.map(({ owner }) => owner));
  return answering.filter(({ owner }) => !seen.has(owner) && seen.add(owner));
}

function placesOf(failing: SiteHealth[], unsettled: SiteHealth[], answering: AnsweringSite[]): Snapshot["places"] {
  const places: Snapshot["places"] = new Map();
  const at = (name: string): PlaceSnapshot => {
    let place = places.get(name);
    if (place === undefined) {
      place = { failing: [], unsettled: [], answering: [] };
      places.set(name, place);
    }
    return place;
  };
  for (const [list, sites] of [
    ["failing", failing],
    ["unsettled", unsettled],
  ] as const) {
    for (const site of sites) for (const name of standsUnder(site.failingHosts.map(({ on }) => on))) at(name)[list].push(site);
  }
  for (const site of answering) {
    const [first] = site.on;
    if (site.on.length === 1 && first !== undefined) {
      for (const name of standsUnder([first.place])) at(name).answering.push({ site, at: first.at });
      continue;
    }
    const newest = new Map<string, number>();
    for (const on of site.on) for (const name of standsUnder([on.place])) newest.set(name, Math.max(newest.get(name) ?? 0, on.at));
    for (const [name, time] of newest) at(name).answering.push({ site, at: time });
  }
  return places;
}

/** All names under which something is found: its region, and its whole provider. */
function standsUnder(ons: (string | null)[]): Set<string> {
  const names = new Set<string>();
  for (const on of ons) if (on !== null) names.add(on).add(parsePlaceId(on).provider);
  return names;
}

/** An error page is an answer too: the way to it works. */
function lastAnswerOf(world: World, troubled: SiteHealth[]): number {
  let last = world.answers.at(-1)?.at ?? 0;
  for (const site of troubled) {
    for (const fault of site.faults) if (fault.kind === "http" && fault.at > last) last = fault.at;
  }
  return last;
}
