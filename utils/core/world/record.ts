import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf, witnessOf } from "../providers/owner.ts";
import { parsePlaceId } from "../providers/place.ts";
import { onlyName } from "../providers/service-name.ts";
import { MINUTE, SECOND } from "../time.ts";
import { afterLoad } from "./after-load.ts";
import { ANSWERS_KEPT } from "./caps.ts";
import { lastFaultOf, recordAnswer, recordFault } from "./host-record.ts";
import type { Observation } from "./observation.ts";
import { adoptPassing, isInPassing, recordPassing } from "./passing-hosts.ts";
import { placeHost } from "./place-host.ts";
import { capHosts, capSites } from "./prune.ts";
import { afterOpening, readOpening } from "./socket.ts";
import { type Fault, SILENT_OWNERS, type Site, type World } from "./world.ts";

/** The answers of a site are listed at most this often. Judged. */
const ANSWER_SPACING = 5 * SECOND;
/** Trouble that paused for longer is new trouble. Judged. */
const TROUBLE_PAUSE = 5 * MINUTE;

/** Counts one observation for its host and site. Returns the same world where it adds nothing. */
export function recordObservation(before: World, seen: Observation, knowledge: Knowledge): World {
  const { site: name, host: hostName, at, role, refusal, ms } = seen;
  if (isInPassing(before, seen)) {
    const world = recordPassing(before, seen, knowledge);
    const answers = withAnswerInPassing(world, name, at);
    return answers === world.answers ? world : { ...world, answers };
  }
  const followed = before.sites[name];
  const { world, site } =
    followed === undefined ? adoptPassing(before, name, newSite(name, hostName, knowledge)) : { world: before, site: followed };
  const known = site.hosts[hostName];
  const sockets = role === "socket" && seen.fault === null ? afterOpening(known?.sockets, at, site.pageOkAt) : known?.sockets;
  const observation = sockets === undefined || sockets === known?.sockets ? seen : readOpening(seen, sockets);
  const { fault } = observation;
  const placed = placeHost(world, observation, known, site, knowledge);
  const counted =
    fault === null ? recordAnswer(placed.host, observation) : recordFault(placed.host, observation, openedAt(world, site, observation));
  const visited = site.visited || role === "page";
  const opened = fault === null && refusal === null && role === "page";
  const pageOkAt = opened ? at : site.pageOkAt;
  const answers = fault === null ? withAnswer(world, name, at) : world.answers;
  const silentOwners = withObservation(world.silentOwners, observation, { owner: site.owner, visited });
  const unchanged = counted === known && sockets === known.sockets && visited === site.visited && placed.world === world;
  if (unchanged && answers === world.answers && silentOwners === world.silentOwners) return before;
  const troubleSince =
    fault !== null && counted !== known ? startOfTrouble(site, hostName, counted.trouble?.faults ?? [], at) : site.troubleSince;
  const next: Site = {
    ...withRefusal(site, observation),
    visited,
    known: site.known || opened,
    pageOkAt,
    troubleSince,
    hosts: capHosts({ ...site.hosts, [hostName]: sockets === undefined ? counted : { ...counted, sockets } }),
  };
  if (role === "page" && fault === null && ms !== null) withPace(next, at, ms);
  return { ...placed.world, answers, silentOwners, sites: capSites(placed.world.sites, name, next, at) };
}

/** When the page that calls was opened: a page from a cache says nothing of the network, but its calls begin anew. */
function openedAt({ tabs }: World, { pageOkAt }: Site, { site: name, tabId, role }: Observation): number {
  const tab = tabs[tabId];
  return role === "page" || tab?.site !== name || tab.state !== "shown" ? pageOkAt : Math.max(pageOkAt, tab.at);
}

function newSite(name: string, hostName: string, knowledge: Knowledge): Site {
  const found = knowledge.serviceOf(hostName);
  const service = found === null ? null : onlyName(found);
  const usual = knowledge.usualOf?.(name) ?? null;
  const owner = ownerOf(name, found);
  const witness = witnessOf(name, found);
  const believed = found?.on[0];
  return {
    owner,
    ...(witness === owner ? {} : { witness }),
    service,
    ...(believed === undefined ? {} : { believedOn: parsePlaceId(believed).provider }),
    visited: false,
    known: knowledge.learned(hostName) !== null,
    pageOkAt: 0,
    troubleSince: 0,
    ...(usual === null ? {} : { pace: { ...usual, last: [] } }),
    hosts: {},
  };
}

/** A page that turns the person away is kept until another page of the site has opened or failed. */
function withRefusal(site: Site, { role, host, at, refusal }: Observation): Site {
  if (role !== "page") return site;
  if (refusal !== null) return { ...site, refusal: { host, at, status: refusal.status } };
  if (site.refusal === undefined) return site;
  const { refusal: _, ...rest } = site;
  return rest;
}

/** Counts how long a page of a site took to answer. */
export function recordPace(world: World, name: string, at: number, ms: number): World {
  const site = world.sites[name];
  if (site === undefined) return world;
  const next = { ...site };
  withPace(next, at, ms);
  return next.pace === site.pace ? world : { ...world, sites: { ...world.sites, [name]: next } };
}

/** Adds a load to a site. Changes the site that it is given. */
function withPace(site: Site, at: number, ms: number): void {
  site.pace = afterLoad(site.pace, at, ms);
}

/** Adds a site to those that answered, unless it was added a moment before. */
function withAnswer({ answers, networkChangedAt }: World, site: string, at: number): World["answers"] {
  for (let index = answers.length - 1; index >= 0; index--) {
    const answer = answers[index];
    if (answer === undefined || at - answer.at >= ANSWER_SPACING || answer.at <= networkChangedAt) break;
    if (answer.site === site) return answers;
  }
  return [...answers, { at, site }].slice(-ANSWERS_KEPT);
}

/** Of all the hosts in passing one answer in five seconds is listed, so that they do not push the sites out that the person visits. */
function withAnswerInPassing({ answers, sites }: World, site: string, at: number): World["answers"] {
  const last = answers.findLast((answer) => sites[answer.site] === undefined);
  return last !== undefined && at - last.at < ANSWER_SPACING ? answers : [...answers, { at, site }].slice(-ANSWERS_KEPT);
}

/** The owners that failed in silence, after one more observation. Over http a captive portal could have answered. */
function withObservation(owners: string[], { fault, secure }: Observation, site: Pick<Site, "owner" | "visited">): string[] {
  if (fault === null || fault.kind === "http") return site.visited && secure && owners.length > 0 ? [] : owners;
  return owners.length >= SILENT_OWNERS || owners.includes(site.owner) ? owners : [...owners, site.owner];
}

/** Since when a site that fails now has been failing. `faults`: those of the host that fails, since it was last well. */
function startOfTrouble(site: Site, hostName: string, faults: readonly Fault[], now: number): number {
  const { [hostName]: _, ...others } = site.hosts;
  const isNew = faults.length === 1;
  const last = lastFaultOf(isNew ? { hosts: others } : site);
  // What repeats a failure within a moment raises the count of that failure.
  const at = faults.at(-1)?.at ?? now;
  return site.troubleSince > 0 && last > 0 && at - last <= TROUBLE_PAUSE ? site.troubleSince : at;
}
