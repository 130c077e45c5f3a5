import { isCdn, type Place } from "../address-plan.ts";
import { CLEAR, isCloud, NETWORK, providerAnswer, routeAnswer, siteAnswer, TOLERATED_UNCLEAR, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { anyOf, breaks, type Fault, type Harm, statusOf, writtenBy } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scene } from "../scene.ts";

/** How a place fails people: by answers that are errors, by silence, or both. */
export function drawHarm(scene: Scene, place: Place, statuses: readonly number[] = scene.setting.statuses): Harm {
  const { random } = scene;
  const errors = placeErrors(scene, place, statuses);
  return random.pick([
    errors,
    errors,
    breaks("timeout"),
    anyOf(random, [errors, errors, breaks("timeout")]),
    breaks("refused"),
    anyOf(random, [errors, breaks("reset")]),
  ]);
}

/** The error pages of a place that fails: written by itself, which their headers may tell. */
export function placeErrors({ random, setting, headersTell }: Scene, place: Place, statuses: readonly number[] = setting.statuses): Harm {
  const errors = statusOf(random, statuses);
  if (!headersTell) return errors;
  if (isCdn(place)) return writtenBy("edge", errors);
  return random.chance(0.3) ? writtenBy("platform", errors) : errors;
}

/** A cloud in trouble says these of a call. A 500 is a program's word. */
export const CLOUD_STATUSES = [502, 503, 503, 504] as const;

/**
 * What a person saw of an outage: the sites that failed, the last one last, how many of them answered with an error page, and whether
 * the page of the last one opened, with no more than one call that failed.
 */
export type Suffered = { failed: Site[]; spoken: number; opened: boolean };

type OutagePlan = {
  place: Place;
  dependents: Site[];
  fault: Fault;
  /** What is right once so many failing sites have answered with an error page. */
  answers: (spoken: number) => Answer[];
  /** Failing sites before the last question. */
  sites?: readonly [low: number, high: number];
};

/**
 * What this browser alone may say. A region's silence at three owners is an outage; a shared edge is blamed by errors it wrote, and its
 * silence alone only says that it cannot be reached from here.
 */
export function seenHere(scene: Scene, place: Place, dependents: readonly Site[]): (spoken: number) => Answer[] {
  return (spoken) => {
    const outage = providerAnswer(place, "correlated");
    const blame = isCloud(place) || spoken >= 3 ? [outage] : spoken === 0 ? [routeAnswer(place)] : [outage, routeAnswer(place)];
    return [...blame, ...basicAnswers(scene, dependents, place)];
  };
}

/** What is right while somebody outside says so too. */
export function knownOutside(
  scene: Scene,
  place: Place,
  dependents: readonly Site[],
  cause?: string | readonly string[],
): (spoken: number) => Answer[] {
  return () => [providerAnswer(place, cause), ...basicAnswers(scene, dependents, place)];
}

/** In basic access only pages that break before any answer are seen, and their hosts are known only from what was learned before. */
export function basicAnswers(scene: Scene, dependents: readonly Site[], place: Place): Answer[] {
  if (scene.mode === "full") return [];
  return [...dependents.map((site) => siteAnswer(site)), CLEAR, UNCLEAR, ...(isCdn(place) ? [routeAnswer(place)] : [])];
}

/** Opens dependents of the place until enough of them have failed, with others that work in between. */
export function sufferFrom(scene: Scene, plan: OutagePlan): Suffered {
  const { random } = scene;
  const wanted = random.integer(...(plan.sites ?? [3, 5]));
  const failed = new Set<Site>();
  const spoken = new Set<Site>();
  let failures = 0;
  let last: Site | undefined;
  let opened = false;
  for (let load = 0; load < 40; load++) {
    const site = plan.dependents[load % plan.dependents.length] as Site;
    const loading = scene.open(site, 1, random.integer(2, 4));
    const harmed = loading.failed || loading.apiFailures > 0;
    if (harmed) {
      opened = !loading.failed && loading.apiFailures === 1;
      failed.delete(site);
      failed.add(site);
      if (loading.failed && loading.silent !== true) spoken.add(site);
      failures += (loading.failed ? 1 : 0) + loading.apiFailures;
      last = site;
      const early: Answer[] = [...failed].map((victim) => siteAnswer(victim));
      if (isCdn(plan.place)) early.push(tolerated(routeAnswer(plan.place)));
      scene.ask("probe", "toolbar", "provider", [...plan.answers(spoken.size), ...early, CLEAR, TOLERATED_UNCLEAR], {
        seen: { failures, sites: failed.size },
      });
    }
    if (failed.size >= wanted && harmed && last === site) break;
    if (random.chance(0.45)) visitElsewhere(scene, plan.place, 1);
  }
  seeControl(scene, plan.place);
  return { failed: [...failed], spoken: spoken.size, opened };
}

/** Nobody remote can be blamed without a control: something elsewhere answers since the trouble began, or the check does. */
export function seeControl(scene: Scene, place: Place): void {
  if (scene.random.chance(0.5)) visitElsewhere(scene, place, scene.random.integer(1, 2));
  else scene.check(true);
}

/** Sites that have nothing to do with the place are opened, and work. */
export function visitElsewhere(scene: Scene, place: Place, count: number): void {
  for (const site of scene.random.sample(sitesElsewhere(scene, [place]), count))
    scene.person.visit(site, { gap: scene.random.pause(...scene.setting.hurry) });
}

/** Favourites of which no host stands with one of these providers. */
export function sitesElsewhere(scene: Scene, places: readonly Place[]): Site[] {
  const taken = places.map((place) => place.provider);
  return scene.favourites.filter((site) =>
    Object.values(site.hosts).every((host) => host.place === null || !taken.includes(host.place.provider)),
  );
}

/** Several independent sites on one place fail. `hidden`: basic access sees nothing of it. */
export function playOutage(scene: Scene, plan: OutagePlan, hidden = false): void {
  const { random } = scene;
  scene.acquaint(plan.dependents);
  scene.warmUp();
  visitElsewhere(scene, plan.place, random.integer(2, 4));
  scene.breakWith(plan.fault);
  const { failed, spoken, opened } = sufferFrom(scene, plan);
  const last = failed.at(-1);
  if (last === undefined) return;
  const right = hidden && scene.mode === "basic" ? [CLEAR] : plan.answers(spoken);
  // A page that opens outweighs one call that fails.
  scene.askFinally([{ tab: 1 }, { site: last }], "provider", opened ? [...right, CLEAR] : right);
  scene.askFinally(["toolbar"], "provider", right);
}

/** Silence that comes and goes at a shared edge: nobody outside has spoken, so that an outage must not be claimed. */
export const unclaimed = (place: Place): Answer[] => [routeAnswer(place), UNCLEAR, tolerated(NETWORK), tolerated(providerAnswer(place))];
