import { isCdn, PLACES, type Place, placeName } from "../address-plan.ts";
import { isCloud, NETWORK, providerAnswer, routeAnswer, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { anyOf, breaks, type Fault, placesFail, statusOf } from "../fault.ts";
import { isPlain } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import {
  basicAnswers,
  CLOUD_STATUSES,
  drawHarm,
  knownOutside,
  placeErrors,
  playOutage,
  seenHere,
  sufferFrom,
  unclaimed,
  visitElsewhere,
} from "./outage.ts";

const providerAlone: Scenario = {
  name: "providerAlone",
  truth: "provider",
  play(scene) {
    const { place, dependents } = scene.crowdedPlace(5);
    scene.quietFeed(dependents);
    const answers = seenHere(scene, place, dependents);
    playOutage(scene, { place, dependents, fault: placesFail([place], drawHarm(scene, place)), answers });
  },
};

const providerPartial: Scenario = {
  name: "providerPartial",
  truth: "provider",
  play(scene) {
    const { random, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    const here = seenHere(scene, place, dependents);
    const answers = (spoken: number): Answer[] => (isCdn(place) && spoken < 3 ? [...here(spoken), ...unclaimed(place)] : here(spoken));
    const harm = drawHarm(scene, place, CLOUD_STATUSES);
    const fault = placesFail([place], harm, { random, share: random.between(...setting.partial) });
    playOutage(scene, { place, dependents, fault, answers, sites: [4, 5] });
  },
};

/** The fronts of the sites stand elsewhere and load; the calls of their pages fail, as on 7 December 2021. */
const providerApiOnly: Scenario = {
  name: "providerApiOnly",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCloud, "api");
    const errors = statusOf(random, CLOUD_STATUSES);
    const fails = placesFail(
      [place],
      random.pick([errors, errors, breaks("timeout"), breaks("refused"), anyOf(random, [errors, breaks("reset")])]),
    );
    const fault: Fault = (request) => (request.type === "xmlhttprequest" ? fails(request) : null);
    playOutage(scene, { place, dependents, fault, answers: seenHere(scene, place, dependents) }, true);
  },
};

const cdnWide: Scenario = {
  name: "cdnWide",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const errors = placeErrors(scene, place);
    const harm = random.pick([errors, errors, anyOf(random, [errors, errors, breaks("timeout")]), breaks("timeout"), breaks("reset")]);
    playOutage(scene, { place, dependents, fault: placesFail([place], harm), answers: seenHere(scene, place, dependents) });
  },
};

/** All regions of one provider fail at once. Its silence everywhere looks like a way that is cut. */
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
    const answers = (spoken: number): Answer[] => [
      providerAnswer(everywhere, "correlated"),
      ...(spoken < 3 ? [routeAnswer(everywhere), tolerated(NETWORK), UNCLEAR] : []),
      ...places.map((place) => tolerated(providerAnswer(place))),
      ...basicAnswers(scene, dependents, everywhere),
    ];
    const fault = placesFail(places, drawHarm(scene, places[0] as Place));
    playOutage(scene, { place: everywhere, dependents, fault, answers, sites: [dependents.length, dependents.length] });
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
    scene.breakWith(placesFail([place], drawHarm(scene, place)));
    scene.person.wait(random.integer(0, 4_000));
    feed.publish(scene.now, [feed.incident(scene.now, { place, ...kind })]);
    const answers = knownOutside(scene, place, dependents, ["incident", "both"]);
    const { failed } = sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [1, 4] });
    const last = failed.at(-1);
    if (last === undefined) return;
    scene.open(last, 1, 3);
    scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "provider", answers(0));
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
    const answers = knownOutside(scene, place, dependents);
    playOutage(scene, { place, dependents, fault: placesFail([place], drawHarm(scene, place)), answers });
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
    const known = knownOutside(scene, place, dependents);
    const answers = (spoken: number): Answer[] =>
      isCdn(place) && spoken < 3 ? [...known(spoken), tolerated(routeAnswer(place))] : known(spoken);
    playOutage(scene, { place, dependents, fault: placesFail([place], drawHarm(scene, place)), answers });
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
