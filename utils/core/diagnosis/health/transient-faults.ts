import { parsePlaceId } from "../../providers/place.ts";
import { MINUTE, SECOND } from "../../time.ts";
import type { Fault, Site, World } from "../../world/world.ts";
import { type Shown, type SiteHealth, siteHealth } from "./site-health.ts";

/** A fault this close to a change of the network was the network's. */
const MOMENT = 15 * SECOND;
/** A check that found no way out speaks for the time around it: it is made after a failure, and the line may come back soon after. */
const BEFORE_CHECK = 1 * MINUTE;
const AFTER_CHECK = 30 * SECOND;
/** So many owners must have failed within one silence, without anybody answering, before it is taken for the line's. */
const SILENT_OWNERS = 3;
/** So many others must have answered since, with nobody failing for so long, before that silence counts as over. */
const ANSWERS_AFTER = 2;
const QUIET_AFTER = 1 * MINUTE;

/** So many others on the same cloud must have failed and recovered before the trouble there counts as over. */
const RECOVERED_OWNERS = 2;

/**
 * Lets go of the faults that fell into a silence of the whole network, once answers come again: a machine that woke up, a
 * Wi-Fi that switched, a line that was down. Answers from the far side (HTTP errors) are never forgiven this way.
 */
export function dropTransientFaults(world: World, troubled: SiteHealth[], shown: Map<string, Shown>, now: number): SiteHealth[] {
  if (troubled.length === 0 || !world.online) return troubled;
  const disturbed = momentsOfDisturbance(world, troubled);
  const silence = silenceThatEnded(world, troubled, now);
  const clouds = recoveries(world);
  const kept: SiteHealth[] = [];
  for (const site of troubled) {
    if (endedWithItsCloud(site, clouds, now)) continue;
    const forgiven = new Set(site.faults.filter((fault) => isTransient(world, site, fault, disturbed, silence)));
    const health = forgiven.size === 0 ? site : without(world, site, forgiven, shown, now);
    if (health !== null) kept.push(health);
  }
  return kept;
}

/** How the site does when some of its faults are not counted. */
function without(world: World, { name }: SiteHealth, faults: Set<Fault>, shown: Map<string, Shown>, now: number): SiteHealth | null {
  const site = world.sites[name];
  if (site === undefined) return null;
  const hosts: Site["hosts"] = {};
  for (const [hostName, host] of Object.entries(site.hosts)) {
    const left = host.trouble?.faults.filter((fault) => !faults.has(fault)) ?? [];
    hosts[hostName] =
      host.trouble === null || left.length === 0 ? { ...host, trouble: null } : { ...host, trouble: { ...host.trouble, faults: left } };
  }
  return siteHealth(name, { ...site, hosts }, now, shown.get(name) ?? "nothing");
}

type Span = { from: number; to: number };

function momentsOfDisturbance(world: World, troubled: SiteHealth[]): number[] {
  const moments = world.networkChangedAt > 0 ? [world.networkChangedAt] : [];
  for (const site of troubled) {
    for (const { kind, at } of site.faults) {
      if (kind === "offline" || kind === "network-changed" || kind === "device") moments.push(at);
    }
  }
  return moments;
}

function isTransient(world: World, site: SiteHealth, fault: Fault, disturbed: number[], silence: Span | null): boolean {
  if (fault.kind === "http") return false;
  if (silence !== null && fault.at > silence.from && fault.at < silence.to) return true;
  const reachedSince = world.connectivity?.result === "reached" && world.connectivity.at > fault.at;
  // The check found no way out (or a portal in it) around that time, and now there is one.
  const unreachable = fault.at >= world.unreachableAt - BEFORE_CHECK && fault.at <= world.unreachableAt + AFTER_CHECK;
  if (!unreachable && !disturbed.some((moment) => Math.abs(moment - fault.at) <= MOMENT)) return false;
  return reachedSince || world.answers.some((answer) => answer.at > fault.at && answer.site !== site.name);
}

/**
 * Finds the last silence in which several owners failed and nobody answered, and that is over: others have answered since
 * and nobody failed. Where all that failed may stand on one cloud, it may have been that cloud's.
 */
function silenceThatEnded(world: World, troubled: SiteHealth[], now: number): Span | null {
  let lastFault = 0;
  for (const site of troubled) for (const fault of site.faults) if (fault.kind !== "http" && fault.at > lastFault) lastFault = fault.at;
  const after = new Set<string>();
  let from = 0;
  let to = now;
  for (const { at, site } of world.answers) {
    if (at > lastFault) {
      after.add(site);
      to = Math.min(to, at);
    } else from = at;
  }
  // An error page came all the way too.
  for (const { faults } of troubled) for (const { kind, at } of faults) if (kind === "http" && at <= lastFault) from = Math.max(from, at);
  if (lastFault === 0 || after.size < ANSWERS_AFTER || now - lastFault < QUIET_AFTER) return null;
  const owners = new Set<string>();
  const places = new Set<string>();
  for (const site of troubled) {
    if (!site.faults.some(({ at, kind }) => at > from && kind !== "http")) continue;
    owners.add(site.owner);
    for (const { on } of site.failingHosts) if (on !== null) places.add(parsePlaceId(on).provider);
  }
  return owners.size >= SILENT_OWNERS && places.size >= 2 ? { from, to } : null;
}

type Recovery = { recovered: Map<string, number>; lastFault: number };

/** For each cloud: which owners failed there and answered since, with the time of that answer, and when anybody failed last. */
function recoveries(world: World): Map<string, Recovery> {
  const clouds = new Map<string, Recovery>();
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined) continue;
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      if (host === undefined || host.trouble === null || host.on === null) continue;
      const fault = host.trouble.faults.at(-1);
      if (fault === undefined) continue;
      const cloud = clouds.get(host.on) ?? { recovered: new Map(), lastFault: 0 };
      clouds.set(host.on, cloud);
      cloud.lastFault = Math.max(cloud.lastFault, fault.at);
      if (host.trouble.answers > 0) cloud.recovered.set(site.owner, Math.max(cloud.recovered.get(site.owner) ?? 0, host.okAt));
    }
  }
  return clouds;
}

/**
 * Whether a site that nobody tried again failed in a trouble of its cloud that is over: others there that failed too have
 * answered since, and nobody failed there after that.
 */
function endedWithItsCloud(site: SiteHealth, clouds: Map<string, Recovery>, now: number): boolean {
  if (now - (site.faults.at(-1)?.at ?? now) < QUIET_AFTER) return false;
  return site.failingHosts.every(({ on }) => {
    const cloud = on === null ? undefined : clouds.get(on);
    if (cloud === undefined) return false;
    const since = [...cloud.recovered].filter(([owner, answeredAt]) => owner !== site.owner && answeredAt > cloud.lastFault);
    return since.length >= RECOVERED_OWNERS;
  });
}
