import { siteOf } from "../../../../utils/core/net/site-name.ts";
import { CLEAR, siteAnswer, TOLERATED_UNCLEAR, UNCLEAR } from "../answers.ts";
import { breaks, hostsFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** Another page host of the same owner, under the same registrable domain. */
function siblingOf(scene: Scene, site: Site, name: string): Site {
  const { place } = site.hosts.www;
  const sibling: Site = { ...site };
  const www = { ...site.hosts.www, name: `${name}.${site.domain}`, site: sibling, addresses: [scene.internet.plan.next(place)] };
  return Object.assign(sibling, { hosts: { www, api: www, static: www } });
}

/** One page host of a domain is down; the tab that shows another one of it is well. */
function siblings(name: string, crowd: readonly [number, number]): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const { random, setting } = scene;
      // Names under a public suffix (gov.uk) are sites of their own.
      const site = scene.someSite((one) => isPlain(one) && siteOf(`shop.${one.domain}`) === one.domain);
      const names = random.sample(["shop", "careers", "my", "booking", "blog", "help"], random.integer(...crowd));
      const ill = names.map((part) => siblingOf(scene, site, part));
      scene.quietFeed([site]);
      scene.warmUp();
      scene.open(site, 1);
      const spoken = random.chance(0.5);
      const harm = spoken
        ? statusOf(random, setting.statuses)
        : breaks(random.pick(["refused", "reset", "empty", "timeout", "name-not-found"]));
      scene.breakWith(
        hostsFail(
          ill.map(({ hosts }) => hosts.www.name),
          harm,
        ),
      );
      for (let round = random.integer(1, 3); round > 0; round--)
        for (const sibling of ill) scene.person.visit(sibling, { tab: 22, gap: random.pause(1_000, 9_000), bare: true });
      scene.visitOthers(1, [site]);
      const hidden = spoken && scene.mode === "basic";
      const doubt = [siteAnswer(site), UNCLEAR];
      scene.askFinally([{ tab: 22 }], "site", hidden ? [CLEAR] : doubt);
      if (random.chance(0.5)) scene.person.visit(site, { tab: 1, gap: random.pause(1_000, 5_000), fresh: true });
      scene.askFinally([{ tab: 1 }], "clear", [CLEAR, TOLERATED_UNCLEAR]);
      scene.askFinally(["toolbar"], "site", [siteAnswer(site), UNCLEAR, CLEAR]);
    },
  };
}

export const SIBLING_SCENARIOS: readonly Scenario[] = [siblings("siblingDown", [1, 1]), siblings("siblingsDown", [2, 3])];
