import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { parsePlaceId } from "../providers/place.ts";
import { onlyName } from "../providers/service-name.ts";
import { MINUTE, SECOND } from "../time.ts";
import { recordAnswer, recordFault } from "./host-record.ts";
import type { Observation } from "./observation.ts";
import { placeHost } from "./place-host.ts";
import { ANSWERS_KEPT, HOSTS_KEPT, type Host, SITE_LIFETIME, SITES_KEPT, type Site, TROUBLED_KEPT, type World } from "./world.ts";

/** A site that answers steadily is noted once in this time. */
const ANSWER_NOTED = 5 * SECOND;
/** Trouble that paused for longer is new trouble. */
const TROUBLE_PAUSE = 5 * MINUTE;

/** Counts one observation for its host and site. Returns the same world where it teaches nothing. */
export function recordObservation(world: World, observation: Observation, knowledge: Knowledge): World {
  const { site: name, host: hostName, at, fault, role } = observation;
  const site = world.sites[name] ?? newSite(name, hostName, knowledge);
  const known = site.hosts[hostName];
  const placed = placeHost(world, observation, known, site.owner, knowledge);
  const counted = fault === null ? recordAnswer(placed.host, observation) : recordFault(placed.host, observation, site.pageOkAt);
  const visited = site.visited || role === "page";
  const pageOkAt = fault === null && role === "page" ? at : site.pageOkAt;
  const answers = fault === null ? noteAnswer(world.answers, name, at) : world.answers;
  const unchanged = counted === known && visited === site.visited && placed.world === world;
  if (unchanged && answers === world.answers) return world;
  const next: Site = {
    ...site,
    visited,
    pageOkAt,
    troubleSince: fault !== null && counted !== known ? startOfTrouble(site, at) : site.troubleSince,
    hosts: capHosts({ ...site.hosts, [hostName]: counted }),
  };
  return { ...placed.world, answers, sites: capSites(placed.world.sites, name, next, at) };
}

function newSite(name: string, hostName: string, knowledge: Knowledge): Site {
  const found = knowledge.serviceOf(hostName);
  const service = found === null ? null : onlyName(found);
  const site: Site = { owner: ownerOf(name, found), service, visited: false, pageOkAt: 0, troubleSince: 0, hosts: {} };
  const believed = found?.on[0];
  return believed === undefined ? site : { ...site, believedOn: parsePlaceId(believed).provider };
}

function noteAnswer(answers: World["answers"], site: string, at: number): World["answers"] {
  for (let index = answers.length - 1; index >= 0; index--) {
    const answer = answers[index];
    if (answer === undefined || at - answer.at >= ANSWER_NOTED) break;
    if (answer.site === site) return answers;
  }
  return [...answers, { at, site }].slice(-ANSWERS_KEPT);
}

function lastFaultAt(host: Host): number {
  return host.trouble?.faults.at(-1)?.at ?? 0;
}

function startOfTrouble(site: Site, at: number): number {
  const last = Math.max(0, ...Object.values(site.hosts).map(lastFaultAt));
  return site.troubleSince > 0 && at - last <= TROUBLE_PAUSE ? site.troubleSince : at;
}

/** When a host last answered or failed; 0 for never. */
export function lastSeenAt(host: Host | undefined): number {
  return host === undefined ? 0 : Math.max(host.okAt, lastFaultAt(host));
}

function capHosts(hosts: Site["hosts"]): Site["hosts"] {
  const names = Object.keys(hosts);
  if (names.length <= HOSTS_KEPT) return hosts;
  const oldest = names.reduce((a, b) => (lastSeenAt(hosts[a]) <= lastSeenAt(hosts[b]) ? a : b));
  const { [oldest]: _, ...rest } = hosts;
  return rest;
}

function capSites(sites: World["sites"], name: string, site: Site, at: number): World["sites"] {
  const next = { ...sites, [name]: site };
  if (sites[name] === undefined) dropOldest(next, SITES_KEPT, (host) => lastSeenAt(host), at);
  if (sites[name]?.troubleSince !== site.troubleSince) dropOldest(next, TROUBLED_KEPT, lastFaultAt, at);
  return next;
}

/** Drops sites past their lifetime and, beyond a cap, the one with the oldest sign of a sort. Changes what it is given. */
function dropOldest(sites: World["sites"], kept: number, signOf: (host: Host) => number, at: number): void {
  let counted = 0;
  let oldest: string | null = null;
  let oldestSign = Number.POSITIVE_INFINITY;
  for (const name in sites) {
    let sign = 0;
    let seen = 0;
    for (const host of Object.values(sites[name]?.hosts ?? {})) {
      sign = Math.max(sign, signOf(host));
      seen = Math.max(seen, lastSeenAt(host));
    }
    if (at - seen > SITE_LIFETIME) delete sites[name];
    else if (sign > 0) {
      counted++;
      if (sign < oldestSign) {
        oldestSign = sign;
        oldest = name;
      }
    }
  }
  if (counted > kept && oldest !== null) delete sites[oldest];
}
