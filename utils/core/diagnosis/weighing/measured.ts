import type { ElsewhereView } from "../../feed/elsewhere-view.ts";
import { vantagesFailing } from "../../feed/failing-vantages.ts";
import { isFeedFresh } from "../../feed/freshness.ts";
import type { Views } from "../../feed/views.ts";
import { parsePlaceId } from "../../providers/place.ts";
import { MINUTE } from "../../time.ts";
import type { SiteHealth } from "../health/site-health.ts";
import type { Snapshot } from "../health/snapshot.ts";

/** At least so many places must have failed, and none answered, before the site fails for others too. Judged (2026-11-30). */
const PLACES_FAILED = 2;

/** Vantages ask once a minute, and heads come every five. Judged (2026-11-30). */
const VIEWS_FRESH = 10 * MINUTE;

/** What a person asked for counts for this long, milliseconds. design.md fixes it. */
export const ASKED_FRESH = 2 * MINUTE;

/** Where a site answered, and where it failed, when the person asked vantages about it since its trouble began. */
export function measuredSince(
  { elsewhere, now }: Snapshot,
  { name, firstFaultAt, hang }: SiteHealth,
): { answered: ElsewhereView[]; failed: ElsewhereView[] } {
  const since = Math.max(hang?.since ?? firstFaultAt, now - ASKED_FRESH);
  const views = elsewhere.filter(({ site, at }) => at >= since && site === name).flatMap((asked) => asked.views);
  return { answered: views.filter(({ failure }) => failure === null), failed: views.filter(({ failure }) => failure !== null) };
}

/** The feed's control measurements, where they are of the last minutes. */
export function freshViews({ feed, now }: Snapshot): Views | null {
  if (!isFeedFresh(feed, now) || feed.views === null || now - Date.parse(feed.views.at) > VIEWS_FRESH) return null;
  return feed.views;
}

/** From how many vantages the feed's control measurements do not reach a place now. */
export function vantagesWithout(snapshot: Snapshot, place: string): number {
  const views = freshViews(snapshot);
  return Math.max(vantagesFailing(views, place), vantagesFailing(views, parsePlaceId(place).provider));
}

/** Whether measurements from elsewhere say that a site fails there too. */
export function failsForOthers(snapshot: Snapshot, site: SiteHealth): boolean {
  const { answered, failed } = measuredSince(snapshot, site);
  return answered.length === 0 && failed.length >= PLACES_FAILED;
}
