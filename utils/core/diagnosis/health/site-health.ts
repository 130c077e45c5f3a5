import type { Fault, Host, Site, World } from "../../world/world.ts";
import { faultWeight } from "./fault-weight.ts";
import { type HostHealth, hostHealth, type Shown, type TroubleState } from "./host-health.ts";

/** Faults must weigh more than one hang or one frame to be trouble. Judged. */
const TROUBLE_WEIGHT = 0.6;

/** A host of a site that fails. */
export type FailingHost = {
  host: string;
  /** The place that hosts it, `provider/region` or `provider`; null where it is not known, or on no known provider. */
  on: string | null;
  /** It is known what hosts it, even if that is no known provider. */
  placed: boolean;
  /** The provider's own service, where the host's name spells it. */
  service: string | null;
};

/** The state of a site that fails or failed lately. Sites in good health have no entry. Times are milliseconds of the epoch. */
export type SiteHealth = {
  name: string;
  owner: string;
  /** The catalogue's entry for it; null for a site that is not in there. */
  service: Site["service"];
  /** The provider that mainly hosts it by general knowledge. */
  believedOn: string | null;
  state: TroubleState;
  /** When the trouble was first seen. */
  since: number;
  /** The faults that count, of all its failing hosts, the oldest first; never empty. */
  faults: Fault[];
  /** The kind that weighs most among its faults; of two alike the later. */
  kind: Fault["kind"];
  firstFaultAt: number;
  lastFaultAt: number;
  /** Since when it has been failing without an answer in between: earlier answers of others say nothing about that. */
  unansweredSince: number;
  failingHosts: FailingHost[];
  /** Requests of its failing hosts that were answered since the last failure or beside it: more than none is a partial failure. */
  answered: number;
};

/** Whether the trouble lasts; what is too small or over is evidence about others only. */
export function isOngoing({ state }: { state: TroubleState }): boolean {
  return state !== "blip" && state !== "recovered";
}

/** The state of a site is the first of these that one of its hosts has. */
const GRAVEST_FIRST: readonly TroubleState[] = ["failing", "recovering", "abandoned", "recovered", "blip"];

/**
 * Judges one site by its hosts.
 * @param now milliseconds of the epoch
 * @param shown what a tab still shows of it
 * @returns null for a site in good health, or without a known failure
 */
export function siteHealth(name: string, site: Site, now: number, shown: Shown): SiteHealth | null {
  const rest = { pageOkAt: site.pageOkAt, okAt: Math.max(...Object.values(site.hosts).map(({ okAt }) => okAt)), shown };
  const hosts: InTrouble[] = [];
  for (const [host, record] of Object.entries(site.hosts)) {
    if (record.trouble === null) continue;
    const { state, faults } = hostHealth(record, record.trouble, rest, now);
    if (state !== "fine") hosts.push({ host, record, state, faults, answered: record.trouble.partly + record.trouble.answers });
  }
  if (hosts.length === 0) return null;
  const ongoing = hosts.filter(isOngoing);
  const counted = weightOf(ongoing) > TROUBLE_WEIGHT ? ongoing : hosts;
  const faults = counted.flatMap((host) => host.faults).sort((a, b) => a.at - b.at);
  const states = new Set(counted.map(({ state }) => state));
  const firstFaultAt = faults[0]?.at ?? now;
  return {
    name,
    owner: site.owner,
    service: site.service,
    believedOn: site.believedOn ?? null,
    state: GRAVEST_FIRST.find((one) => states.has(one)) ?? "recovered",
    since: site.troubleSince > 0 ? site.troubleSince : firstFaultAt,
    faults,
    kind: dominantKind(faults),
    firstFaultAt,
    lastFaultAt: faults.at(-1)?.at ?? now,
    unansweredSince: faults.findLast(({ afresh }) => afresh)?.at ?? firstFaultAt,
    failingHosts: counted.map(({ host, record: { on, ip, service = null } }) => ({
      host,
      on,
      placed: on !== null || ip !== null,
      service,
    })),
    answered: counted.reduce((sum, { answered }) => sum + answered, 0),
  };
}

type InTrouble = { host: string; record: Host; state: Exclude<HostHealth["state"], "fine">; faults: Fault[]; answered: number };

function weightOf(hosts: InTrouble[]): number {
  let sum = 0;
  for (const { faults } of hosts) for (const fault of faults) sum += faultWeight(fault);
  return sum;
}

function dominantKind(faults: Fault[]): Fault["kind"] {
  const weights = new Map<Fault["kind"], number>();
  for (const fault of faults) weights.set(fault.kind, (weights.get(fault.kind) ?? 0) + faultWeight(fault));
  let best = faults.at(-1)?.kind ?? "ambiguous";
  for (const [kind, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = kind;
  return best;
}

/** What the tabs show, for each site that one of them shows; a failure before a page. */
export function shownInTabs(world: World): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { state, site } of Object.values(world.tabs)) {
    if (site === null) continue;
    if (state === "failed") shown.set(site, "failure");
    else if (state === "shown" && !shown.has(site)) shown.set(site, "page");
  }
  return shown;
}

/** Judges every site of the world and returns those that fail or failed a moment ago. */
export function sitesInTrouble(world: World, shown: Map<string, Shown>, now: number): SiteHealth[] {
  const troubled: SiteHealth[] = [];
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined || !hasTrouble(site)) continue;
    const health = siteHealth(name, site, now, shown.get(name) ?? "nothing");
    if (health !== null) troubled.push(health);
  }
  return troubled;
}

/** A cheap test that spares the many healthy sites the full judgement. */
function hasTrouble({ hosts }: Site): boolean {
  for (const name in hosts) if (hosts[name]?.trouble != null) return true;
  return false;
}
