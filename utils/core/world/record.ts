import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf, witnessOf } from "../providers/owner.ts";
import { parsePlaceId } from "../providers/place.ts";
import { onlyName } from "../providers/service-name.ts";
import { MINUTE, SECOND } from "../time.ts";
import { lastFaultOf, recordAnswer, recordFault } from "./host-record.ts";
import type { Observation } from "./observation.ts";
import { placeHost } from "./place-host.ts";
import { capHosts, capSites } from "./prune.ts";
import { ANSWERS_KEPT, SILENT_OWNERS, type Site, type World } from "./world.ts";

/** The answers of a site are listed at most this often. Judged. */
const ANSWER_SPACING = 5 * SECOND;
/** Trouble that paused for longer is new trouble. Judged. */
const TROUBLE_PAUSE = 5 * MINUTE;

/** Counts one observation for its host and site. Returns the same world where it adds nothing. */
export function recordObservation(world: World, observation: Observation, knowledge: Knowledge): World {
  const { site: name, host: hostName, at, fault, role } = observation;
  const site = world.sites[name] ?? newSite(name, hostName, knowledge);
  const known = site.hosts[hostName];
  const placed = placeHost(world, observation, known, site.owner, knowledge);
  const counted = fault === null ? recordAnswer(placed.host, observation) : recordFault(placed.host, observation, site.pageOkAt);
  const visited = site.visited || role === "page";
  const pageOkAt = fault === null && role === "page" ? at : site.pageOkAt;
  const answers = fault === null ? withAnswer(world.answers, name, at) : world.answers;
  const silentOwners = withObservation(world.silentOwners, observation, { owner: site.owner, visited });
  const unchanged = counted === known && visited === site.visited && placed.world === world;
  if (unchanged && answers === world.answers && silentOwners === world.silentOwners) return world;
  const next: Site = {
    ...site,
    visited,
    pageOkAt,
    troubleSince: fault !== null && counted !== known ? startOfTrouble(site, at) : site.troubleSince,
    hosts: capHosts({ ...site.hosts, [hostName]: counted }),
  };
  return { ...placed.world, answers, silentOwners, sites: capSites(placed.world.sites, name, next, at) };
}

function newSite(name: string, hostName: string, knowledge: Knowledge): Site {
  const found = knowledge.serviceOf(hostName);
  const service = found === null ? null : onlyName(found);
  const owner = ownerOf(name, found);
  const witness = witnessOf(name, found);
  const believed = found?.on[0];
  return {
    owner,
    ...(witness === owner ? {} : { witness }),
    service,
    ...(believed === undefined ? {} : { believedOn: parsePlaceId(believed).provider }),
    visited: false,
    pageOkAt: 0,
    troubleSince: 0,
    hosts: {},
  };
}

/** Adds a site to those that answered, unless it was added a moment before. */
function withAnswer(answers: World["answers"], site: string, at: number): World["answers"] {
  for (let index = answers.length - 1; index >= 0; index--) {
    const answer = answers[index];
    if (answer === undefined || at - answer.at >= ANSWER_SPACING) break;
    if (answer.site === site) return answers;
  }
  return [...answers, { at, site }].slice(-ANSWERS_KEPT);
}

/** The owners that failed in silence, after one more observation. Over http a captive portal could have answered. */
function withObservation(owners: string[], { fault, secure }: Observation, site: Pick<Site, "owner" | "visited">): string[] {
  if (fault === null || fault.kind === "http") return site.visited && secure && owners.length > 0 ? [] : owners;
  return owners.length >= SILENT_OWNERS || owners.includes(site.owner) ? owners : [...owners, site.owner];
}

/** Since when a site that fails now has been failing. */
function startOfTrouble(site: Site, at: number): number {
  return site.troubleSince > 0 && at - lastFaultOf(site) <= TROUBLE_PAUSE ? site.troubleSince : at;
}
