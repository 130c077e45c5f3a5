import type { Feed } from "../../feed/feed.ts";
import { joinFeeds } from "../../feed/join.ts";
import { parsePlaceId } from "../../providers/place.ts";
import { MINUTE } from "../../time.ts";
import type { World } from "../../world/world.ts";
import { hangsIn } from "./hang.ts";
import { isOngoing, type SiteHealth, shownInTabs, sitesInTrouble } from "./site-health.ts";
import { dropTransientFaults } from "./transient-faults.ts";

/** The control includes what else worked in this time before the first failure. A fixed rule, not fitted. */
export const CONTROL_WINDOW = 2 * MINUTE;
/** Older answers are not looked at: the longest time that a failure counts, and the control before it. */
const ANSWER_LIFETIME = 7 * MINUTE;
/** A proxy that was seen this long ago is still in between. Judged. */
const PROXIED_LATELY = 2 * MINUTE;

/** A site that answered lately and is not in trouble. `on`: the places that host it, and when a host there last answered. */
export type AnsweringSite = { name: string; owner: string; visited: boolean; at: number; on: { place: string; at: number }[] };

/** The sites seen on one place: on a region, or on a whole provider. */
export type PlaceSnapshot = { failing: SiteHealth[]; unsettled: SiteHealth[]; answering: { site: AnsweringSite; at: number }[] };

/** What a diagnosis asks of the world as it is. */
type WorldFacts = Pick<
  World,
  | "browser"
  | "mode"
  | "online"
  | "networkChangedAt"
  | "connectivity"
  | "proxiedAt"
  | "intermediaryAt"
  | "feedAt"
  | "feedFailures"
  | "answers"
  | "elsewhere"
  | "targets"
  | "network"
  | "tabs"
  | "sites"
  | "passing"
>;

/**
 * The world at one moment, with all that every question about that moment shares: who fails, who answers, and where.
 * Take one for each evaluation and hand it to all who ask. Plain data; nothing in it is ever changed.
 */
export type Snapshot = WorldFacts & {
  /** Milliseconds of the epoch. */
  now: number;
  /** All feeds that have not expired, joined. */
  feed: Feed | null;
  /** Sites whose trouble is ongoing, recovering ones included; the latest first. */
  failing: SiteHealth[];
  /** Sites that failed a moment ago, too little or no longer: evidence about others only. */
  unsettled: SiteHealth[];
  /** Sites that fail where only other pages led: evidence about nobody. */
  led: SiteHealth[];
  /** The latest first. */
  answering: AnsweringSite[];
  /** The control: one answering site for each owner, without owners that fail elsewhere. */
  control: AnsweringSite[];
  /** All of them by the place that hosts them: `provider/region`, and `provider` for all of it. */
  places: Map<string, PlaceSnapshot>;
  /** How many independent owners fail. */
  failingWitnesses: number;
  /** The newest answer of any site, an error page included; 0 for none. */
  lastAnswer: number;
  /** Requests went through a proxy lately. */
  proxied: boolean;
};

/**
 * Takes the snapshot. Faults that a silence of the whole network explains, and that ended with it, are left out.
 * @param now milliseconds of the epoch
 */
export function takeSnapshot(world: World, now: number): Snapshot {
  const shown = shownInTabs(world);
  const hangs = hangsIn(world, now);
  const online = isOnline(world);
  const found = sitesInTrouble(world, shown, hangs, now);
  const troubled = (online ? dropTransientFaults(world, found, shown, now) : found).sort((a, b) => b.lastFaultAt - a.lastFaultAt);
  const led = troubled.filter((site) => site.led === true && isOngoing(site));
  const failing = troubled.filter((site) => site.led !== true && isOngoing(site));
  const unsettled = troubled.filter((site) => site.led !== true && !isOngoing(site));
  const answering = answeringSites(world, new Set(troubled.map(({ name }) => name)), now);
  return {
    now,
    browser: world.browser,
    mode: world.mode,
    online,
    networkChangedAt: world.networkChangedAt,
    connectivity: world.connectivity,
    proxiedAt: world.proxiedAt,
    intermediaryAt: world.intermediaryAt,
    feed: joinFeeds(world.feeds, now),
    feedAt: world.feedAt,
    feedFailures: world.feedFailures,
    answers: world.answers,
    elsewhere: world.elsewhere,
    targets: world.targets,
    network: world.network,
    tabs: world.tabs,
    sites: world.sites,
    passing: world.passing,
    failing,
    unsettled,
    led,
    answering,
    control: controlOf(failing, answering),
    places: placesOf(failing, unsettled, answering),
    failingWitnesses: new Set(failing.map(({ witness }) => witness)).size,
    lastAnswer: lastAnswerOf(world, troubled),
    proxied: world.proxiedAt > 0 && now - world.proxiedAt <= PROXIED_LATELY,
  };
}

/** At least this many sites must have answered since the browser said that it is offline before that is not believed. design.md fixes it. */
const ANSWERS_ONLINE = 2;

/**
 * Whether the browser is online. Virtual adapters make browsers say "offline" while all works, so a check that reached and answers of
 * sites refute it.
 */
function isOnline({ online, networkChangedAt, connectivity, answers }: World): boolean {
  if (online || (connectivity?.result === "reached" && connectivity.at > networkChangedAt)) return true;
  return new Set(answers.filter(({ at }) => at > networkChangedAt).map(({ site }) => site)).size >= ANSWERS_ONLINE;
}

function answeringSites(world: World, troubled: Set<string>, now: number): AnsweringSite[] {
  const answering: AnsweringSite[] = [];
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined || troubled.has(name)) continue;
    let at = 0;
    const on: AnsweringSite["on"] = [];
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      if (host === undefined || now - host.okAt > ANSWER_LIFETIME) continue;
      if (host.okAt > at) at = host.okAt;
      if (host.on === null) continue;
      addPlace(on, host.on, host.okAt);
      if (host.platform !== undefined) addPlace(on, host.platform, host.okAt);
    }
    if (at > 0) answering.push({ name, owner: site.owner, visited: site.visited, at, on });
  }
  return [...answering, ...answeringInPassing(world, now)].sort((a, b) => b.at - a.at);
}

/** Adds a place to those that host a site, or a later answer there. */
function addPlace(on: AnsweringSite["on"], place: string, at: number): void {
  const known = on.find((other) => other.place === place);
  if (known === undefined) on.push({ place, at });
  else if (at > known.at) known.at = at;
}

/** The hosts in passing by their sites. */
function answeringInPassing({ passing }: World, now: number): AnsweringSite[] {
  const sites = new Map<string, AnsweringSite>();
  for (const { site: name, owner, on, okAt } of passing) {
    if (now - okAt > ANSWER_LIFETIME) continue;
    let site = sites.get(name);
    if (site === undefined) {
      site = { name, owner, visited: false, at: okAt, on: [] };
      sites.set(name, site);
    }
    site.at = Math.max(site.at, okAt);
    if (on !== null) addPlace(site.on, on, okAt);
  }
  return [...sites.values()];
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
  for (const site of failing) for (const name of namesOf(placesUnder(site))) at(name).failing.push(site);
  for (const site of unsettled) for (const name of namesOf(placesUnder(site))) at(name).unsettled.push(site);
  for (const site of answering) {
    const [first] = site.on;
    if (site.on.length === 1 && first !== undefined) {
      // The usual case, hundreds of times an evaluation.
      const slash = first.place.indexOf("/");
      const answer = { site, at: first.at };
      at(first.place).answering.push(answer);
      if (slash > 0) at(first.place.slice(0, slash)).answering.push(answer);
      continue;
    }
    const newest = new Map<string, number>();
    for (const on of site.on) for (const name of namesOf([on.place])) newest.set(name, Math.max(newest.get(name) ?? 0, on.at));
    for (const [name, time] of newest) at(name).answering.push({ site, at: time });
  }
  return places;
}

/** The places under the failing hosts of a site: an edge or a cloud, and the platform that runs it. */
export function placesUnder({ failingHosts }: SiteHealth): (string | null)[] {
  return failingHosts.flatMap(({ on, platform }) => (platform === null ? [on] : [on, platform]));
}

/** All names under which something hosted there is found: each region, and its whole provider. */
function namesOf(places: (string | null)[]): Set<string> {
  const names = new Set<string>();
  for (const place of places) if (place !== null) names.add(place).add(parsePlaceId(place).provider);
  return names;
}

/** An error page is an answer too: the connection to it works. */
function lastAnswerOf(world: World, troubled: SiteHealth[]): number {
  let last = world.answers.at(-1)?.at ?? 0;
  for (const site of troubled) {
    for (const fault of site.faults) if (fault.kind === "http" && fault.at > last) last = fault.at;
  }
  return last;
}
