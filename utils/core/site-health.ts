import { MINUTE, SECOND } from "./time.ts";
import type { Fault, Host, Site, World } from "./world.ts";

/** A failure that nobody tried again still stands for this long. */
const STANDING = 5 * MINUTE;
/** A single failure that nobody tried again, and that no tab shows any more, fades sooner. */
const SINGLE_STANDING = 2 * MINUTE;
/** Below this share of failures among at least so many requests it is one broken corner of a working site. */
const NOISE_SHARE = 0.15;
const NOISE_REQUESTS = 6;
/** Faults must weigh more than one hang or one protocol error to be trouble. */
const TROUBLE_WEIGHT = 0.6;
/** Answers by chance during a partial outage must be less likely than this before a site counts as recovered. */
const CHANCE_OF_LUCK = 0.1;

/** How a site does right now. Sites in good health have no entry: they are in the list of answers. */
export type SiteHealth = {
  name: string;
  owner: string;
  visited: boolean;
  /** `recovering`: it answers again, not yet for long enough to be sure. */
  state: "failing" | "recovering";
  since: number;
  /** Standing faults of all its hosts, oldest first. */
  faults: Fault[];
  /** The hosts that fail, with what they stand on. */
  failing: { host: string; on: string | null }[];
  /** Answers of its failing hosts since trouble began: more than none is a partial failure. */
  answered: number;
};

type HostHealth = { faults: Fault[]; recovering: boolean };

/**
 * Looks at one site.
 * @param now milliseconds of the epoch
 * @param shownFailed whether a tab still shows its failure
 * @returns null for a site in good health, or of which nothing bad is known
 */
export function siteHealth(name: string, site: Site, now: number, shownFailed: boolean): SiteHealth | null {
  const faults: Fault[] = [];
  const failing: SiteHealth["failing"] = [];
  let recovering = true;
  let answered = 0;
  const pageOkAt = Math.max(0, ...Object.values(site.hosts).map((host) => host.pageOkAt));
  for (const [hostName, host] of Object.entries(site.hosts)) {
    if (host.faults.length === 0) continue;
    const health = hostHealth(host, now, shownFailed, pageOkAt);
    if (health.faults.length === 0) continue;
    faults.push(...health.faults);
    failing.push({ host: hostName, on: host.on });
    answered += Math.round(host.okRate);
    if (!health.recovering) recovering = false;
  }
  const weight = faults.reduce((sum, fault) => sum + fault.weight, 0);
  if (weight <= TROUBLE_WEIGHT) return null;
  faults.sort((a, b) => a.at - b.at);
  const since = site.troubleSince > 0 ? site.troubleSince : (faults[0]?.at ?? now);
  return { name, owner: site.owner, visited: site.visited, state: recovering ? "recovering" : "failing", since, faults, failing, answered };
}

/** The faults of one host that still stand. */
function hostHealth(host: Host, now: number, shownFailed: boolean, pageOkAt: number): HostHealth {
  const fine: HostHealth = { faults: [], recovering: true };
  const faults = host.faults.filter((fault) => now - fault.at <= STANDING);
  const last = faults.at(-1);
  if (last === undefined) return fine;
  const quiet = now - last.at;
  const requests = host.okRate + host.faultRate;
  if (requests >= NOISE_REQUESTS && host.faultRate / requests < NOISE_SHARE) return fine;
  const single = faults.length === 1;
  if (host.okSince === 0) {
    if (single && quiet > SINGLE_STANDING && !shownFailed) return fine;
    // The rest of the site has been working for a while and this host was not asked again.
    if (pageOkAt > last.at + MINUTE && quiet > 2 * MINUTE) return fine;
    return { faults, recovering: false };
  }
  if (single && (last.role !== "page" || host.pageOkAt > last.at || host.okSince >= 2)) return fine;
  // Were it still failing at the rate it had, how lucky would so many answers in a row be?
  const share = Math.min(0.95, Math.max(0.3, host.faultRate / Math.max(host.faultRate, requests - host.okSince)));
  const luck = (1 - share) ** host.okSince;
  const settled = luck <= CHANCE_OF_LUCK && quiet >= 20 * SECOND && host.okAt - last.at >= 15 * SECOND;
  if (settled || (host.okSince >= 2 && quiet >= MINUTE) || quiet >= 2 * MINUTE) return fine;
  return { faults, recovering: luck <= CHANCE_OF_LUCK };
}

/** Looks at every site of the picture and returns those in trouble. */
export function sitesInTrouble(world: World, now: number): SiteHealth[] {
  const shownFailed = new Set<string>();
  for (const tab of Object.values(world.tabs)) if (tab.state === "failed" && tab.site !== null) shownFailed.add(tab.site);
  const troubled: SiteHealth[] = [];
  for (const [name, site] of Object.entries(world.sites)) {
    const health = siteHealth(name, site, now, shownFailed.has(name));
    if (health !== null) troubled.push(health);
  }
  return troubled;
}
