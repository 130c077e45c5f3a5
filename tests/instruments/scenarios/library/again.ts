import { CLEAR, local, NETWORK, providerAnswer, routeAnswer, TOLERATED_UNCLEAR, tolerated, UNCLEAR } from "../answers.ts";
import { breaks, everythingFails, placesFail, sitesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { knownOutside, placeErrors, seenHere, sufferFrom, visitElsewhere } from "./outage.ts";

/** A site failed some times, and the page is there again: within seconds it must not be called failing. */
const pageBack: Scenario = {
  name: "pageBack",
  truth: "clear",
  play(scene) {
    const { random, person, setting } = scene;
    const site = scene.someSite(isPlain);
    const calls = random.chance(0.3);
    const harm = random.chance(0.6) ? statusOf(random, setting.statuses) : breaks(random.pick(["refused", "reset", "timeout"]));
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    scene.breakWith(sitesFail([site], harm, calls ? { roles: ["api"] } : {}));
    for (let load = random.integer(2, 4); load > 0; load--) {
      scene.open(site, 1);
      if (random.chance(0.4)) scene.visitOthers(1, [site]);
    }
    person.faults = [];
    person.visit(site, { tab: 1, gap: random.integer(1_500, 30_000), calls: random.integer(2, 4), fresh: true });
    const back = [CLEAR, UNCLEAR];
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", back);
    person.wait(random.integer(2_000, 15_000));
    person.callApi(site, 2, { tab: 1, gap: [300, 900] });
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", back);
    person.wait(random.integer(20_000, 60_000));
    person.visit(site, { tab: 1, gap: 2_000, calls: 2, fresh: true });
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR, TOLERATED_UNCLEAR]);
  },
};

/** Amid an outage one of the sites loads without an error: its trouble was the cloud's, and is not now its own. */
const oneIsBack: Scenario = {
  name: "oneIsBack",
  truth: "provider",
  play(scene) {
    const { random, person, feed } = scene;
    const { place, dependents } = scene.crowdedPlace(5);
    const known = random.chance(0.4);
    scene.acquaint(dependents);
    scene.warmUp();
    visitElsewhere(scene, place, 3);
    scene.breakWith(placesFail([place], random.chance(0.7) ? placeErrors(scene, place) : breaks("timeout")));
    if (known) feed.publish(scene.now, [feed.incident(scene.now, { place, age: 6 })]);
    const answers = known ? knownOutside(scene, place, dependents) : seenHere(scene, place, dependents);
    const { failed, spoken } = sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [3, 5] });
    const lucky = failed.at(-1) as Site;
    person.faults = person.faults.map((fault) => (request) => (request.host.site === lucky ? null : fault(request)));
    for (let load = random.integer(1, 2); load > 0; load--)
      person.visit(lucky, { tab: 1, gap: random.integer(1_500, 12_000), calls: 3, fresh: true });
    const healthy = [
      CLEAR,
      UNCLEAR,
      ...answers(spoken)
        .filter(({ scope }) => scope !== "site")
        .map(tolerated),
    ];
    scene.askFinally([{ tab: 1 }, { site: lucky }], "clear", healthy);
    const rest =
      scene.mode === "basic"
        ? answers(spoken)
        : [...answers(spoken), UNCLEAR, CLEAR, tolerated(routeAnswer(place)), tolerated(providerAnswer(place))];
    scene.ask("final", "toolbar", "provider", rest);
  },
};

/** Some minutes of trouble are over. What comes then is another matter, whatever was before. */
const anotherMatter: Scenario = {
  name: "anotherMatter",
  truth: "local",
  play(scene) {
    const { random, person, setting } = scene;
    const site = scene.someSite(isPlain);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    person.faults = [sitesFail([site], statusOf(random, setting.statuses))];
    for (let load = random.integer(2, 3); load > 0; load--) scene.open(site, 1);
    person.faults = [];
    for (let load = random.integer(1, 2); load > 0; load--) person.visit(site, { tab: 1, gap: random.integer(2_000, 20_000), fresh: true });
    person.wait(random.integer(30_000, 120_000));
    person.visit(site, { tab: 1, gap: 1_000, fresh: true });
    person.wait(random.integer(20_000, 60_000));
    scene.reach = { result: "unreachable" };
    scene.breakWith(everythingFails(breaks(random.pick(["unreachable", "timeout"]))));
    for (const other of [
      site,
      ...random.sample(
        scene.favourites.filter((one) => isPlain(one) && one !== site),
        random.integer(1, 3),
      ),
    ])
      scene.open(other, 1);
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("no-internet", "offline"), NETWORK, TOLERATED_UNCLEAR]);
  },
};

/** A page fails once, by its name or its connection, and opens when it is loaded again. */
const secondTry: Scenario = {
  name: "secondTry",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    scene.quietFeed();
    scene.warmUp();
    for (const site of random.sample(scene.favourites.filter(isPlain), random.integer(1, 3))) {
      const fault = sitesFail([site], breaks(random.pick(["name-not-found", "reset", "refused", "empty", "network-changed", "http2"])));
      person.faults = [fault];
      scene.open(site, 1);
      person.faults = [];
      person.visit(site, { tab: 1, gap: random.integer(800, 9_000), fresh: true });
      if (random.chance(0.5)) scene.visitOthers(1);
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR, TOLERATED_UNCLEAR]);
  },
};

export const AGAIN_SCENARIOS: readonly Scenario[] = [pageBack, oneIsBack, anotherMatter, secondTry];
