import type { Vantage, Views } from "../feed/views.ts";
import { parsePlaceId } from "../providers/place.ts";
import type { Evidence } from "./evidence.ts";
import type { SiteHealth } from "./health/site-health.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { freshViews, measuredSince } from "./weighing/measured.ts";
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

/**
 * What the feed's control measurements say of the place under a site, else of the site's own service. The feed names what fails, and for the
 * place of an incident also where it answers; that it does not name something is no word, because what is measured is not known here.
 */
function measuredByFeed(snapshot: Snapshot, { site, suspect }: Weighing): Evidence[] {
  const views = freshViews(snapshot);
  if (views === null) return [];
  const { at } = views;
  if (suspect !== null && suspect.hosting !== "guessed") {
    const { provider } = parsePlaceId(suspect.place);
    const failed = failingAt(views, suspect.place) ?? failingAt(views, provider) ?? suspect.match?.incident.views?.fail;
    if (failed !== undefined && failed.length > 0) {
      const answered = vantagesOf(views, suspect.match?.incident.views?.answer ?? []);
      return [{ kind: "measured", about: suspect.place, site: null, answered, failed: vantagesOf(views, failed), at }];
    }
  }
  const failed = site.service === null ? undefined : failingAt(views, site.service.id);
  if (site.service === null || failed === undefined) return [];
  return [{ kind: "measured", about: site.service.id, site: site.name, answered: [], failed: vantagesOf(views, failed), at }];
}

function failingAt(views: Views, target: string): string[] | undefined {
  return views.fail.find((failing) => failing.target === target)?.from;
}

function vantagesOf({ from }: Views, ids: readonly string[]): Vantage[] {
  return ids.map((id) => ({ id, country: from.find((vantage) => vantage.id === id)?.country ?? null }));
}

function named(views: readonly Vantage[]): Vantage[] {
  return views.map(({ id, country }) => ({ id, country }));
}
