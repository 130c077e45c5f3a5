import { CLEAR, ISP, siteAnswer, TOLERATED_UNCLEAR } from "../answers.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** Pages of these sites come as fast as they use to, several times, so that their usual time is known. */
function learnPace(scene: Scene, sites: readonly Site[], usual: number, times: readonly [number, number]): void {
  const { random, person } = scene;
  person.paces.push((site) => (sites.includes(site) ? Math.round(usual * random.between(0.8, 1.25)) : null));
  for (let round = random.integer(...times); round > 0; round--)
    for (const site of random.shuffle(sites))
      person.visit(site, { tab: random.integer(1, 3), gap: random.pause(1_500, 20_000), fresh: true });
}

/** From now on the sites take so long, ms. */
function becomeSlow(scene: Scene, sites: readonly Site[], ms: () => number): void {
  scene.person.paces.unshift((site) => (sites.includes(site) ? Math.round(ms()) : null));
}

/** One site takes more than five times as long as ever, three times in a row; the others are as fast as ever. */
const siteSlow: Scenario = {
  name: "siteSlow",
  truth: "site",
  play(scene) {
    const { random, person } = scene;
    const [site, ...others] = random.sample(scene.favourites.filter(isPlain), 4) as [Site, ...Site[]];
    const usual = random.integer(250, 700);
    scene.quietFeed([site]);
    learnPace(scene, [site, ...others], usual, [4, 6]);
    becomeSlow(scene, [site], () => random.between(Math.max(4_800, usual * 6.5), 9_200));
    const loads = random.integer(3, 5);
    for (let load = 1; load <= loads; load++) {
      person.visit(site, { tab: 1, gap: random.integer(1_500, 9_000), fresh: true });
      if (load < 3) scene.ask("final", { tab: 1 }, "site", [CLEAR]);
      person.visit(random.pick(others), { tab: 2, gap: random.integer(800, 4_000), fresh: true });
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", [siteAnswer(site, "slow")]);
    scene.ask("final", { tab: 2 }, "clear", [CLEAR]);
  },
};

/** Slow once or twice, then as ever. */
const slowOnce: Scenario = {
  name: "slowOnce",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const [site, ...others] = random.sample(scene.favourites.filter(isPlain), 4) as [Site, ...Site[]];
    learnPace(scene, [site, ...others], random.integer(250, 700), [4, 6]);
    for (let turn = random.integer(1, 3); turn > 0; turn--) {
      becomeSlow(scene, [site], () => random.between(4_500, 9_200));
      for (let load = random.integer(1, 2); load > 0; load--)
        person.visit(site, { tab: 1, gap: random.integer(1_500, 9_000), fresh: true });
      person.paces.shift();
      person.visit(site, { tab: 1, gap: random.integer(1_500, 9_000), fresh: true });
      person.visit(random.pick(others), { tab: 2, gap: random.integer(800, 4_000), fresh: true });
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR]);
  },
};

/** Everything has become slow from here: no site, and no cloud. */
const allSlow: Scenario = {
  name: "allSlow",
  truth: "network",
  play(scene) {
    const { random, person } = scene;
    const sites = random.sample(scene.favourites.filter(isPlain), random.integer(4, 6));
    const usual = random.integer(250, 700);
    learnPace(scene, sites, usual, [3, 5]);
    becomeSlow(scene, sites, () => random.between(Math.max(4_800, usual * 6.5), 9_200));
    for (let round = 3; round > 0; round--)
      for (const [index, site] of sites.entries())
        person.visit(site, { tab: 1 + index, gap: random.integer(400, 2_500), fresh: true, bare: true });
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", [ISP, CLEAR]);
  },
};

/** A site that takes its time on every day. */
const alwaysSlow: Scenario = {
  name: "alwaysSlow",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    const usual = random.integer(4_500, 7_800);
    person.paces.push((asked) => (asked === site ? Math.round(usual * random.between(0.85, 1.2)) : null));
    scene.quietFeed([site]);
    scene.warmUp();
    for (let load = random.integer(3, 9); load > 0; load--) {
      person.visit(site, { tab: 1, gap: random.pause(1_500, 30_000), fresh: true });
      if (random.chance(0.5)) scene.visitOthers(1, [site]);
      scene.ask("mid", { tab: 1 }, "clear", [CLEAR, TOLERATED_UNCLEAR]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR]);
  },
};

export const SLOW_SCENARIOS: readonly Scenario[] = [siteSlow, slowOnce, allSlow, alwaysSlow];
