import { CLEAR, local, NETWORK, siteAnswer, TOLERATED_UNCLEAR, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Fault, hostsFail, sitesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

const plainOthers = (scene: Scene, except: readonly Site[] = []): Site[] =>
  scene.favourites.filter((site) => isPlain(site) && !except.includes(site));

const DAY = 24 * 3_600_000;

/** The browser says "offline" while sites answer: a virtual adapter, a lock-down tool, a broken sensor. */
const offlineLie: Scenario = {
  name: "offlineLie",
  truth: "clear",
  play(scene) {
    const { random, person, recording } = scene;
    scene.warmUp();
    recording.write(person.now, { event: "offline" });
    person.wait(random.integer(500, 5_000));
    const checked = random.chance(0.4);
    if (checked) scene.check(true);
    for (const site of random.sample(plainOthers(scene), random.integer(checked ? 1 : 2, 6)))
      person.visit(site, { tab: random.integer(1, 3), gap: random.integer(500, 20_000), fresh: true });
    const saidAgain = random.chance(0.3);
    if (saidAgain) recording.write(person.now, { event: "offline" });
    if (saidAgain || random.chance(0.5))
      for (const site of random.sample(plainOthers(scene), 2)) person.visit(site, { tab: 1, gap: 900, fresh: true });
    scene.askFinally([{ tab: person.tab }, "toolbar"], "clear", [CLEAR]);
  },
};

/** "Offline" all day, sites answer, and one of them is really down. */
const offlineLieAndSite: Scenario = {
  name: "offlineLieAndSite",
  truth: "site",
  play(scene) {
    const { random, person, recording } = scene;
    const site = scene.someSite(isPlain);
    scene.warmUp();
    recording.write(person.now, { event: "offline" });
    for (const other of random.sample(plainOthers(scene, [site]), 3)) person.visit(other, { tab: 2, gap: 2_000, fresh: true });
    if (random.chance(0.5)) scene.check(true);
    scene.breakWith(sitesFail([site], breaks(random.pick(["refused", "reset"]))));
    for (let load = random.integer(2, 4); load > 0; load--) {
      scene.open(site, 1);
      person.visit(random.pick(plainOthers(scene, [site])), { tab: 2, gap: 1_500, fresh: true });
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [siteAnswer(site), tolerated(UNCLEAR)]);
  },
};

/** Certificates are called out of date, and a check has measured that the clock is right. */
const clockIsRight: Scenario = {
  name: "clockIsRight",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const victims = random.sample(plainOthers(scene), random.integer(3, 5));
    const others = plainOthers(scene, victims);
    scene.reach = { result: "reached", skew: random.integer(-200_000, 200_000) };
    scene.warmUp();
    scene.breakWith(sitesFail(victims, breaks(random.pick(["certificate-date", "certificate-future"]))));
    if (random.chance(0.4)) scene.check(true);
    for (const site of victims) {
      scene.open(site, 1);
      for (const other of random.sample(others, random.integer(0, 1))) scene.open(other, 2);
    }
    for (const other of random.sample(others, 1)) scene.open(other, 2);
    scene.check(true);
    scene.open(victims[0] as Site, 1);
    const accept = [UNCLEAR, local("interception"), ...victims.map((site) => tolerated(siteAnswer(site)))];
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", accept);
  },
};

/** A clock that is months wrong, with the measurement. The contrast to the right one. */
const clockIsWrong: Scenario = {
  name: "clockIsWrong",
  truth: "local",
  play(scene) {
    const { random } = scene;
    scene.reach = { result: "reached", skew: random.pick([-1, 1]) * random.integer(40, 700) * DAY };
    scene.warmUp();
    const victims = random.sample(plainOthers(scene), random.integer(3, 5));
    scene.breakWith((request) => (request.url.startsWith("https:") ? { breakage: "certificate-date" } : null));
    for (const site of victims) scene.open(site, 1);
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("clock")]);
  },
};

/** A pinned name is shown another key: somebody reads along. One site is enough to know. */
const pinned: Scenario = {
  name: "pinViolated",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite(isPlain);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(random.integer(1, 3), [site]);
    scene.breakWith(sitesFail([site], breaks("pinned")));
    for (let load = random.integer(1, 3); load > 0; load--) {
      scene.open(site, 1);
      if (random.chance(0.7)) scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("interception"), TOLERATED_UNCLEAR]);
  },
};

/** A filter on this side answers 0.0.0.0 for some names. Chromium on Windows says so; elsewhere it looks like a refusal. */
function nullAddress(name: string, sites: readonly [number, number]): Scenario {
  return {
    name,
    truth: "local",
    play(scene) {
      const { random } = scene;
      const victims = random.sample(plainOthers(scene), random.integer(...sites));
      scene.quietFeed(victims);
      scene.warmUp();
      scene.visitOthers(2, victims);
      scene.breakWith(sitesFail(victims, breaks("null-address")));
      for (const site of victims) {
        for (let load = random.integer(1, 3); load > 0; load--) scene.open(site, 1);
        scene.visitOthers(1, victims);
      }
      const last = victims.at(-1) as Site;
      scene.open(last, 1);
      const blocked: Answer[] = [local("blocked"), tolerated(local("dns")), TOLERATED_UNCLEAR];
      const cannotKnow: Answer[] = [...blocked, ...victims.map((site) => siteAnswer(site)), NETWORK, UNCLEAR];
      scene.askFinally([{ tab: 1 }], "local", scene.browser === "chromium" ? blocked : cannotKnow);
    },
  };
}

/** A portal lets a few hosts through: its own hotel, its bank. They prove nothing. */
const walledGarden: Scenario = {
  name: "walledGarden",
  truth: "local",
  play(scene) {
    const { random, person } = scene;
    const garden = random.sample(plainOthers(scene), random.integer(1, 2));
    const free = new Set(garden);
    const harm = breaks(random.pick(["certificate-name", "certificate-authority", "timeout", "reset"]));
    scene.warmUp();
    if (random.chance(0.5)) person.wait(random.integer(60_000, 600_000));
    scene.reach = { result: "captive" };
    scene.breakWith((request) => (request.url.startsWith("https:") && !free.has(request.host.site) ? harm(request) : null));
    const outside = random.sample(plainOthers(scene, garden), random.integer(1, 3));
    for (const site of outside) scene.open(site, 1);
    scene.check(true);
    for (const site of garden)
      for (let load = random.integer(1, 3); load > 0; load--)
        person.visit(site, { tab: 2, gap: random.integer(400, 6_000), bare: true, fresh: true });
    scene.askFinally([{ tab: 1 }], "local", [local("captive-portal"), UNCLEAR]);
    scene.ask("final", "toolbar", "local", [local("captive-portal"), UNCLEAR]);
  },
};

/** A check reached nothing; then one neighbour inside the border answers, while the tab still shows the failure. */
const oneNeighbour: Scenario = {
  name: "unreachableThenNeighbour",
  truth: "network",
  play(scene) {
    const { random, person } = scene;
    const neighbour = scene.someSite((site) => isPlain(site) && site.hosts.www.place === null);
    scene.warmUp();
    const lost = random.sample(plainOthers(scene, [neighbour]), random.integer(1, 3));
    scene.acquaint(lost);
    scene.reach = { result: "unreachable" };
    const harm = breaks(random.pick(["timeout", "unreachable"]));
    scene.breakWith((request) => (request.host.site === neighbour ? null : harm(request)));
    for (const site of lost) scene.open(site, 1);
    scene.check(true);
    for (let load = random.integer(1, 3); load > 0; load--)
      person.visit(neighbour, { tab: 2, gap: random.integer(300, 5_000), bare: true, fresh: true });
    const accept = [UNCLEAR, NETWORK, local("no-internet", "offline"), ...lost.map((site) => siteAnswer(site))];
    scene.askFinally([{ tab: 1 }], "network", accept);
  },
};

/** A check failed because the mirrors are gone; then a site answers, if only with an error page: the way is open. */
const anyStatusProves: Scenario = {
  name: "anyStatusProves",
  truth: "clear",
  play(scene) {
    const { random, person, recording } = scene;
    scene.warmUp();
    scene.reach = { result: "unreachable" };
    scene.check(true);
    recording.write(person.now, { event: "feed-failed", mirror: "https://mirror.feeds.example/", error: "TypeError: Failed to fetch" });
    const [ill, ...well] = random.sample(plainOthers(scene), random.integer(3, 5)) as [Site, ...Site[]];
    scene.breakWith(hostsFail([ill.hosts.www.name], statusOf(random, [503, 404, 500])));
    person.visit(ill, { tab: 1, gap: random.integer(800, 5_000), bare: true });
    for (const site of well) person.visit(site, { tab: 2, gap: random.integer(800, 6_000), bare: true, fresh: true });
    scene.askFinally([{ tab: 2 }], "clear", [CLEAR]);
    scene.ask("final", "toolbar", "clear", [CLEAR, UNCLEAR, tolerated(siteAnswer(ill))]);
  },
};

/** The line dies just after sites have answered: the later check outranks them. */
const laterCheck: Scenario = {
  name: "laterCheck",
  truth: "local",
  play(scene) {
    const { random } = scene;
    scene.warmUp();
    scene.visitOthers(2);
    scene.reach = { result: "unreachable" };
    const harm = breaks(random.pick(["timeout", "unreachable", "name-not-found"]));
    const everything: Fault = (request) => harm(request);
    scene.breakWith(everything);
    const site = scene.someSite(isPlain);
    for (let load = random.integer(1, 2); load > 0; load--) scene.open(site, 1);
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("no-internet", "offline", "dns"), NETWORK, UNCLEAR]);
  },
};

export const BROWSER_WORD_SCENARIOS: readonly Scenario[] = [
  offlineLie,
  offlineLieAndSite,
  clockIsRight,
  clockIsWrong,
  pinned,
  nullAddress("nullAddress", [1, 1]),
  nullAddress("nullAddresses", [2, 4]),
  walledGarden,
  oneNeighbour,
  anyStatusProves,
  laterCheck,
];
