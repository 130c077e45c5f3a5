import { MINUTE, SECOND } from "../../time.ts";
import { type Fault, type Host, SAME_LOAD, type Site, type Trouble, type World } from "../../world/world.ts";
import { faultWeight } from "./fault-weight.ts";

/** A failure that nobody tried again still stands for this long. */
const STANDING = 5 * MINUTE;
/** A single failure that nobody tried again, and that no tab shows any more, is no question for longer. */
const QUESTION = 30 * SECOND;
/** A failure that is over still bears witness for this long about the cloud under it: partial outages come and go. */
const WITNESS = 2 * MINUTE;
/** Below this share of failures among at least so many requests it is one broken corner of a working site. */
const NOISE_SHARE = 0.15;
const NOISE_REQUESTS = 6;
/** Faults must weigh more than one hang or one frame to be trouble. */
const TROUBLE_WEIGHT = 0.6;
/** Answers by chance during a partial outage must be less likely than this before a host counts as recovered. */
const CHANCE_OF_LUCK = 0.1;
/** So many failed calls of one page, with no answer beside them, leave it broken to whoever looks at it. */
const CALLS_MISSED = 2;
/** Kinds in which one broken connection fails all its requests at once. */
const CONNECTION: ReadonlySet<Fault["kind"]> = new Set(["reset", "network-changed"] as const);
/** The shares of failures that the estimate from few requests may take. */
const LOWEST_SHARE = 0.3;
const HIGHEST_SHARE = 0.95;
/** Recovery is seen over time: this long without a failure, the first and the last answer this far apart. */
const QUIET = 20 * SECOND;
const STEADY = 15 * SECOND;
/** With some answers and no failure for so long, it is over even where the failures were few among many. */
const QUIET_ENOUGH = 45 * SECOND;
const QUIET_FOR_GOOD = 2 * MINUTE;

/** How a site does right now. Sites in good health have no entry: they are in the list of answers. */
export type SiteHealth = {
  name: string;
  owner: string;
  /** The provider it mainly stands on by general knowledge. */
  believedOn: string | null;
  /**
   * `failing`: its failures stand. `recovering`: it answers again, not yet for long enough to be sure. `abandoned`: it failed once,
   * and the person went elsewhere. `blip`: a failure too small to speak of, with no clean load since. `recovered`: it failed a
   * moment ago and works again.
   */
  state: "failing" | "recovering" | "abandoned" | "blip" | "recovered";
  since: number;
  /** The faults meant, of all its hosts, oldest first; never empty. */
  faults: Fault[];
  /** The hosts that fail, with what they stand on; `placed` where that is settled, be it nobody's cloud. */
  failingHosts: { host: string; on: string | null; placed: boolean; service: string | null }[];
  /** Requests of its failing hosts that were answered since the last failure or beside it: more than none is a partial failure. */
  answered: number;
};

/** Of several hosts the gravest state is the site's. */
const ORDER = ["failing", "recovering", "abandoned", "recovered", "blip"] as const;

type HostHealth = { state: SiteHealth["state"] | "fine"; faults: Fault[] };

const FINE: HostHealth = { state: "fine", faults: [] };

/**
 * Looks at one site.
 * @param now milliseconds of the epoch
 * @param shown what a tab still shows of it
 * @returns null for a site in good health, or of which nothing bad is known
 */
export function siteHealth(name: string, site: Site, now: number, shown: Shown): SiteHealth | null {
  const hosts: { host: string; record: Host; health: HostHealth; answered: number }[] = [];
  const okAt = Math.max(...Object.values(site.hosts).map((host) => host.okAt));
  for (const [host, record] of Object.entries(site.hosts)) {
    if (record.trouble === null) continue;
    const health = hostHealth(record, record.trouble, { pageOkAt: site.pageOkAt, okAt, shown }, now);
    if (health.state !== "fine") hosts.push({ host, record, health, answered: record.trouble.partly + record.trouble.answers });
  }
  if (hosts.length === 0) return null;
  const standing = hosts.filter(({ health }) => health.state !== "blip" && health.state !== "recovered");
  const inTrouble = weightOf(standing) > TROUBLE_WEIGHT;
  const meant = inTrouble ? standing : hosts;
  const faults = meant.flatMap(({ health }) => health.faults).sort((a, b) => a.at - b.at);
  const states = new Set(meant.map(({ health }) => health.state));
  const state = ORDER.find((one) => states.has(one)) ?? "recovered";
  const since = site.troubleSince > 0 ? site.troubleSince : (faults[0]?.at ?? now);
  return {
    name,
    owner: site.owner,
    believedOn: site.believedOn ?? null,
    state,
    since,
    faults,
    failingHosts: meant.map(({ host, record: { on, ip, service = null } }) => ({ host, on, placed: on !== null || ip !== null, service })),
    answered: meant.reduce((sum, { answered }) => sum + answered, 0),
  };
}

function weightOf(hosts: { health: HostHealth }[]): number {
  let sum = 0;
  for (const { health } of hosts) for (const fault of health.faults) sum += faultWeight(fault);
  return sum;
}

/** What tabs show of a site: a failed page, one that came, or nothing. */
export type Shown = "failure" | "page" | "nothing";

/** What the rest of the site tells about one of its hosts. */
type Rest = { pageOkAt: number; okAt: number; shown: Shown };

function hostHealth(host: Host, trouble: Trouble, rest: Rest, now: number): HostHealth {
  const faults = trouble.faults.filter(({ at }) => now - at <= STANDING);
  const last = faults.at(-1);
  if (last === undefined) return FINE;
  const quiet = now - last.at;
  const over: HostHealth = quiet <= WITNESS ? { state: "recovered", faults } : FINE;
  const requests = trouble.okRate + trouble.faultRate;
  if (requests >= NOISE_REQUESTS && trouble.faultRate / requests < NOISE_SHARE) return FINE;
  const single = isOneLoad(faults, rest.pageOkAt);
  // What one broken connection takes with it is one failure.
  const hiccup =
    single && faults.every(({ role, kind, count }) => role !== "page" && (CONNECTION.has(kind) || (count === 1 && faults.length === 1)));

  if (trouble.answers === 0) {
    // The page is shown again, from a cache perhaps, and what it calls answers.
    if (single && last.kind !== "http" && rest.shown !== "failure" && rest.okAt > last.at + SAME_LOAD) return over;
    // Its pages have opened since, and none of their calls failed.
    if (rest.pageOkAt > last.at && now - rest.pageOkAt >= STEADY && faults.every(({ role }) => role === "call")) return over;
    // The rest of the site has been working for a while and this host was not asked again.
    if (rest.pageOkAt > last.at + MINUTE && quiet > QUIET_FOR_GOOD) return FINE;
    // One failure among answers of the same load: a hiccup, unless its neighbours on the same cloud have them too.
    if (hiccup && trouble.partly > 0) return quiet <= WITNESS ? { state: "blip", faults } : FINE;
    return { state: single && quiet > QUESTION && !isStillShown(rest, trouble, faults) ? "abandoned" : "failing", faults };
  }
  // A page that works again after a single failure is fine at once; after a single one of several, a little later.
  if (single) return over;
  const lately = faults.slice(
    Math.max(
      0,
      faults.findLastIndex(({ afresh }) => afresh),
    ),
  );
  if (quiet >= QUIET && rest.pageOkAt > last.at && isOneLoad(lately, 0)) return over;
  // Were it still failing at the rate it had, how lucky would so many answers in a row be?
  const others = Math.max(trouble.faultRate, requests - trouble.answers);
  const share = Math.min(HIGHEST_SHARE, Math.max(LOWEST_SHARE, trouble.faultRate / others));
  const luck = (1 - share) ** trouble.answers;
  const settled = luck <= CHANCE_OF_LUCK && quiet >= QUIET && host.okAt - last.at >= STEADY;
  if (settled || (trouble.answers >= 2 && quiet >= QUIET_ENOUGH) || quiet >= QUIET_FOR_GOOD) return over;
  return { state: luck <= CHANCE_OF_LUCK ? "recovering" : "failing", faults };
}

/** Whether a tab still shows the failure: a page that did not come, or one that came and whose calls all fail. */
function isStillShown({ shown, pageOkAt }: Rest, trouble: Trouble, faults: Fault[]): boolean {
  if (shown !== "page") return shown === "failure";
  const calls = faults.reduce((sum, { role, count }) => sum + (role === "call" ? count : 0), 0);
  return calls >= CALLS_MISSED && trouble.partly === 0 && pageOkAt <= (faults.at(-1)?.at ?? 0);
}

/** Whether all failures belong to one load: close together, and with no other page of the site between them, be it an error page. */
function isOneLoad(faults: Fault[], pageOkAt: number): boolean {
  const first = faults[0]?.at ?? 0;
  const last = faults.at(-1)?.at ?? 0;
  if (last - first > SAME_LOAD || (pageOkAt > first && pageOkAt <= last)) return false;
  return !faults.some(({ at, role }) => role === "page" && at > first);
}

/** What the tabs show of each site that one of them shows. */
export function whatTabsShow(world: World): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { state, site } of Object.values(world.tabs)) {
    if (site === null) continue;
    if (state === "failed") shown.set(site, "failure");
    else if (state === "shown" && !shown.has(site)) shown.set(site, "page");
  }
  return shown;
}

/** The quick look that spares the many healthy ones the long one. */
function hadTrouble({ hosts }: Site): boolean {
  for (const name in hosts) if (hosts[name]?.trouble != null) return true;
  return false;
}

/** Looks at every site of the snapshot and returns those that fail or failed a moment ago. */
export function sitesInTrouble(world: World, shown: Map<string, Shown>, now: number): SiteHealth[] {
  const troubled: SiteHealth[] = [];
  for (const name in world.sites) {
    const site = world.sites[name];
    if (site === undefined || !hadTrouble(site)) continue;
    const health = siteHealth(name, site, now, shown.get(name) ?? "nothing");
    if (health !== null) troubled.push(health);
  }
  return troubled;
}

/** The kind that weighs most among a site's faults; of two alike the later. */
export function dominantKind(site: SiteHealth): Fault["kind"] {
  const weights = new Map<Fault["kind"], number>();
  for (const fault of site.faults) weights.set(fault.kind, (weights.get(fault.kind) ?? 0) + faultWeight(fault));
  let best = site.faults.at(-1)?.kind ?? "ambiguous";
  for (const [kind, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = kind;
  return best;
}

/** When the trouble of a site was last seen. */
export function lastFailure(site: SiteHealth): number {
  return site.faults.at(-1)?.at ?? site.since;
}

/** When the trouble that stands was first seen. */
export function firstFailure(site: SiteHealth): number {
  return site.faults[0]?.at ?? site.since;
}

/** Since when it has been failing without an answer in between: what others did before that says nothing of it. */
export function failingSince(site: SiteHealth): number {
  return site.faults.findLast(({ afresh }) => afresh)?.at ?? firstFailure(site);
}
