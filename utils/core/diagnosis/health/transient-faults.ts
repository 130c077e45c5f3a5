import { parsePlaceId } from "../../providers/place.ts";
import { MINUTE, SECOND } from "../../time.ts";
import type { Fault, Site, World } from "../../world/world.ts";
import type { Shown } from "./rest-of-site.ts";
import { isOngoing, type SiteHealth, siteHealth } from "./site-health.ts";

// All thresholds in this file are judged (2026-11-23 to 2026-11-28), and checked by `npm run accuracy`.

/** A fault this close to a change of the network was caused by it. */
const AROUND_CHANGE = 15 * SECOND;
/** A check that reached nothing explains faults this long before and after it: it follows a failure, and the line may return soon. */
const BEFORE_CHECK = 1 * MINUTE;
const AFTER_CHECK = 30 * SECOND;
/** At least this many owners must have failed within one silence, while no site answered, before the connection is the cause. */
const SILENT_OWNERS = 3;
/** That silence is over once at least this many others have answered since, with no failure for this long. */
const ANSWERS_AFTER = 2;
const QUIET_AFTER = 1 * MINUTE;
/** A portal's walled garden lets at most two sites through. */
export const BEYOND_WALLED_GARDEN = 3;
/** At least this many others on the same cloud must have failed and recovered before the trouble there is over. */
const RECOVERED_OWNERS = 2;

/**
 * Drops the faults that fell into a silence of the whole network, once answers come again: a machine that woke up, a Wi-Fi that
 * switched, a line that was down. Answers from the far side (HTTP errors) are never dropped this way. Drops a whole site
 * that got no further request, where the trouble of its cloud is over.
 */
export function dropTransientFaults(world: World, troubled: SiteHealth[], shown: Map<string, Shown>, now: number): SiteHealth[] {
  if (troubled.length === 0) return troubled;
  const disturbed = disturbancesOf(world, troubled);
  const silence = endedSilence(world, troubled, now);
  const recoveries = recoveriesByPlace(world);
  const kept: SiteHealth[] = [];
  for (const site of troubled) {
    if (isOngoing(site) && endedWithItsPlace(site, recoveries, now)) continue;
    const transient = new Set(
      site.faults.filter((fault) => isTransient(world, site, fault, { disturbed, silence, shown: shown.get(site.name) })),
    );
    const health = transient.size === 0 ? site : healthWithout(world, site, transient, shown, now);
    if (health !== null) kept.push(health);
  }
  return kept;
}

/** The health of a site when some of its faults are not counted. */
function healthWithout(world: World, { name }: SiteHealth, faults: Set<Fault>, shown: Map<string, Shown>, now: number): SiteHealth | null {
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

/** A span of time, in milliseconds of the epoch. */
type Span = { from: number; to: number };

/** When the network of this device changed or was missing. */
function disturbancesOf(world: World, troubled: SiteHealth[]): number[] {
  const moments = world.networkChangedAt > 0 ? [world.networkChangedAt] : [];
  for (const site of troubled) {
    for (const { kind, at } of site.faults) {
      if (kind === "offline" || kind === "network-changed" || kind === "device") moments.push(at);
    }
  }
  return moments;
}

type Circumstances = { disturbed: number[]; silence: Span | null; shown: Shown | undefined };

function isTransient(world: World, site: SiteHealth, fault: Fault, { disturbed, silence, shown }: Circumstances): boolean {
  if (fault.kind === "http") return false;
  if (silence !== null && fault.at > silence.from && fault.at < silence.to) return true;
  const reachedSince = world.connectivity?.result === "reached" && world.connectivity.at > fault.at;
  // The check reached nothing (or a portal) around that time, and now the connection works.
  const unreachable = fault.at >= world.unreachableAt - BEFORE_CHECK && fault.at <= world.unreachableAt + AFTER_CHECK;
  if (!unreachable && !disturbed.some((moment) => Math.abs(moment - fault.at) <= AROUND_CHANGE)) return false;
  if (reachedSince) return true;
  // A tab still shows the failure, and nothing but some other site says that the line is back.
  return shown !== "failure" && hasWayOut(world, site.name, Math.max(fault.at, world.unreachableAt));
}

/** Whether others have answered since: one site, or several where a portal lets a few through. */
function hasWayOut({ answers, connectivity }: World, except: string, since: number): boolean {
  const others = new Set(answers.filter(({ at, site }) => at > since && site !== except).map(({ site }) => site));
  return others.size >= (connectivity?.result === "captive" ? BEYOND_WALLED_GARDEN : 1);
}

/**
 * Finds the last silence in which several owners failed and no site answered, and that is over: others have answered since and
 * none failed. Where everything that failed may be hosted on one cloud, the silence may have been that cloud's.
 */
function endedSilence(world: World, troubled: SiteHealth[], now: number): Span | null {
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
  // An error page is an answer too.
  for (const { faults } of troubled) for (const { kind, at } of faults) if (kind === "http" && at <= lastFault) from = Math.max(from, at);
  if (lastFault === 0 || after.size < ANSWERS_AFTER || now - lastFault < QUIET_AFTER) return null;
  const owners = new Set<string>();
  const providers = new Set<string>();
  for (const site of troubled) {
    if (!site.faults.some(({ at, kind }) => at > from && kind !== "http")) continue;
    owners.add(site.owner);
    for (const { on } of site.failingHosts) if (on !== null) providers.add(parsePlaceId(on).provider);
  }
  return owners.size >= SILENT_OWNERS && providers.size >= 2 ? { from, to } : null;
}

/** The owners that failed on a place and answered since, with the time of that answer, and the last failure of any owner there. */
type Recovery = { recovered: Map<string, number>; lastFault: number };

function recoveriesByPlace(world: World): Map<string, Recovery> {
  const places = new Map<string, Recovery>();
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined) continue;
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      if (host === undefined || host.trouble === null || host.on === null) continue;
      const fault = host.trouble.faults.at(-1);
      if (fault === undefined) continue;
      const place = places.get(host.on) ?? { recovered: new Map(), lastFault: 0 };
      places.set(host.on, place);
      place.lastFault = Math.max(place.lastFault, fault.at);
      if (host.trouble.answers > 0) place.recovered.set(site.owner, Math.max(place.recovered.get(site.owner) ?? 0, host.okAt));
    }
  }
  return places;
}

/**
 * Whether the trouble in which a site failed is over on its place, although the site itself got no further request: others there that
 * failed too have answered since, and none failed there after that.
 */
function endedWithItsPlace(site: SiteHealth, recoveries: Map<string, Recovery>, now: number): boolean {
  if (now - site.lastFaultAt < QUIET_AFTER) return false;
  return site.failingHosts.every(({ on }) => {
    const place = on === null ? undefined : recoveries.get(on);
    if (place === undefined) return false;
    const since = [...place.recovered].filter(([owner, answeredAt]) => owner !== site.owner && answeredAt > place.lastFault);
    return since.length >= RECOVERED_OWNERS;
  });
}
