import { isWithin } from "../../providers/place.ts";
import type { Fault, Host, Site, World } from "../../world/world.ts";
import { faultWeight } from "./fault-weight.ts";
import { type Hang, siteOfHang } from "./hang.ts";
import { beganAgainAt, type HostHealth, hostHealth, type TroubleState } from "./host-health.ts";
import type { Shown } from "./rest-of-site.ts";

/** Faults must weigh more than one hang or one frame to be trouble. Judged. */
const TROUBLE_WEIGHT = 0.6;

/** A host of a site that fails. */
export type FailingHost = {
  host: string;
  /** The place that hosts it, `provider/region` or `provider`; null where it is not known, or on no known provider. */
  on: string | null;
  /** It is known what hosts it, even if that is no known provider. */
  placed: boolean;
  /** The platform that runs it behind another provider's edge; null where none is known. */
  platform: string | null;
  /** The provider's own service, where the host's name spells it. */
  service: string | null;
  /** Its faults that count, the oldest first. */
  faults: Fault[];
};

/** Whether a place has a failing host: as the edge or the cloud in front, or as the platform that runs it. */
export function isUnder({ on, platform }: Pick<FailingHost, "on" | "platform">, place: string): boolean {
  return isWithin(on, place) || platform === place;
}

/** The state of a site that fails or failed lately. Sites in good health have no entry. Times are milliseconds of the epoch. */
export type SiteHealth = {
  name: string;
  owner: string;
  /** Whose word its failures are: names that a platform hands out are one, and what a redirect led to speaks for where that began. */
  witness: string;
  /** Other pages led the browser to all that failed: no witness against anybody. `perhaps`: in basic access they may have. */
  led: boolean | "perhaps";
  /** It was in use before its trouble began. */
  known: boolean;
  /** The load of a page that has had no answer yet, and since when it waits; null where none waits. */
  hang: { since: number } | null;
  /** The catalogue's entry for it; null for a site that is not in there. */
  service: Site["service"];
  /** The provider that mainly hosts it by general knowledge. */
  believedOn: string | null;
  state: TroubleState;
  /** When the trouble was first seen, or seen again after it had been over. Earlier faults are evidence, and are not told. */
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
  /** What failed at its other hosts too little to count beside these. */
  stumbles: { host: string; faults: Fault[] }[];
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
 * @param hang a load of it that waits for its answer
 * @returns null for a site in good health, or without a known failure
 */
export function siteHealth(name: string, site: Site, now: number, shown: Shown, hang: Hang | null = null): SiteHealth | null {
  const records = Object.values(site.hosts);
  const okAt = Math.max(0, ...records.map((record) => record.okAt));
  const partOkAt = Math.max(0, ...records.map((record) => record.partOkAt ?? 0));
  const rest = { pageOkAt: site.pageOkAt, okAt, partOkAt, shown, ...partsOf(records) };
  const hosts: InTrouble[] = hang === null ? [] : [hanging(site, hang)];
  for (const [host, record] of Object.entries(site.hosts)) {
    if (record.trouble === null) continue;
    const { state, faults } = hostHealth(record, record.trouble, rest, now);
    if (state !== "fine") hosts.push({ host, record, state, faults, answered: record.trouble.partly + record.trouble.answers });
  }
  if (hosts.length === 0) return null;
  const ongoing = hosts.filter(isOngoing);
  const counted = hang !== null || weightOf(ongoing) > TROUBLE_WEIGHT ? ongoing : hosts;
  const faults = counted.flatMap((host) => host.faults).sort((a, b) => a.at - b.at);
  const states = new Set(counted.map(({ state }) => state));
  const firstFaultAt = Math.min(now, ...faults.map(({ at, began }) => began ?? at));
  const again = Math.min(...counted.map((host) => beganAgainAt(host.faults)));
  return {
    name,
    owner: site.owner,
    witness: ownerBehind(faults) ?? (saysThePlatform(faults) ? site.owner : (site.witness ?? site.owner)),
    led: ledTo(faults),
    known: site.known,
    hang: hang === null ? null : { since: hang.since },
    service: site.service,
    believedOn: site.believedOn ?? null,
    state: GRAVEST_FIRST.find((one) => states.has(one)) ?? "recovered",
    since: site.troubleSince > 0 && again <= (faults[0]?.at ?? now) ? site.troubleSince : again,
    faults,
    kind: dominantKind(faults),
    firstFaultAt,
    lastFaultAt: faults.at(-1)?.at ?? now,
    unansweredSince: beganAt(faults.findLast(({ afresh }) => afresh)) ?? firstFaultAt,
    failingHosts: counted.map(({ host, record: { on, ip, service = null, platform = null }, faults: own }) => ({
      host,
      on,
      placed: on !== null || ip !== null,
      platform,
      service,
      faults: own,
    })),
    stumbles: hosts.filter((host) => host.state === "blip" && !counted.includes(host)),
    answered: counted.reduce((sum, { answered }) => sum + answered, 0),
  };
}

function beganAt(fault: Fault | undefined): number | undefined {
  return fault?.began ?? fault?.at;
}

function ledTo(faults: readonly Fault[]): SiteHealth["led"] {
  if (faults.every(({ lead }) => lead?.by === "page")) return true;
  return faults.every(({ lead }) => lead?.by === "page" || lead?.by === "perhaps") && "perhaps";
}

/** The one owner where a redirect to all that failed began; null where there is none. */
function ownerBehind(faults: readonly Fault[]): string | null {
  const first = faults[0]?.lead;
  if (first?.by !== "redirect") return null;
  return faults.every(({ lead }) => lead?.by === "redirect" && lead.owner === first.owner) ? first.owner : null;
}

/** How many hosts answer calls and frames of the site's pages, and how many fail them. */
function partsOf(hosts: Host[]): { partsAnswering: number; partsFailing: number } {
  let partsAnswering = 0;
  let partsFailing = 0;
  for (const { partOkAt = 0, trouble } of hosts) {
    const failed = trouble?.faults.findLast(({ role }) => role !== "page");
    if (failed !== undefined && failed.at > partOkAt) partsFailing++;
    else if (partOkAt > 0) partsAnswering++;
  }
  return { partsAnswering, partsFailing };
}

/** Whether the platform that hands out the name says itself that it fails: then each of its names is a witness. */
function saysThePlatform(faults: readonly Fault[]): boolean {
  return faults.at(-1)?.writer === "platform";
}

/** A load that waits is a failure that began when it did. */
function hanging({ hosts }: Site, { host, since, on }: Hang): InTrouble {
  const fault: Fault = { at: since, role: "page", kind: "slow", failure: "abandoned", status: null, count: 1 };
  const record = hosts[host] ?? { on, ip: null, okAt: 0, trouble: null };
  return { host, record, state: "failing", faults: [fault], answered: 0 };
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

/** Judges every site of the world and returns those that fail, wait for an answer, or failed a moment ago. */
export function sitesInTrouble(world: World, shown: Map<string, Shown>, hangs: Map<string, Hang>, now: number): SiteHealth[] {
  const troubled: SiteHealth[] = [];
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined || !(hasTrouble(site) || hangs.has(name))) continue;
    const health = siteHealth(name, site, now, shown.get(name) ?? "nothing", hangs.get(name) ?? null);
    if (health !== null) troubled.push(health);
  }
  for (const [name, hang] of hangs) {
    if (world.sites[name] !== undefined) continue;
    const health = siteHealth(name, siteOfHang(hang), now, "nothing", hang);
    if (health !== null) troubled.push(health);
  }
  return troubled;
}

/** A cheap test that spares the many healthy sites the full judgement. */
function hasTrouble({ hosts }: Site): boolean {
  for (const name in hosts) if (hosts[name]?.trouble != null) return true;
  return false;
}
