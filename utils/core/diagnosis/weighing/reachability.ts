import type { CheckResult } from "../../net/check-result.ts";
import { MINUTE } from "../../time.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { CONTROL_WINDOW, type Snapshot } from "../health/snapshot.ts";
import { BEYOND_WALLED_GARDEN } from "../health/transient-faults.ts";

/** A check counts for a trouble that began up to this long after it. Judged. */
const CHECK_BEFORE = 1 * MINUTE;

/** What a check found about the connection, and when (milliseconds of the epoch). */
export type Reachability = { result: CheckResult; at: number };

/**
 * The check that says something about a trouble: one made around its time, or the feed having just come through, or the mirrors
 * having failed. That the connection was broken a moment before explains the trouble; that it worked then proves nothing about later.
 */
export function reachabilityFor(snapshot: Snapshot, site: SiteHealth): Reachability | null {
  const { connectivity: check, feedAt } = snapshot;
  const since = site.firstFaultAt - CHECK_BEFORE;
  const began = Math.min(...[site, ...snapshot.failing].map(({ firstFaultAt }) => firstFaultAt).filter((at) => at >= since));
  const failedAt = Math.max(0, ...Object.values(snapshot.feedFailures));
  if (check !== null && check.at >= (isFailed(check) ? since : began) && check.at >= feedAt) return { result: check.result, at: check.at };
  if (feedAt >= began && feedAt > 0 && feedAt >= failedAt) return { result: "reached", at: feedAt };
  return failedAt >= since && failedAt > 0 ? { result: "unreachable", at: failedAt } : null;
}

/**
 * Whether the trouble has a control: another owner or a mirror answered around its time. A check since then that met a portal or
 * nothing cancels it. An exception is a site that answered with an error of its own: it was reached, so a connection that broke later
 * is no reason to doubt it, unless a proxy may have written that answer.
 */
export function hasControl(snapshot: Snapshot, site: SiteHealth, check: Reachability | null): boolean {
  // That others answered before a load began to hang says nothing about now.
  const since = site.hang === null ? site.firstFaultAt - CONTROL_WINDOW : site.hang.since;
  const answeredItself = check?.result === "unreachable" && site.kind === "http" && !snapshot.proxied;
  const from = check === null || !isFailed(check) || answeredItself ? since : Math.max(since, check.at);
  const { connectivity, feedAt } = snapshot;
  const reachedAt = Math.max(feedAt, connectivity?.result === "reached" ? connectivity.at : 0);
  if (reachedAt >= from) return true;
  if (check?.result === "captive") return ownersOutside(snapshot, site, from) >= BEYOND_WALLED_GARDEN;
  // A site's answers are listed once in five seconds only; who answers now is known to the second.
  return (
    snapshot.control.some(({ at, owner }) => at >= from && owner !== site.owner) ||
    snapshot.answers.some(({ at, site: name }) => at >= from && ownerOf(snapshot, name) !== site.owner)
  );
}

/** Whether a check says that the way to the internet is closed. */
function isFailed({ result }: { result: CheckResult }): boolean {
  return result === "captive" || result === "unreachable";
}

/** How many owners of visited sites have answered since then. */
function ownersOutside({ answers, control, sites }: Snapshot, { owner: own }: SiteHealth, from: number): number {
  const owners = new Set(control.filter(({ at, visited }) => visited && at >= from).map(({ owner }) => owner));
  for (const { at, site: name } of answers) {
    const site = sites[name];
    if (at >= from && site?.visited === true) owners.add(site.owner);
  }
  owners.delete(own);
  return owners.size;
}

/** Who runs a site that answered; undefined where too many others have answered since. */
function ownerOf({ sites, passing }: Snapshot, name: string): string | undefined {
  return sites[name]?.owner ?? passing.find(({ site }) => site === name)?.owner;
}
