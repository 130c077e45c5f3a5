import { isCdn, PLACES, type Place, placeName } from "../address-plan.ts";
import type { Answer } from "../expectation.ts";
import { anyOf, breaks, type Fault, type Harm, placesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { CLEAR, isCloud, providerAnswer, type Scene, siteAnswer, TOLERATED_UNCLEAR } from "../scene.ts";

/** How a place fails people: by answers that are errors, by silence, or both. */
export function drawHarm(scene: Scene): Harm {
  const { random, setting } = scene;
  const errors = statusOf(random, setting.statuses);
  return random.pick([
    errors,
    errors,
    breaks("timeout"),
    anyOf(random, [errors, errors, breaks("timeout")]),
    breaks("refused"),
    anyOf(random, [errors, breaks("reset")]),
  ]);
}

type FaultPlan = {
  place: Place;
  dependents: Site[];
  fault: Fault;
  answer: Answer[];
  /** Failing sites before the last question. */
  sites?: readonly [low: number, high: number];
};

/** Opens dependents of the place until enough of them have failed, with others that work in between. Returns those that failed, the last one last. */
export function sufferFrom(scene: Scene, plan: FaultPlan): Site[] {
  const { random } = scene;
  const wanted = random.integer(...(plan.sites ?? [3, 5]));
  const failed = new Set<Site>();
  let failures = 0;
  let last: Site | undefined;
  for (let load = 0; load < 40; load++) {
    const site = plan.dependents[load % plan.dependents.length] as Site;
    const loading = scene.open(site, 1, random.integer(2, 4));
    const harmed = loading.failed || loading.apiFailures > 0;
    if (harmed) {
      failed.delete(site);
      failed.add(site);
      failures += (loading.failed ? 1 : 0) + loading.apiFailures;
      last = site;
      const early: Answer[] = [...failed].map((victim) => siteAnswer(victim));
      scene.ask("probe", "toolbar", "provider", [...plan.answer, ...early, CLEAR, TOLERATED_UNCLEAR], {
        seen: { failures, sites: failed.size },
      });
    }
    if (failed.size >= wanted && harmed && last === site) break;
    if (random.chance(0.45)) visitElsewhere(scene, plan.place, 1);
  }
  seeControl(scene, plan.place);
  return [...failed];
}

/** Nobody remote can be blamed without a control: something elsewhere answers since the trouble began, or the check does. */
export function seeControl(scene: Scene, place: Place): void {
  if (scene.random.chance(0.5)) visitElsewhere(scene, place, scene.random.integer(1, 2));
  else scene.check(true);
}

/** Sites that have nothing to do with the place are opened, and work. */
export function visitElsewhere(scene: Scene, place: Place, count: number): void {
  const free = scene.favourites.filter((site) =>
    Object.values(site.hosts).every((host) => host.place === null || host.place.provider !== place.provider),
  );
  for (const site of scene.random.sample(free, count)) scene.person.visit(site, { gap: scene.random.pause(...scene.setting.hurry) });
}

/** Several independent sites on one place fail. */
function playProviderFault(scene: Scene, plan: FaultPlan, hidden = false): void {
  const { random } = scene;
  scene.acquaint(plan.dependents);
  scene.warmUp();
  visitElsewhere(scene, plan.place, random.integer(2, 4));
  scene.breakWith(plan.fault);
  const failed = sufferFrom(scene, plan);
  const last = failed.at(-1);
  if (last === undefined) return;
  const right = hidden && scene.mode === "basic" ? [CLEAR] : plan.answer;
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "provider", right);
}

/** In basic access only pages that break before any answer are seen, and their hosts are known only from what was learned before. */
function basicAnswers(scene: Scene, dependents: readonly Site[]): Answer[] {
  return scene.mode === "full" ? [] : [...dependents.map((site) => siteAnswer(site)), CLEAR, { scope: "unclear" }];
}

const providerAlone: Scenario = {
  name: "providerAlone",
  truth: "provider",
  play(scene) {
    const { place, dependents } = scene.crowdedPlace(5);
    scene.quietFeed(dependents);
    const answer = [providerAnswer(place, "correlated"), ...basicAnswers(scene, dependents)];
    playProviderFault(scene, { place, dependents, fault: placesFail([place], drawHarm(scene)), answer });
  },
};

const providerPartial: Scenario = {
  name: "providerPartial",
  truth: "provider",
  play(scene) {
    const { random, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    const answer = [providerAnswer(place, "correlated"), ...basicAnswers(scene, dependents)];
    const fault = placesFail([place], drawHarm(scene), { random, share: random.between(...setting.partial) });
    playProviderFault(scene, { place, dependents, fault, answer, sites: [4, 5] });
  },
};

/** The fronts of the sites stand elsewhere and load; the calls of their pages fail, as on 7 December 2021. */
const providerApiOnly: Scenario = {
  name: "providerApiOnly",
  truth: "provider",
  play(scene) {
    const { place, dependents } = scene.crowdedPlace(5, isCloud, "api");
    const harm = drawHarm(scene);
    const fails = placesFail([place], harm);
    const fault: Fault = (request) => (request.type === "xmlhttprequest" ? fails(request) : null);
    playProviderFault(scene, { place, dependents, fault, answer: [providerAnswer(place, "correlated")] }, true);
  },
};

const cdnWide: Scenario = {
  name: "cdnWide",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const harm = random.pick([statusOf(random, [503]), statusOf(random, [500, 502]), breaks("timeout"), breaks("reset")]);
    const answer = [providerAnswer(place, "correlated"), ...basicAnswers(scene, dependents)];
    playProviderFault(scene, { place, dependents, fault: placesFail([place], harm), answer });
  },
};

/** All regions of one provider fail at once. */
const allRegions: Scenario = {
  name: "allRegions",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const provider = random.pick(["aws", "gcp", "azure"]);
    const places = PLACES.filter((place) => place.provider === provider);
    const byRegion = places.map((place) =>
      scene.internet.sites
        .filter((site) => isPlain(site) && site.hosts.www.place !== null && placeName(site.hosts.www.place) === placeName(place))
        .slice(0, 3),
    );
    const dependents = [0, 1, 2].flatMap((rank) => byRegion.flatMap((sites) => sites[rank] ?? []));
    const everywhere: Place = { provider, region: null };
    const answer: Answer[] = [
      providerAnswer(everywhere, "correlated"),
      ...places.map((place) => ({ ...providerAnswer(place), weak: true as const })),
      ...basicAnswers(scene, dependents),
    ];
    playProviderFault(scene, {
      place: everywhere,
      dependents,
      fault: placesFail(places, drawHarm(scene)),
      answer,
      sites: [dependents.length, dependents.length],
    });
  },
};

/** The feed knows of it, and says so before or while it is felt. */
const providerFeed: Scenario = {
  name: "providerFeed",
  truth: "provider",
  play(scene) {
    const { random, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(4);
    const kind = random.pick([
      {},
      { severity: "critical" as const },
      { status: "identified" as const },
      { reporters: 1200 },
      { age: 45, services: ["ec2", "dynamodb"] },
    ]);
    scene.acquaint(dependents);
    scene.warmUp();
    visitElsewhere(scene, place, random.integer(1, 3));
    scene.breakWith(placesFail([place], drawHarm(scene)));
    scene.person.wait(random.integer(0, 4_000));
    feed.publish(scene.now, [feed.incident(scene.now, { place, ...kind })]);
    const answer = [providerAnswer(place, ["incident", "both"]), ...basicAnswers(scene, dependents)];
    const failed = sufferFrom(scene, { place, dependents, fault: () => null, answer, sites: [1, 4] });
    const last = failed.at(-1);
    if (last === undefined) return;
    scene.open(last, 1, 3);
    scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "provider", answer);
  },
};

/** Only people report it; what fails here agrees with them. */
const crowdFirst: Scenario = {
  name: "crowdFirst",
  truth: "provider",
  play(scene) {
    const { random, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    feed.publish(scene.now, [
      feed.incident(scene.now, { place, official: false, status: "possible", reporters: random.integer(40, 2_000), age: 8 }),
    ]);
    const answer = [providerAnswer(place), ...basicAnswers(scene, dependents)];
    playProviderFault(scene, { place, dependents, fault: placesFail([place], drawHarm(scene)), answer });
  },
};

/** The incident in the feed is minor, recovering or old; several sites fail nevertheless. */
const weakIncident: Scenario = {
  name: "weakIncident",
  truth: "provider",
  play(scene) {
    const { random, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    const kind = random.pick([{ severity: "minor" as const }, { status: "monitoring" as const }, { age: 60 * 24 * 40 }]);
    feed.publish(scene.now, [feed.incident(scene.now, { place, ...kind })]);
    const answer = [providerAnswer(place), ...basicAnswers(scene, dependents)];
    playProviderFault(scene, { place, dependents, fault: placesFail([place], drawHarm(scene)), answer });
  },
};

export const PROVIDER_SCENARIOS: readonly Scenario[] = [
  providerAlone,
  providerPartial,
  providerApiOnly,
  cdnWide,
  allRegions,
  providerFeed,
  crowdFirst,
  weakIncident,
];
