import type { ElsewhereView } from "../../feed/elsewhere-view.ts";
import { isFeedFresh } from "../../feed/freshness.ts";
import { isTarget } from "../../feed/target-list.ts";
import type { Vantage, Views } from "../../feed/views.ts";
import { parsePlaceId } from "../../providers/place.ts";
import { HOUR, MINUTE } from "../../time.ts";
import type { SiteHealth } from "../health/site-health.ts";
import type { Snapshot } from "../health/snapshot.ts";

/** At least so many places must have failed, and none answered, before the site fails for others too. Judged (2026-11-30). */
const PLACES_FAILED = 2;

/** Vantages ask once a minute, and heads come every five. Judged (2026-11-30). */
const VIEWS_FRESH = 10 * MINUTE;

/** What is from further in the future shows a wrong clock, by which nobody knows what was before the trouble. Judged (2026-12-01). */
const CLOCKS_DIFFER = MINUTE;

/** What a person asked for counts for this long, milliseconds. design.md fixes it. */
export const ASKED_FRESH = 2 * MINUTE;

/**
 * How long after its begin a trouble is told, if vantages see it: what is not told to fail before that may fail already. A target is asked
 * up to 64 s after it broke, its round ends up to a minute later, and the feed is renewed within seconds. One vantage alone needs a second
 * round. Judged (2026-12-01) by the pace of a vantage (`server/measure/vantage.ts`).
 */
const TOLD_AFTER = { one: 3 * MINUTE, several: 2 * MINUTE };
/** Where so many vantages speak, the word of one alone is not published as a failure; a feed that does is not believed. */
const VANTAGES_TO_AGREE = 3;
/** What has failed for longer says nothing: vendors give names up, and of an outage somebody else has told by then. As for an incident. */
const FAILING_LATELY = 6 * HOUR;

/**
 * Where a site answered, or where it failed, when the person asked vantages about it since its trouble began: what more than half of them
 * saw, as the server joins them, so that one of three neither makes an outage nor unmakes one. Nothing where they are as many.
 */
export function measuredSince({ elsewhere, now }: Snapshot, site: SiteHealth): { answered: ElsewhereView[]; failed: ElsewhereView[] } {
  const since = Math.max(beganAt(site), now - ASKED_FRESH);
  const views = elsewhere
    .filter((asked) => asked.at >= since && asked.site === site.name && isInTrouble(site, asked.host))
    .flatMap((asked) => asked.views);
  const answered = views.filter(({ failure }) => failure === null);
  const failed = views.filter(({ failure }) => failure !== null);
  return { answered: answered.length > failed.length ? answered : [], failed: failed.length > answered.length ? failed : [] };
}

/** Whether what others see of a host says something of the trouble: where only calls fail, the host of the page tells nothing of theirs. */
function isInTrouble({ hang, failingHosts }: SiteHealth, asked: string): boolean {
  return hang !== null || failingHosts.some(({ host, faults }) => host === asked || faults.some(({ role }) => role === "page"));
}

function beganAt({ hang, firstFaultAt }: SiteHealth): number {
  return hang?.since ?? firstFaultAt;
}

/** The feed's control measurements, where they are of the last minutes; `at` by this device's clock, which may be wrong. */
export function freshViews({ feed, now, connectivity }: Snapshot): Views | null {
  if (!isFeedFresh(feed, now) || feed.views === null) return null;
  const at = Date.parse(feed.views.at) + (connectivity?.skew ?? 0);
  if (now - at > VIEWS_FRESH || at - now > CLOCKS_DIFFER) return null;
  return { ...feed.views, at: new Date(at).toISOString() };
}

/** The vantages at which a target fails now, by its id. */
export function failingAt(views: Views, target: string): Vantage[] {
  const from = [...new Set(views.fail.find((failing) => failing.target === target)?.from)];
  return from.length === 1 && views.from.length >= VANTAGES_TO_AGREE ? [] : vantagesOf(views, from);
}

/** Vantages by their ids. */
export function vantagesOf({ from }: Views, ids: readonly string[]): Vantage[] {
  return ids.map((id) => ({ id, country: from.find((vantage) => vantage.id === id)?.country ?? null }));
}

/**
 * The vantages that a place answered since a trouble began: it is on the list of what they ask, and they do not name it.
 * @param since milliseconds of the epoch
 */
export function answeredAt(snapshot: Snapshot, place: string, since: number): Vantage[] {
  return answeredSince(snapshot, place, place, since);
}

/** The vantages that a site's pages answered since its trouble began. They ask one host of a service, and of its others they know nothing. */
export function siteAnsweredAt(snapshot: Snapshot, site: SiteHealth): Vantage[] {
  const page = site.failingHosts.find(({ faults }) => faults.some(({ role }) => role === "page"));
  if (page === undefined || site.service === null) return [];
  return answeredSince(snapshot, page.host, site.service.id, beganAt(site));
}

/** @param name what stands in the list: the id of a place, or the host of a service @param id what views call it */
function answeredSince(snapshot: Snapshot, name: string, id: string, since: number): Vantage[] {
  const views = freshViews(snapshot);
  const { targets } = snapshot;
  if (views === null || targets === null || views.targets !== targets.sha256) return [];
  if (Date.parse(views.at) < since + TOLD_AFTER[views.from.length >= 2 ? "several" : "one"]) return [];
  if (views.blind.includes(id) || views.fail.some(({ target }) => target === id) || !isTarget(targets, name)) return [];
  return vantagesOf(
    views,
    views.from.filter(({ except = [] }) => except !== "most" && !except.includes(id)).map((vantage) => vantage.id),
  );
}

/** How many vantages say that it fails, as far as that proves something. */
function weightOf(views: Views, target: string, now: number): number {
  const since = views.fail.find((failing) => failing.target === target)?.since;
  return since !== undefined && now - Date.parse(since) > FAILING_LATELY ? 0 : failingAt(views, target).length;
}

/** From how many vantages the feed's control measurements do not reach a place now. */
export function vantagesWithout(snapshot: Snapshot, place: string): number {
  const views = freshViews(snapshot);
  if (views === null) return 0;
  return Math.max(...[place, parsePlaceId(place).provider].map((target) => weightOf(views, target, snapshot.now)));
}

/**
 * Whether a place fails only at vantages in this browser's own country. What is cut off from there may be cut off from here as well, by
 * one order.
 */
export function failsInOwnCountryOnly(snapshot: Snapshot, place: string): boolean {
  const views = freshViews(snapshot);
  if (views === null || snapshot.network === null) return false;
  const failing = [place, parsePlaceId(place).provider].flatMap((target) => failingAt(views, target));
  const { country } = snapshot.network;
  return failing.length > 0 && failing.every((vantage) => vantage.country === country);
}

/** At how many vantages a site was measured to fail too, by a question of the person or by the feed; 0 where it answered one. */
export function vantagesWithoutSite(snapshot: Snapshot, site: SiteHealth): number {
  const { answered, failed } = measuredSince(snapshot, site);
  if (answered.length > 0) return 0;
  const views = freshViews(snapshot);
  const told = views === null || site.service === null ? 0 : weightOf(views, site.service.id, snapshot.now);
  // A person's question is one round.
  return Math.max(told, failed.length >= PLACES_FAILED ? failed.length : 0);
}

/** Whether measurements from several places elsewhere say that a site fails there too. */
export function failsForOthers(snapshot: Snapshot, site: SiteHealth): boolean {
  return vantagesWithoutSite(snapshot, site) >= PLACES_FAILED;
}

/** Whether a site was measured to answer elsewhere since its trouble began, by a question of the person or by the feed. */
export function answersOthers(snapshot: Snapshot, site: SiteHealth): boolean {
  const { answered, failed } = measuredSince(snapshot, site);
  if (answered.length > 0) return true;
  return failed.length === 0 && siteAnsweredAt(snapshot, site).length > 0;
}
