import { isCdn, PLACES, type Place, placeName } from "../address-plan.ts";
import { CLEAR, isCloud, siteAnswer, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { anyOf, breaks, placesFail, sitesFail, statusOf } from "../fault.ts";
import { addPlainSites, isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { knownOutside, placeErrors, playOutage, seenHere, sufferFrom, unclaimed, visitElsewhere } from "./outage.ts";
import { originTold } from "./site-fault.ts";

/** Origins behind one CDN are gone, and the CDN says so in their place: the CDN itself is well. */
const originsGone: Scenario = {
  name: "originsGone",
  truth: "site",
  play(scene) {
    const { random } = scene;
    const fronted = (site: Site) => isPlain(site) && site.hosts.www.place?.provider === "cloudflare";
    const sites = scene.internet.sites.filter(fronted).slice(0, random.integer(2, 5));
    const [first] = sites;
    if (first === undefined) return;
    const well = scene.internet.sites.filter((site) => site.hosts.www.place?.provider === "cloudflare" && !sites.includes(site));
    const fault = sitesFail(sites, statusOf(random, [520, 521, 522, 523, 524, 525, 530]), { roles: ["www", "api"] });
    scene.breakWith(scene.headersTell ? originTold(fault) : fault);
    for (let round = 0; round < 2; round++) {
      for (const site of sites) {
        scene.open(site, 1);
        for (const other of random.sample(well, 1)) scene.open(other, 2);
        scene.visitOthers(1, sites);
      }
    }
    scene.open(first, 1);
    scene.askFinally(
      [{ tab: 1 }, "toolbar"],
      "site",
      scene.mode === "basic" ? [CLEAR] : [...sites.map((site) => siteAnswer(site)), UNCLEAR],
    );
  },
};

/** A CDN fails at random: some loads come through, others get its own error page or nothing. */
const edgeAtRandom: Scenario = {
  name: "edgeAtRandom",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const harm = anyOf(random, [placeErrors(scene, place), placeErrors(scene, place), breaks(random.pick(["timeout", "reset"]))]);
    const here = seenHere(scene, place, dependents);
    const answers = (spoken: number): Answer[] => (spoken < 3 ? [...here(spoken), ...unclaimed(place)] : here(spoken));
    playOutage(scene, {
      place,
      dependents,
      fault: placesFail([place], harm, { random, share: random.between(0.5, 0.9) }),
      answers,
      sites: [4, 5],
    });
  },
};

/** Some owners at a failing edge get its error pages, others get silence. */
const edgePartlySilent: Scenario = {
  name: "edgePartlySilent",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const silent = new Set(dependents.slice(0, random.integer(1, 2)).map((site) => site.domain));
    const errors = placeErrors(scene, place);
    const nothing = breaks(random.pick(["timeout", "reset", "refused"]));
    const fault = placesFail([place], (request) => (silent.has(request.host.site.domain) ? nothing(request) : errors(request)));
    playOutage(scene, { place, dependents, fault, answers: seenHere(scene, place, dependents), sites: [5, 5] });
  },
};

/** An edge is silent, and nobody outside has spoken yet: from here it looks like a way that is cut. */
const edgeSilent: Scenario = {
  name: "edgeSilent",
  truth: "provider",
  play(scene) {
    const { random, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    if (random.chance(0.5)) feed.publish(scene.now, []);
    const fault = placesFail([place], breaks(random.pick(["timeout", "reset", "refused"])));
    playOutage(scene, { place, dependents, fault, answers: seenHere(scene, place, dependents), sites: [3, 4] });
  },
};

/** An edge is silent, and its status page or people everywhere say so. */
const edgeSilentKnown: Scenario = {
  name: "edgeSilentKnown",
  truth: "provider",
  play(scene) {
    const { random, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    const word = random.pick([
      {},
      { severity: "critical" as const },
      { official: false, status: "possible" as const, reporters: 700, areas: [] },
    ]);
    feed.publish(scene.now, [feed.incident(scene.now, { place, ...word })]);
    const fault = placesFail([place], breaks(random.pick(["timeout", "reset", "refused"])));
    playOutage(scene, { place, dependents, fault, answers: knownOutside(scene, place, dependents), sites: [3, 4] });
  },
};

/** A region of a cloud is silent at three owners; other regions and other owners answer. */
const regionSilent: Scenario = {
  name: "regionSilent",
  truth: "provider",
  play(scene) {
    const { random, person } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCloud);
    const sister = PLACES.find((other) => other.provider === place.provider && other.region !== place.region) as Place;
    const there = addPlainSites(scene.internet, random, 2, { www: sister, api: sister, static: sister });
    scene.acquaint([...dependents, ...there]);
    scene.warmUp();
    scene.breakWith(placesFail([place], breaks(random.pick(["timeout", "refused", "reset"]))));
    const answers = seenHere(scene, place, dependents);
    const { failed } = sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [3, 4] });
    for (const site of there) person.visit(site, { tab: 12, gap: 900, fresh: true });
    scene.open(failed.at(-1) as Site, 1);
    visitElsewhere(scene, place, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answers(0));
  },
};

/** A CDN fails; the clouds under its sites are well, and are seen to be. */
const frontFails: Scenario = {
  name: "frontFails",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    const under = new Map<string, Place>();
    for (const site of dependents)
      if (site.hosts.api.place !== null && isCloud(site.hosts.api.place)) under.set(placeName(site.hosts.api.place), site.hosts.api.place);
    const onClouds = scene.internet.sites.filter(
      (site) =>
        isPlain(site) &&
        site.hosts.www.place !== null &&
        under.has(placeName(site.hosts.www.place)) &&
        Object.values(site.hosts).every((host) => host.place?.provider !== place.provider),
    );
    scene.acquaint(dependents);
    scene.warmUp();
    scene.breakWith(placesFail([place], random.pick([placeErrors(scene, place), breaks("timeout"), breaks("reset")])));
    for (const site of random.sample(onClouds, 3)) scene.open(site, 3);
    const answers = seenHere(scene, place, dependents);
    const { spoken } = sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [3, 4] });
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answers(spoken));
  },
};

export const CDN_SCENARIOS: readonly Scenario[] = [
  originsGone,
  frontFails,
  edgeAtRandom,
  edgePartlySilent,
  edgeSilent,
  edgeSilentKnown,
  regionSilent,
];
