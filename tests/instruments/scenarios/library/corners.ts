import { CLEAR, isCloud, siteAnswer, TOLERATED_UNCLEAR, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Fault, type Harm, statusOf } from "../fault.ts";
import { addPlainSites, type Corner, isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { visitElsewhere } from "./outage.ts";

/** What always fails in a corner: requests with this path, of these sites. */
function cornerFails(sites: readonly Site[], path: string, harm: Harm): Fault {
  return (request) => (sites.includes(request.host.site) && request.url.endsWith(`/${path}`) ? harm(request) : null);
}

const HARMLESS: Answer[] = [CLEAR, TOLERATED_UNCLEAR];

/** One call of each page fails, page after page, as it always has; all else of the site answers. */
function chronic(name: string, draw: (scene: Scene) => { corner: Corner; harm: Harm }): Scenario {
  return {
    name,
    truth: "clear",
    play(scene) {
      const { random } = scene;
      const site = scene.someSite(isPlain);
      const { corner, harm } = draw(scene);
      site.corners = [corner];
      scene.breakWith(cornerFails([site], corner.path, harm));
      scene.quietFeed([site]);
      scene.warmUp();
      scene.visitOthers(1, [site]);
      const pages = random.integer(3, 14);
      for (let page = 0; page < pages; page++) {
        scene.person.visit(site, {
          tab: random.pick([1, 1, 1, 2]),
          gap: random.pause(2_500, 60_000),
          calls: random.integer(2, 5),
          fresh: true,
        });
        if (random.chance(0.3)) scene.visitOthers(1, [site]);
        if (page >= 1 && random.chance(0.3)) scene.ask("mid", { tab: scene.person.tab }, "clear", HARMLESS);
      }
      scene.askFinally([{ tab: scene.person.tab }, { site }, "toolbar"], "clear", HARMLESS);
    },
  };
}

const chronicCall = chronic("chronicCall", ({ random }) => ({
  corner: { role: random.pick(["www", "api"]), type: "xmlhttprequest", path: random.pick(["token/refresh", "goals", "flags"]) },
  harm: random.chance(0.75) ? statusOf(random, random.pick([[500], [500], [503], [502, 500]])) : breaks(random.pick(["reset", "empty"])),
}));

const chronicFrame = chronic("chronicFrame", ({ random }) => ({
  corner: { role: random.pick(["static", "api"]), type: "sub_frame", path: "embed" },
  harm: random.chance(0.5) ? statusOf(random, [500, 503, 404]) : breaks(random.pick(["empty", "refused", "timeout"])),
}));

/** Three or four shops of one platform, on one cloud: the renewal of a token answers 500 to everybody who is not signed in. */
const onePlatform: Scenario = {
  name: "onePlatform",
  truth: "clear",
  play(scene) {
    const { random, internet } = scene;
    const { place } = scene.crowdedPlace(1, isCloud);
    const shops = addPlainSites(internet, random, random.integer(3, 4), { www: place, api: place, static: place });
    const corner: Corner = { role: random.pick(["www", "api"]), type: "xmlhttprequest", path: "auth/renew" };
    for (const shop of shops) shop.corners = [corner];
    scene.breakWith(cornerFails(shops, corner.path, statusOf(random, [500])));
    scene.quietFeed(shops);
    scene.warmUp();
    const rounds = random.integer(1, 3);
    for (let round = 0; round < rounds; round++) {
      for (const [index, shop] of shops.entries()) {
        scene.person.visit(shop, { tab: 1 + index, gap: random.pause(1_000, 9_000), calls: random.integer(2, 5), fresh: true });
        if (random.chance(0.3)) scene.visitOthers(1, shops);
        if (random.chance(0.5)) scene.ask("mid", { tab: 1 + index }, "clear", HARMLESS);
      }
    }
    scene.askFinally([{ tab: 1 }, { tab: 2 }, { tab: 3 }, "toolbar"], "clear", HARMLESS);
  },
};

/** It used to work: the page opens, and the one call that it is for has begun to fail. */
const signInFails: Scenario = {
  name: "signInFails",
  truth: "site",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite(isPlain);
    const corner: Corner = { role: "api", type: "xmlhttprequest", path: "login" };
    site.corners = [corner, corner];
    scene.quietFeed([site]);
    scene.warmUp();
    for (let page = random.integer(2, 5); page > 0; page--)
      scene.person.visit(site, { tab: 1, gap: random.pause(2_000, 30_000), fresh: true });
    scene.visitOthers(2, [site]);
    const harm = random.chance(0.7) ? statusOf(random, [500, 502, 503, 504]) : breaks(random.pick(["reset", "timeout"]));
    scene.breakWith(cornerFails([site], corner.path, harm));
    for (let load = random.integer(2, 4); load > 0; load--) {
      scene.open(site, 1, random.integer(0, 1));
      for (let attempt = random.integer(1, 2); attempt > 0; attempt--) {
        scene.person.wait(random.integer(2_000, 9_000));
        scene.person.request(site, site.hosts.api, "xmlhttprequest", { tab: 1, path: corner.path });
      }
      if (random.chance(0.5)) scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", scene.mode === "basic" ? [CLEAR] : [siteAnswer(site), UNCLEAR]);
  },
};

/** A page that has long been open, with calls that worked: now all of them fail. */
const callsNewlyFail: Scenario = {
  name: "callsNewlyFail",
  truth: "site",
  play(scene) {
    const { random, person, setting } = scene;
    const site = scene.someSite(isPlain);
    scene.quietFeed([site]);
    scene.warmUp();
    for (let page = random.integer(2, 4); page > 0; page--)
      person.visit(site, { tab: 1, gap: random.pause(2_000, 30_000), calls: 4, fresh: true });
    scene.visitOthers(2, [site]);
    const harm = random.chance(0.7) ? statusOf(random, setting.statuses) : breaks(random.pick(["reset", "timeout", "refused"]));
    scene.breakWith((request) => (request.host.site === site && request.type === "xmlhttprequest" ? harm(request) : null));
    for (let round = random.integer(2, 3); round > 0; round--) {
      person.callApi(site, random.integer(3, 6), { tab: 1 });
      if (random.chance(0.6)) scene.open(site, 1, 4);
      scene.visitOthers(1, [site]);
    }
    person.callApi(site, 2, { tab: 1 });
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", scene.mode === "basic" ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** One call stumbles once at each of some sites on one cloud; the pages open, and the next call is answered. */
const stumbles: Scenario = {
  name: "stumbles",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCloud, "api");
    scene.quietFeed(dependents);
    scene.acquaint(dependents);
    scene.warmUp();
    const harm = random.chance(0.7) ? statusOf(random, [500, 502, 503]) : breaks(random.pick(["reset", "empty"]));
    for (const site of dependents) {
      person.visit(site, { tab: 1, gap: random.pause(1_500, 12_000), calls: 2, fresh: true });
      scene.breakWith((request) => (request.host === site.hosts.api ? harm(request) : null));
      person.callApi(site, 1, { tab: 1 });
      person.faults = [];
      person.callApi(site, random.integer(2, 6), { tab: 1, gap: [300, 1_500] });
      if (random.chance(0.3)) visitElsewhere(scene, place, 1);
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", HARMLESS);
  },
};

export const CORNER_SCENARIOS: readonly Scenario[] = [stumbles, chronicCall, chronicFrame, onePlatform, signInFails, callsNewlyFail];
