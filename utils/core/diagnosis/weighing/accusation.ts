import { edgeOfStatus } from "../../providers/edge-status.ts";
import { isWithin, parsePlaceId } from "../../providers/place.ts";
import { isEdgeOnly, isSharedEdge } from "../../providers/shared-edges.ts";
import { MINUTE } from "../../time.ts";
import type { Fault } from "../../world/world.ts";
import { type FailingHost, isUnder, type SiteHealth } from "../health/site-health.ts";

/**
 * What the failures of a site say about a place that hosts it. `errors`: the place wrote them, or nothing says that somebody else did.
 * `silence`: nothing came back. `nothing`: they accuse somebody else, or nobody.
 */
export type Accusation = "errors" | "silence" | "nothing";

/** Statuses that a cloud in trouble answers; 500 is the word of the program that runs there. Outages of the past show it. */
const OF_A_CLOUD: ReadonlySet<number> = new Set([502, 503, 504]);
const PAYMENT_REQUIRED = 402;
/** An error page belongs to a silence that follows within this time. Judged (2026-11-30). */
const SAME_TROUBLE = 2 * MINUTE;
/** Kinds that are about a name, a certificate or this side: no cable that is cut makes them. */
const OTHER_STAGES: ReadonlySet<Fault["kind"]> = new Set([
  "clock",
  "interception",
  "pin",
  "portal",
  "proxy",
  "gateway",
  "null-address",
  "client-certificate",
  "offline",
  "network-changed",
  "device",
] as const);

/** The gravest word of a site's failing hosts on a place. */
export function accusationOf(site: SiteHealth, place: string): Accusation {
  let word: Accusation = "nothing";
  const hosts = site.failingHosts.filter((host) => isUnder(host, place));
  const last = latestOf(hosts.flatMap(({ faults }) => faults));
  const nameless = hasNamelessPlatform(site);
  for (const host of hosts) {
    const own = accusationOfHost({ ...host, faults: ofTheSameTrouble(host.faults, last) }, place, nameless);
    if (own === "errors") return "errors";
    if (own === "silence") word = "silence";
  }
  return word;
}

/**
 * Whether a platform that nobody knows by name wrote errors of the site behind an edge. It may stand on any cloud, so its errors on a
 * cloud's own address are not that cloud's.
 */
function hasNamelessPlatform({ failingHosts }: SiteHealth): boolean {
  return failingHosts.some(
    ({ on, platform, faults }) =>
      platform === null && on !== null && isEdgeOnly(parsePlaceId(on).provider) && faults.some(({ writer }) => writer === "platform"),
  );
}

function accusationOfHost(host: FailingHost, place: string, nameless: boolean): Accusation {
  const { faults, on, platform } = host;
  const { provider, region } = parsePlaceId(on ?? place);
  const given = {
    atEdge: platform !== place && isSharedEdge(provider, region),
    runs: runs(host, place) && (host.platform !== null || !nameless),
  };
  if (faults.some((fault) => fault.status !== null && accuses(fault, fault.status, given))) return "errors";
  const last = faults.at(-1);
  return last !== undefined && last.status === null && isSilence(last, given) ? "silence" : "nothing";
}

function latestOf(faults: Fault[]): Fault | undefined {
  return faults.reduce<Fault | undefined>((latest, fault) => (latest === undefined || fault.at >= latest.at ? fault : latest), undefined);
}

/**
 * The faults that may be of one trouble with the site's last one on the place. What a corner of a page answered before the page fell
 * silent is none, on whatever host.
 */
function ofTheSameTrouble(faults: Fault[], last: Fault | undefined): Fault[] {
  if (last?.role !== "page" || last.status !== null) return faults;
  return faults.filter(({ role, at }) => role === "page" && last.at - at <= SAME_TROUBLE);
}

/** Whether the place runs the host's server, and is not only an edge in front of it. */
function runs({ on, platform }: FailingHost, place: string): boolean {
  if (platform !== null) return platform === place;
  return isWithin(on, place) && !isEdgeOnly(parsePlaceId(place).provider);
}

/**
 * Nothing came back, or nothing whole. A redirect without end is an answer. The name of a site is its own, and not of the edge in front;
 * a cloud may serve its names too.
 */
function isSilence({ kind }: Fault, { atEdge }: { atEdge: boolean }): boolean {
  return kind !== "http" && !OTHER_STAGES.has(kind) && !(kind === "dns" && atEdge);
}

/**
 * Whether an error accuses the place. An edge passes on what the server behind it says, and says itself (52x) when that is missing.
 * `atEdge`: the place is the edge in front. `runs`: it is the platform that runs the site.
 */
function accuses({ role, writer }: Fault, status: number, { atEdge, runs }: { atEdge: boolean; runs: boolean }): boolean {
  if (status === PAYMENT_REQUIRED || edgeOfStatus(status) !== null) return false;
  if (writer === "platform") return runs;
  // The site's own server wrote it.
  if (writer === "origin") return false;
  if (atEdge && writer !== undefined) return true;
  return role === "page" || OF_A_CLOUD.has(status);
}

/** Whether the place itself is known to have written an error of the site. */
export function isWrittenThere(site: SiteHealth, place: string): boolean {
  return site.failingHosts.some((host) => {
    const writer = host.faults.at(-1)?.writer;
    return writer === "platform" ? runs(host, place) : writer === "edge" && isWithin(host.on, place) && host.platform !== place;
  });
}
