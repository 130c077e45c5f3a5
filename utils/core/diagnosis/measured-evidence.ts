import type { Vantage, Views } from "../feed/views.ts";
import { parsePlaceId } from "../providers/place.ts";
import type { Evidence } from "./evidence.ts";
import type { SiteHealth } from "./health/site-health.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { answeredAt, failingAt, freshViews, measuredSince, siteAnsweredAt, vantagesOf } from "./weighing/measured.ts";
import type { Weighing } from "./weighing/weigh.ts";

/** What others measured of a site: `asked` by the person's press, `measured` as the feed tells it. */
export function seenElsewhere(snapshot: Snapshot, weighing: Weighing): { asked: Evidence[]; measured: Evidence[] } {
  return { asked: askedElsewhere(snapshot, weighing.site), measured: measuredByFeed(snapshot, weighing) };
}

/** What vantages saw of the site since its trouble began, when the person asked. */
function askedElsewhere(snapshot: Snapshot, site: SiteHealth): Evidence[] {
  const { answered, failed } = measuredSince(snapshot, site);
  const times = answered.flatMap(({ ms }) => ms ?? []);
  if (answered.length > 0)
    return [{ kind: "works-for-others", site: site.name, from: named(answered), ms: times.length === 0 ? null : Math.min(...times) }];
  const [first] = failed;
  if (first === undefined || first.failure === null) return [];
  return [{ kind: "fails-for-others", site: site.name, from: named(failed), failure: first.failure, status: first.status }];
}

/** What the feed's control measurements say of the place under a site, else of the site's own service. */
function measuredByFeed(snapshot: Snapshot, weighing: Weighing): Evidence[] {
  const views = freshViews(snapshot);
  if (views === null) return [];
  return measuredPlace(snapshot, views, weighing) ?? measuredSite(snapshot, views, weighing.site);
}

/** Where the place fails; or, where a site has trouble with the place, where it answers. */
function measuredPlace(snapshot: Snapshot, views: Views, { suspect, contrast }: Weighing): Evidence[] | null {
  if (suspect === null || suspect.hosting === "guessed") return null;
  const { place, match } = suspect;
  const { at } = views;
  const [failed = []] = [place, parsePlaceId(place).provider, null]
    .map((target) => (target === null ? vantagesOf(views, match?.incident.views?.fail ?? []) : failingAt(views, target)))
    .filter(({ length }) => length > 0);
  if (failed.length > 0)
    return [{ kind: "measured", about: place, site: null, answered: vantagesOf(views, match?.incident.views?.answer ?? []), failed, at }];
  if (contrast.failing.length === 0 || !suspect.worksElsewhere) return null;
  const answered = answeredAt(snapshot, place, suspect.since);
  return answered.length === 0 ? null : [{ kind: "measured", about: place, site: null, answered, failed, at }];
}

function measuredSite(snapshot: Snapshot, views: Views, site: SiteHealth): Evidence[] {
  if (site.service === null) return [];
  const about = { kind: "measured" as const, about: site.service.id, site: site.name, at: views.at };
  const failed = failingAt(views, site.service.id);
  if (failed.length > 0) return [{ ...about, answered: [], failed }];
  const answered = siteAnsweredAt(snapshot, site);
  return answered.length === 0 ? [] : [{ ...about, answered, failed }];
}

function named(views: readonly Vantage[]): Vantage[] {
  return views.map(({ id, country }) => ({ id, country }));
}
