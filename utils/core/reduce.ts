import { classifyError } from "./error-classes.ts";
import type { CompletedEvent, ErrorEvent, NavigationErrorEvent, WorldEvent } from "./events.ts";
import { recordAnswer, recordFault } from "./host-record.ts";
import type { Knowledge } from "./knowledge.ts";
import {
  isSpeculative,
  type Observation,
  observeCompleted,
  observeError,
  observeNavigationError,
  SAME_LOAD,
  sharper,
} from "./observation.ts";
import { ownerOf } from "./owner.ts";
import { isSharedEdge } from "./provider-names.ts";
import { hostOf, isWorkshop, siteOf } from "./site-name.ts";
import { MINUTE, SECOND } from "./time.ts";
import { parseProviderSubject, providerSubject } from "./verdict.ts";
import {
  ADDRESSES_KEPT,
  ANSWERS_KEPT,
  HOSTS_KEPT,
  type Host,
  SITE_LIFETIME,
  SITES_KEPT,
  type Site,
  TABS_KEPT,
  type Tab,
  type World,
} from "./world.ts";

/** So many unrelated owners behind one address that no known CDN announces: somebody's proxy or filter stands in between. */
const INTERMEDIARY_OWNERS = 3;

/**
 * Takes one event into the picture. Pure: returns a new world that shares every untouched part with the old one, or the very
 * same world where the event teaches nothing (so an unchanged reference means that nothing needs to be stored).
 */
export function reduce(world: World, event: WorldEvent, knowledge: Knowledge): World {
  switch (event.event) {
    case "completed":
      return reduceCompleted(world, event, knowledge);
    case "error":
      return reduceError(world, event, knowledge);
    case "navigation-error":
      return reduceNavigationError(world, event, knowledge);
    case "navigation-completed":
      return reduceNavigationCompleted(world, event, knowledge);
    case "online":
      return { ...world, online: true, networkChangedAt: event.at, connectivity: null };
    case "offline":
      return { ...world, online: false, networkChangedAt: event.at };
    case "connectivity":
      return {
        ...world,
        connectivity: { at: event.at, result: event.result, skew: event.skew ?? null },
        unreachableAt: event.result === "reached" ? world.unreachableAt : event.at,
      };
    case "feed":
      return takeFeed(world, event);
    case "feed-failed":
      return { ...world, feedFailures: { ...world.feedFailures, [event.mirror]: event.at } };
    case "tab-closed": {
      if (world.tabs[event.tabId] === undefined) return world;
      const { [event.tabId]: _, ...tabs } = world.tabs;
      return { ...world, tabs };
    }
    case "ranges":
      return placeAgain(world, knowledge);
    case "access":
      return world.mode === event.mode ? world : { ...world, mode: event.mode };
    default:
      return event satisfies never;
  }
}

function takeFeed(world: World, event: Extract<WorldEvent, { event: "feed" }>): World {
  const { feed, at } = event;
  // The same rules as the feed client's, so that a replay refuses what the client would: never back, never past its end.
  if (world.feed !== null && feed.sequence < world.feed.sequence) return world;
  if (Date.parse(feed.expires) <= at) return world;
  // The same document once more: nothing new in it, but a mirror answered.
  const known = world.feed?.sequence === feed.sequence ? world.feed : feed;
  return { ...world, feed: known, feedAt: at, feedFailures: {} };
}

function reduceCompleted(world: World, event: CompletedEvent, knowledge: Knowledge): World {
  if (isSpeculative(world, event)) return world;
  const seen = event.type === "main_frame" ? showInTab(world, event.tabId, event.url, event.at) : world;
  const observation = observeCompleted(seen, event, knowledge);
  return observation === null ? seen : take(seen, observation, knowledge);
}

function reduceError(world: World, event: ErrorEvent, knowledge: Knowledge): World {
  if (isSpeculative(world, event)) return world;
  let next = world;
  if (event.type === "main_frame") {
    const host = hostOf(event.url);
    if (host !== null) {
      const pending = { host, secure: event.url.startsWith("https:"), at: event.at, error: event.error };
      const before = next.tabs[event.tabId];
      if (next.browser === "chromium") {
        next = withTab(next, event.tabId, { ...(before ?? noTab(event.at)), pending });
      } else {
        const named = classifyError(next.browser, event.error);
        if (named.kind === "blocked") next = blockTab(next, event.tabId, event.url, event.at);
        else if (named.evidence !== "ignore") next = failTab(next, event.tabId, event.url, event.at);
        const numbered = before?.pending;
        const twin = numbered != null && numbered.host === host && event.at - numbered.at <= SAME_LOAD ? numbered : null;
        if (twin !== null) {
          // The number came first and names what the translated sentence hides.
          const sharp = sharper(named, classifyError(next.browser, twin.error));
          if (sharp !== named) return takeAll(next, observeError(next, { ...event, error: twin.error }, knowledge), knowledge);
        }
      }
    }
  }
  const observation = observeError(next, event, knowledge);
  // The person gave up on it, so this is what the tab last tried to show.
  if (observation?.fault?.kind === "slow") next = failTab(next, event.tabId, event.url, event.at);
  return takeAll(next, observation, knowledge);
}

function reduceNavigationError(world: World, event: NavigationErrorEvent, knowledge: Knowledge): World {
  const host = hostOf(event.url);
  if (host === null) return world;
  const named = classifyError(world.browser, event.error);
  const before = world.tabs[event.tabId];
  if (world.browser === "firefox" && world.mode === "full") {
    // `webRequest` decides; the number only sharpens what it says, whichever comes first.
    if (named.evidence === "ignore") return world;
    const sharpened = sharpenLastFault(world, event, host);
    const pending = { host, secure: event.url.startsWith("https:"), at: event.at, error: event.error };
    return withTab(sharpened, event.tabId, { ...(sharpened.tabs[event.tabId] ?? noTab(event.at)), pending });
  }
  if (named.kind === "blocked") {
    if (isWorkshop(host)) return world;
    return isHttpsFirst(world, event, host, before) ? world : blockTab(world, event.tabId, event.url, event.at);
  }
  if (named.evidence === "ignore" && (event.ms ?? 0) === 0) return world;
  const observation = observeNavigationError(world, event);
  if (observation === null)
    return isWorkshop(host) && named.evidence !== "ignore" ? failTab(world, event.tabId, event.url, event.at) : world;
  return take(failTab(world, event.tabId, event.url, event.at), observation, knowledge);
}

/**
 * Chrome's HTTPS-first page answers a plain http address with the code of a blocker, after its own https probe failed
 * (Chromium 156). In basic access the probe is not seen, so there a blocked plain http page says nothing either way.
 */
function isHttpsFirst(world: World, event: NavigationErrorEvent, host: string, tab: Tab | undefined): boolean {
  if (world.browser !== "chromium" || !event.url.startsWith("http:")) return false;
  if (world.mode === "basic") return true;
  const probe = tab?.pending;
  return probe != null && probe.secure && probe.host === host && event.at - probe.at <= 10 * SECOND;
}

function reduceNavigationCompleted(
  world: World,
  event: Extract<WorldEvent, { event: "navigation-completed" }>,
  knowledge: Knowledge,
): World {
  const host = hostOf(event.url);
  const before = world.tabs[event.tabId];
  // An error page "completes" too, right after the failure that it shows.
  if (before !== undefined && before.state !== "shown" && before.host === host && event.at - before.at <= SAME_LOAD) return world;
  const seen = showInTab(world, event.tabId, event.url, event.at);
  // With full access the request itself has told how it went; here only "something answered" is known.
  if (world.mode === "full" || host === null || isWorkshop(host)) return seen;
  const answer: Observation = {
    at: event.at,
    tabId: event.tabId,
    site: siteOf(host),
    host,
    role: "page",
    fault: null,
    status: null,
    ip: null,
    weight: 1,
  };
  return take(seen, answer, knowledge);
}

function takeAll(world: World, observation: Observation | null, knowledge: Knowledge): World {
  return observation === null ? world : take(world, observation, knowledge);
}

/** Counts one observation for its host and site. */
function take(world: World, observation: Observation, knowledge: Knowledge): World {
  const { site: name, host: hostName, at } = observation;
  const site = world.sites[name] ?? {
    owner: ownerOf(name, knowledge.serviceOf(hostName)),
    visited: false,
    seenAt: at,
    troubleSince: 0,
    hosts: {},
  };
  const known = site.hosts[hostName];
  const placed = place(world, observation, known, site.owner, knowledge);
  const counted = observation.fault === null ? recordAnswer(placed.host, observation) : recordFault(placed.host, observation);
  const visited = site.visited || observation.role === "page";
  if (counted === known && visited === site.visited && placed.world === world && at - site.seenAt < 10 * SECOND) return world;
  const faulted = observation.fault !== null && counted !== known;
  const troubled: Site = {
    ...site,
    visited,
    seenAt: at,
    troubleSince: faulted ? startOfTrouble(site, at) : site.troubleSince,
    hosts: capHosts({ ...site.hosts, [hostName]: counted }),
  };
  const answers = observation.fault === null ? noteAnswer(world.answers, name, at) : world.answers;
  return { ...placed.world, answers, sites: capSites(placed.world.sites, name, troubled, at) };
}

/** A site that answers steadily is noted once in this time. */
const ANSWER_NOTED = 5 * SECOND;

function noteAnswer(answers: World["answers"], site: string, at: number): World["answers"] {
  for (let index = answers.length - 1; index >= 0; index--) {
    const answer = answers[index];
    if (answer === undefined || at - answer.at >= ANSWER_NOTED) break;
    if (answer.site === site) return answers;
  }
  return [...answers, { at, site }].slice(-ANSWERS_KEPT);
}

/** Trouble that paused for longer than a few minutes is new trouble. */
function startOfTrouble(site: Site, at: number): number {
  const last = Math.max(0, ...Object.values(site.hosts).map((host) => host.faults.at(-1)?.at ?? 0));
  return site.troubleSince > 0 && at - last <= 5 * MINUTE ? site.troubleSince : at;
}

const NEW_HOST: Host = {
  on: null,
  ip: null,
  okAt: 0,
  pageOkAt: 0,
  okSince: 0,
  okSinceAt: 0,
  okRate: 0,
  faultRate: 0,
  rateAt: 0,
  faults: [],
};

/** Finds out what the host stands on: by this response's address, else by what is known of it already. */
function place(
  world: World,
  observation: Observation,
  known: Host | undefined,
  owner: string,
  knowledge: Knowledge,
): { world: World; host: Host } {
  const host = known ?? NEW_HOST;
  const { ip } = observation;
  if (ip === null) {
    if (host.on !== null || known !== undefined) return { world, host };
    const learned = knowledge.learned(observation.host);
    return { world, host: learned === null ? host : { ...host, on: providerSubject(learned.provider, learned.region) } };
  }
  if (host.ip === ip) return { world, host };
  const placement = knowledge.byAddress(ip);
  const shared = placement !== null && isSharedEdge(placement.provider, placement.region);
  const before = world.addresses[ip];
  if (shared) return { world, host: { ...host, ip, on: providerSubject(placement.provider, placement.region) } };
  const owners = before === undefined ? [owner] : before.owners.includes(owner) ? before.owners : [...before.owners, owner].slice(0, 4);
  const hosts =
    before === undefined
      ? [observation.host]
      : before.hosts.includes(observation.host)
        ? before.hosts
        : [...before.hosts, observation.host].slice(-12);
  const noted =
    before !== undefined && owners === before.owners && hosts === before.hosts
      ? world
      : { ...world, addresses: capAddresses(world.addresses, ip, { owners, hosts }) };
  if (owners.length >= INTERMEDIARY_OWNERS) {
    // What was read from this address before its nature showed is taken back.
    return { world: forget(noted, ip, hosts), host: { ...host, ip, on: null } };
  }
  return { world: noted, host: { ...host, ip, on: placement === null ? null : providerSubject(placement.provider, placement.region) } };
}

/** Places every host whose address is known and whose cloud is not, now that there is a table to ask. */
function placeAgain(world: World, knowledge: Knowledge): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const [hostName, host] of Object.entries(site.hosts)) {
      if (host.ip === null || host.on !== null) continue;
      const placement = knowledge.byAddress(host.ip);
      if (placement === null) continue;
      const shared = isSharedEdge(placement.provider, placement.region);
      if (!shared && (world.addresses[host.ip]?.owners.length ?? 0) >= INTERMEDIARY_OWNERS) continue;
      const current = sites[name] ?? site;
      const on = providerSubject(placement.provider, placement.region);
      sites = { ...sites, [name]: { ...current, hosts: { ...current.hosts, [hostName]: { ...host, on } } } };
    }
  }
  return sites === world.sites ? world : { ...world, sites };
}

/** Takes back the placement of every host that was placed by this address. */
function forget(world: World, ip: string, hosts: string[]): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const hostName of hosts) {
      const host = site.hosts[hostName];
      if (host === undefined || host.ip !== ip || host.on === null) continue;
      sites = {
        ...sites,
        [name]: { ...(sites[name] ?? site), hosts: { ...(sites[name] ?? site).hosts, [hostName]: { ...host, on: null } } },
      };
    }
  }
  return sites === world.sites ? world : { ...world, sites };
}

/** Replaces a vague class by the one that the number of the same load gives. */
function sharpenLastFault(world: World, event: NavigationErrorEvent, host: string): World {
  const siteName = siteOf(host);
  const site = world.sites[siteName];
  const record = site?.hosts[host];
  const last = record?.faults.at(-1);
  if (site === undefined || record === undefined || last === undefined) return world;
  if (last.tabId !== event.tabId || event.at - last.at > SAME_LOAD || last.kind === "slow") return world;
  const old = { kind: last.kind, failure: last.failure, evidence: last.evidence };
  const better = sharper(old, classifyError(world.browser, event.error));
  if (better === old) return world;
  const faults = [...record.faults.slice(0, -1), { ...last, ...better }];
  return { ...world, sites: { ...world.sites, [siteName]: { ...site, hosts: { ...site.hosts, [host]: { ...record, faults } } } } };
}

function noTab(at: number): Tab {
  return { site: null, host: null, at, state: "shown", pending: null };
}

function tabOf(world: World, tabId: number, url: string, at: number, state: Tab["state"]): World {
  if (tabId < 0) return world;
  const host = hostOf(url);
  const judged = host !== null && !isWorkshop(host);
  const before = world.tabs[tabId];
  const site = judged ? siteOf(host) : null;
  if (before !== undefined && before.host === host && before.state === state && before.pending === null && state === "shown") return world;
  return withTab(world, tabId, { site, host: judged ? host : null, at, state, pending: null });
}

const showInTab = (world: World, tabId: number, url: string, at: number) => tabOf(world, tabId, url, at, "shown");
const failTab = (world: World, tabId: number, url: string, at: number) => tabOf(world, tabId, url, at, "failed");
const blockTab = (world: World, tabId: number, url: string, at: number) => tabOf(world, tabId, url, at, "blocked");

function withTab(world: World, tabId: number, tab: Tab): World {
  if (tabId < 0) return world;
  const tabs = { ...world.tabs, [tabId]: tab };
  const ids = Object.keys(tabs);
  if (ids.length > TABS_KEPT) {
    const oldest = ids.reduce((a, b) => ((tabs[Number(a)]?.at ?? 0) <= (tabs[Number(b)]?.at ?? 0) ? a : b));
    delete tabs[Number(oldest)];
  }
  return { ...world, tabs };
}

function capHosts(hosts: Site["hosts"]): Site["hosts"] {
  const names = Object.keys(hosts);
  if (names.length <= HOSTS_KEPT) return hosts;
  const age = (name: string) => Math.max(hosts[name]?.okAt ?? 0, hosts[name]?.faults.at(-1)?.at ?? 0);
  const oldest = names.reduce((a, b) => (age(a) <= age(b) ? a : b));
  const { [oldest]: _, ...rest } = hosts;
  return rest;
}

function capSites(sites: World["sites"], name: string, site: Site, at: number): World["sites"] {
  const next = { ...sites, [name]: site };
  if (sites[name] !== undefined) return next;
  for (const [other, record] of Object.entries(sites)) if (at - record.seenAt > SITE_LIFETIME) delete next[other];
  const names = Object.keys(next);
  if (names.length > SITES_KEPT) {
    const oldest = names.reduce((a, b) => ((next[a]?.seenAt ?? 0) <= (next[b]?.seenAt ?? 0) ? a : b));
    delete next[oldest];
  }
  return next;
}

function capAddresses(addresses: World["addresses"], ip: string, entry: { owners: string[]; hosts: string[] }): World["addresses"] {
  const { [ip]: _, ...others } = addresses;
  const names = Object.keys(others);
  if (names.length >= ADDRESSES_KEPT) {
    const oldest = names[0];
    if (oldest !== undefined) delete others[oldest];
  }
  return { ...others, [ip]: entry };
}

/** The placement of a host as the picture has it; null where it is not known. */
export function placementOf(host: Host): { provider: string; region: string | null } | null {
  return host.on === null ? null : parseProviderSubject(host.on);
}
