import { CLEAR, isCloud, providerAnswer, siteAnswer, TOLERATED_UNCLEAR, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Harm, placesFail, sitesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { backOnline, portalPassed, resolverBack } from "./local-over.ts";
import { drawHarm, knownOutside, placeErrors, seenHere, sufferFrom, visitElsewhere } from "./outage.ts";

/** A cloud fails, and a site that has nothing to do with it fails too. */
const outageAndSite: Scenario = {
  name: "outageAndSite",
  truth: "provider",
  play(scene) {
    const { place, dependents } = scene.crowdedPlace(5);
    const apart = scene.someSite(
      (site) => isPlain(site) && Object.values(site.hosts).every((host) => host.place?.provider !== place.provider),
    );
    scene.acquaint([...dependents, apart]);
    scene.breakWith(placesFail([place], placeErrors(scene, place)), sitesFail([apart], breaks("reset")));
    visitElsewhere(scene, place, 3);
    const answer = [providerAnswer(place), ...(scene.mode === "basic" ? [siteAnswer(apart), CLEAR, UNCLEAR] : [])];
    const answers = knownOutside(scene, place, [...dependents, apart]);
    sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [3, 4] });
    for (let load = 0; load < 3; load++) scene.open(apart, 7);
    scene.askFinally(["toolbar"], "provider", answer);
    scene.askFinally([{ tab: 7 }, { site: apart }], "site", [siteAnswer(apart, "unreachable")]);
    const well = scene.someSite(
      (site) => isPlain(site) && site !== apart && Object.values(site.hosts).every((host) => host.place?.provider !== place.provider),
    );
    scene.open(well, 8);
    scene.askFinally([{ tab: 8 }, { tab: 99 }], "clear", [CLEAR]);
  },
};

/** The browser starts into an outage and has hardly seen where anything stands. Errors with an answer carry an address; silence does not. */
const coldStart: Scenario = {
  name: "coldStart",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    scene.forget();
    const { place, dependents } = scene.crowdedPlace(5);
    const speaks = random.chance(0.5);
    // A cloud is blamed only where one of its failing sites was known before the trouble.
    const known = random.chance(0.5);
    if (known) scene.person.visit(dependents[0] as Site, { tab: 1, calls: 2, fresh: true });
    scene.breakWith(placesFail([place], speaks ? placeErrors(scene, place) : breaks(random.pick(["timeout", "refused"]))));
    visitElsewhere(scene, place, random.integer(3, 5));
    const honest: Answer[] = [
      UNCLEAR,
      { scope: "network" },
      ...dependents.map((site) => siteAnswer(site)),
      providerAnswer(place),
      ...(scene.mode === "basic" ? [CLEAR] : []),
    ];
    const answer = known && speaks && scene.mode === "full" ? [providerAnswer(place, "correlated")] : honest;
    sufferFrom(scene, { place, dependents, fault: () => null, answers: () => answer, sites: [4, 5] });
    visitElsewhere(scene, place, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answer);
  },
};

/** Everything this person uses is hosted on the cloud that fails; only the extension's own check shows that the connection works. */
const onlyDependents: Scenario = {
  name: "onlyDependents",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    scene.learn(dependents);
    scene.breakWith(placesFail([place], drawHarm(scene, place)));
    let spoken = 0;
    for (const site of dependents.slice(0, random.integer(4, 5))) {
      const loading = scene.open(site, 1);
      if (loading.failed && loading.silent !== true) spoken++;
      scene.check(scene.now > 0 && random.chance(0.3));
    }
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", seenHere(scene, place, dependents)(spoken));
  },
};

/** Famous sites on a cloud by general knowledge fail while that cloud has an incident; where they stand was never seen here. */
const hearsay: Scenario = {
  name: "hearsay",
  truth: "site",
  play(scene) {
    const { random, feed } = scene;
    scene.forget();
    const famous = ["netflix.com", "coinbase.com", "robinhood.com", "slack.com", "airbnb.com", "duolingo.com"];
    const site = scene.someSite(
      (candidate) => famous.includes(candidate.domain) || (isPlain(candidate) && candidate.hosts.www.place === null),
    );
    scene.visitOthers(4, [site]);
    if (random.chance(0.5)) feed.publish(scene.now, [feed.incident(scene.now, { place: { provider: "aws", region: "us-east-1" } })]);
    scene.breakWith(sitesFail([site], breaks(random.pick(["timeout", "refused"]))));
    for (let load = random.integer(2, 3); load > 0; load--) scene.open(site, 1);
    scene.visitOthers(2, [site]);
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [siteAnswer(site), UNCLEAR]);
  },
};

/** The tab has moved on from the failing site to one that works. */
const tabMovesOn: Scenario = {
  name: "tabMovesOn",
  truth: "site",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite(isPlain);
    const next = scene.someSite((candidate) => isPlain(candidate) && candidate !== site);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(3, [site]);
    scene.breakWith(sitesFail([site], breaks(random.pick(["refused", "reset", "timeout"]))));
    for (let load = random.integer(2, 3); load > 0; load--) scene.open(site, 1);
    scene.open(next, 1);
    scene.askFinally([{ tab: 1 }], "clear", [CLEAR]);
    scene.askFinally([{ site }], "site", [siteAnswer(site, "unreachable")]);
  },
};

/** A page left open in the background calls its failing API for minutes while the person reads elsewhere. */
const backgroundCalls: Scenario = {
  name: "backgroundCalls",
  truth: "site",
  play(scene) {
    const { random, person, setting } = scene;
    const site = scene.someSite((candidate) => isPlain(candidate));
    scene.quietFeed([site]);
    scene.warmUp();
    scene.open(site, 1);
    scene.breakWith(
      sitesFail([site], random.chance(0.7) ? statusOf(random, setting.statuses) : breaks(random.pick(["timeout", "reset"])), {
        roles: ["api"],
      }),
    );
    for (let round = random.integer(3, 8); round > 0; round--) {
      person.callApi(site, random.integer(2, 6), { tab: 1, gap: [1_000, 12_000] });
      scene.visitOthers(1, [site]);
    }
    const well = scene.someSite((candidate) => isPlain(candidate) && candidate !== site);
    scene.open(well, 6);
    person.callApi(site, 1, { tab: 1 });
    scene.askFinally([{ tab: 6 }], "clear", [CLEAR]);
    scene.askFinally([{ tab: 1 }, { site }], "site", scene.mode === "basic" ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** Somebody tries the site once a minute or two for a long time, with little else in between. */
const patientRetries: Scenario = {
  name: "patientRetries",
  truth: "site",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    const harm: Harm = random.chance(0.5) ? statusOf(random, [500, 503]) : breaks(random.pick(["refused", "timeout", "reset"]));
    const hidden = scene.mode === "basic" && "status" in harm({ host: site.hosts.www, type: "main_frame", at: 0, url: "" });
    scene.quietFeed([site]);
    scene.warmUp();
    scene.breakWith(sitesFail([site], harm));
    for (let load = random.integer(3, 7); load > 0; load--) {
      person.wait(random.integer(25_000, 110_000));
      scene.open(site, 1);
      scene.visitOthers(random.integer(0, 2), [site]);
    }
    scene.visitOthers(1, [site]);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", hidden ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** Pictures and styles of the site's own static host fail; the page and its calls work. What a person notices of it is a matter of taste. */
const staticFails: Scenario = {
  name: "staticFails",
  truth: "clear",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite((candidate) => isPlain(candidate));
    scene.quietFeed([site]);
    scene.warmUp();
    scene.breakWith(sitesFail([site], random.pick([breaks("timeout"), breaks("reset"), statusOf(random, [503])]), { roles: ["static"] }));
    for (let load = random.integer(2, 4); load > 0; load--) scene.open(site, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR, { ...siteAnswer(site), weak: true }, TOLERATED_UNCLEAR]);
  },
};

/** Two failing sites of different owners that happen to share a region, while a third one there works. */
const twoSickOnOneRegion: Scenario = {
  name: "twoSickOnOneRegion",
  truth: "site",
  coincidence: true,
  play(scene) {
    const { random, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCloud);
    const [one, other, ...well] = dependents as [Site, Site, ...Site[]];
    scene.acquaint(dependents);
    scene.breakWith(sitesFail([one, other], statusOf(random, setting.statuses)));
    for (const sibling of well) {
      scene.open(one, 1);
      scene.open(sibling, 3);
      scene.open(other, 2);
    }
    scene.open(one, 1);
    const answer = scene.mode === "basic" ? [CLEAR] : [siteAnswer(one), siteAnswer(other), UNCLEAR, providerAnswer(place)];
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", answer);
  },
};

export const MIXED_SCENARIOS: readonly Scenario[] = [
  backOnline,
  portalPassed,
  resolverBack,
  outageAndSite,
  coldStart,
  onlyDependents,
  hearsay,
  tabMovesOn,
  backgroundCalls,
  patientRetries,
  staticFails,
  twoSickOnOneRegion,
];
