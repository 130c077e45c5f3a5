import { isCdn, type Place } from "../address-plan.ts";
import { CLEAR, isCloud, NETWORK, providerAnswer, routeAnswer, siteAnswer, TOLERATED_UNCLEAR, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { addPlainSites, isPlain, type Site } from "../internet.ts";
import type { Load } from "../page-loads.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene, Target } from "../scene.ts";
import { sitesElsewhere } from "./outage.ts";

const TAB = 1;
const SECOND = 1000;

/** Lets the time come to `seconds` after `since`; other pages answer meanwhile where `others` are given. */
function waitUntil(scene: Scene, since: number, seconds: number, others: readonly Site[]): void {
  const { random, person } = scene;
  const end = since + seconds * SECOND;
  while (others.length > 0 && person.now + 2_600 < end)
    person.visit(random.pick(others), { tab: 7, gap: random.integer(300, 1_000), bare: true, fresh: true });
  person.now = Math.max(person.now, end);
}

const answering = (scene: Scene, except: readonly Site[]): Site[] =>
  scene.favourites.filter((site) => isPlain(site) && !except.includes(site));

const slow = (site: Site) => siteAnswer(site, "slow");

/** The questions of a page that hangs while others answer: not yet at 9 s, in its tab from 10 s on, on the toolbar from 15 s on. */
function askWhileItHangs(scene: Scene, { site, since, tab }: Load, others: readonly Site[], until: number): void {
  const here = { tab };
  const questions: { seconds: number; targets: Target[]; accept: Answer[] }[] = [
    { seconds: 9, targets: [here], accept: [CLEAR, TOLERATED_UNCLEAR] },
    { seconds: 9.5, targets: ["toolbar"], accept: [CLEAR] },
    { seconds: 11, targets: [here, { site }], accept: [slow(site)] },
    { seconds: 12.5, targets: ["toolbar"], accept: [CLEAR, TOLERATED_UNCLEAR] },
    { seconds: 16, targets: [here, { site }, "toolbar"], accept: [slow(site)] },
    { seconds: 44, targets: [here, "toolbar"], accept: [slow(site)] },
    { seconds: 59, targets: [here, "toolbar"], accept: [slow(site)] },
  ];
  for (const { seconds, targets, accept } of questions) {
    if (seconds > until) return;
    waitUntil(scene, since, seconds, others);
    for (const target of targets) scene.ask("final", target, "site", accept);
  }
}

/** A page does not answer; others do. Somebody gives up after 12 s, 20 s or a minute, or it comes after all. */
function hanging(name: string, until: number, restarts: boolean): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const { random, person, recording } = scene;
      const site = scene.someSite(isPlain);
      scene.quietFeed([site]);
      scene.warmUp();
      if (random.chance(0.4)) scene.open(site, TAB);
      const others = answering(scene, [site]);
      scene.visitOthers(2, [site]);
      person.wait(random.integer(500, 5_000));
      const load = person.beginLoad(site, TAB);
      if (restarts) recording.write(load.since + random.integer(200, 55_000), { event: "restart" });
      askWhileItHangs(scene, load, others, until);
      waitUntil(scene, load.since, until, others);
      if (random.chance(0.5)) {
        person.giveUp(load);
        return;
      }
      person.receive(load);
      person.wait(random.integer(200, 2_000));
      scene.askFinally([{ tab: TAB }], "clear", [CLEAR, TOLERATED_UNCLEAR]);
    },
  };
}

/** Nothing else answers either: not the site's fault, as far as anybody can know. */
const nothingAnswers: Scenario = {
  name: "hangsAlone",
  truth: "network",
  play(scene) {
    const { random, person } = scene;
    scene.warmUp();
    person.wait(random.integer(90_000, 180_000));
    const sites = answering(scene, []).slice(0, random.integer(1, 4));
    for (const [index, site] of sites.entries()) {
      person.wait(random.integer(200, 2_500));
      person.beginLoad(site, TAB + index);
    }
    const since = person.now;
    const accept = [CLEAR, UNCLEAR, NETWORK, { scope: "local" }];
    waitUntil(scene, since, 12, []);
    scene.ask("final", { tab: TAB }, "network", accept);
    if (random.chance(0.5)) {
      scene.reach = { result: "unreachable" };
      scene.check(true);
    }
    waitUntil(scene, since, 17, []);
    scene.askFinally([{ tab: TAB }, "toolbar"], "network", accept);
  },
};

/** Several sites on one place hang at once, while sites elsewhere answer: that is silence there. */
function hangTogether(name: string, truth: "network" | "provider", matches: (place: Place) => boolean): Scenario {
  return {
    name,
    truth,
    play(scene) {
      const { random, person } = scene;
      const { place, dependents } = scene.crowdedPlace(4, matches);
      const victims = dependents.slice(0, random.integer(3, 4));
      const others = sitesElsewhere(scene, [place]).filter(isPlain);
      others.push(...addPlainSites(scene.internet, random, 2, { www: null, api: null, static: null }));
      scene.learn(victims);
      scene.acquaint(victims);
      scene.warmUp();
      for (const site of random.sample(others, 2)) person.visit(site, { tab: 7, gap: 900 });
      for (const [index, site] of victims.entries()) {
        person.wait(random.integer(100, 1_200));
        person.beginLoad(site, TAB + index);
      }
      const since = person.now;
      waitUntil(scene, since, 11, others);
      const early = victims.flatMap((site) => [slow(site)]);
      const named = isCloud(place) ? providerAnswer(place, "correlated") : routeAnswer(place);
      scene.ask("mid", { tab: TAB }, "provider", [named, ...early, UNCLEAR]);
      waitUntil(scene, since, random.integer(17, 40), others);
      const honest = scene.mode === "basic" ? [...early, UNCLEAR] : early.map(tolerated);
      scene.askFinally([{ tab: TAB }, "toolbar"], truth, [named, TOLERATED_UNCLEAR, ...honest]);
    },
  };
}

/** A file is made on demand: the load ends as a download, without a page, and nothing hangs after that. */
const download: Scenario = {
  name: "downloadBegins",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    scene.warmUp();
    scene.open(site, TAB);
    const others = answering(scene, [site]);
    scene.visitOthers(2, [site]);
    person.wait(random.integer(1_000, 8_000));
    const load = person.beginLoad(site, TAB);
    person.wait(random.integer(300, 7_000));
    person.giveUp(load);
    waitUntil(scene, load.since, random.integer(12, 14), others);
    scene.ask("final", { tab: TAB }, "clear", [CLEAR]);
    waitUntil(scene, load.since, random.integer(17, 60), others);
    scene.askFinally([{ tab: TAB }, { site }, "toolbar"], "clear", [CLEAR]);
  },
};

/** A site that has always taken eight seconds takes fourteen: under three times its usual time nothing hangs. */
const slowByNature: Scenario = {
  name: "slowByNature",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    const usual = random.integer(7_400, 8_600);
    const others = answering(scene, [site]);
    person.paces.push((asked) => (asked === site ? Math.round(usual * random.between(0.9, 1.1)) : null));
    scene.warmUp();
    for (let page = random.integer(4, 7); page > 0; page--) {
      person.visit(site, { tab: TAB, gap: random.integer(2_000, 20_000), fresh: true });
      if (random.chance(0.5)) scene.visitOthers(1, [site]);
    }
    person.wait(random.integer(1_000, 9_000));
    const load = person.beginLoad(site, TAB);
    waitUntil(scene, load.since, 11, others);
    scene.ask("final", { tab: TAB }, "clear", [CLEAR]);
    waitUntil(scene, load.since, 16, others);
    for (const target of [{ tab: TAB }, "toolbar"] as const) scene.ask("final", target, "clear", [CLEAR]);
    if (random.chance(0.5)) {
      waitUntil(scene, load.since, 36, others);
      scene.ask("final", { tab: TAB }, "site", [slow(site)]);
    }
    person.receive(load);
    scene.askFinally([{ tab: TAB }, "toolbar"], "clear", [CLEAR, TOLERATED_UNCLEAR]);
  },
};

/** The lid closes while a page loads, and opens hours later: that was no wait. */
const asleep: Scenario = {
  name: "asleepWhileLoading",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    const load = person.beginLoad(site, TAB);
    person.wait(random.integer(1_000, 8_000));
    scene.ask("final", { tab: TAB }, "clear", [CLEAR]);
    person.wait(random.integer(20, 600) * 60 * SECOND);
    const doubt = [CLEAR, UNCLEAR, { scope: "local" }, NETWORK];
    scene.ask("final", { tab: TAB }, "clear", doubt);
    person.giveUp(load, random.pick(["suspended", "network-changed"]));
    scene.ask("mid", { tab: TAB }, "clear", doubt);
    person.visit(site, { tab: TAB, gap: random.integer(2_000, 9_000), fresh: true });
    scene.visitOthers(1, [site]);
    person.wait(random.integer(20_000, 80_000));
    person.visit(site, { tab: TAB, gap: 1_000, fresh: true });
    scene.askFinally([{ tab: TAB }, "toolbar"], "clear", [CLEAR]);
  },
};

/** The next page of the tab ends the hang of the one before; closing the tab does too. */
const hangLeft: Scenario = {
  name: "hangLeft",
  truth: "clear",
  play(scene) {
    const { random, person, recording } = scene;
    const site = scene.someSite(isPlain);
    const others = answering(scene, [site]);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    const load = person.beginLoad(site, TAB);
    waitUntil(scene, load.since, random.integer(4, 9), others);
    const closed = random.chance(0.4);
    if (closed) recording.write(person.now, { event: "tab-closed", tabId: TAB });
    else {
      person.giveUp(load);
      person.visit(random.pick(others), { tab: TAB, gap: random.integer(5, 400), fresh: true });
    }
    waitUntil(scene, load.since, random.integer(16, 30), others);
    scene.askFinally([{ tab: TAB }, "toolbar"], "clear", [CLEAR]);
  },
};

export const HANG_SCENARIOS: readonly Scenario[] = [
  hanging("hangs12s", 12.9, false),
  hanging("hangs20s", 20, false),
  hanging("hangs60s", 60, false),
  hanging("hangsOverRestart", 60, true),
  nothingAnswers,
  hangTogether("hangTogetherOnCloud", "provider", isCloud),
  hangTogether("hangTogetherOnCdn", "network", isCdn),
  download,
  slowByNature,
  hangLeft,
  asleep,
];
