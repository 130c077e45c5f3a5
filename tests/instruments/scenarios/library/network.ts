import { placeName } from "../address-plan.ts";
import { CLEAR, siteAnswer, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, everythingFails, sitesFail, statusOf } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** Up to `count` sites, each in another place. */
function scattered(scene: Scene, sites: readonly Site[], count: number): Site[] {
  const places = new Set<string>();
  return scene.random.shuffle(sites).filter((site) => {
    const { place } = site.hosts.www;
    const name = place === null ? site.domain : placeName(place);
    if (places.has(name) || places.size >= count || site.serviceWorker) return false;
    places.add(name);
    return true;
  });
}

/** The route out of this network is broken towards much of the world, wherever it stands; the rest answers. */
const isp: Scenario = {
  name: "isp",
  truth: "network",
  play(scene) {
    const { random } = scene;
    const victims = scattered(scene, scene.internet.sites, random.integer(4, 6));
    const lost = new Set(random.sample(scene.internet.sites, Math.floor(scene.internet.sites.length * 0.4)).map((site) => site.domain));
    for (const site of victims) lost.add(site.domain);
    const reachable = scene.favourites.filter((site) => !lost.has(site.domain));
    scene.acquaint([...victims, ...random.sample(reachable, 3)]);
    scene.quietFeed(victims);
    scene.warmUp();
    const fault = sitesFail(
      scene.internet.sites.filter((site) => lost.has(site.domain)),
      breaks(random.pick(["timeout", "timeout", "unreachable"])),
    );
    scene.breakWith(fault);
    for (const site of victims) {
      scene.open(site, 1);
      for (const well of random.sample(reachable, random.integer(1, 2))) scene.open(well, 2);
    }
    scene.open(random.pick(victims), 1);
    // Without addresses nobody knows how far apart the failing sites are.
    const doubt = scene.mode === "basic" ? [UNCLEAR] : [];
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", [{ scope: "network", cause: "isp" }, ...doubt]);
  },
};

/** Everything is slow, and page after page is given up. One site or cloud is not the cause. */
const slowEverywhere: Scenario = {
  name: "slowEverywhere",
  truth: "network",
  play(scene) {
    const { random } = scene;
    scene.warmUp();
    scene.reach = random.pick([{ result: "reached" }, { result: "unreachable" }]);
    scene.breakWith(everythingFails(() => ({ hang: true })));
    for (const site of scattered(scene, scene.favourites, 5)) scene.open(site, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", [{ scope: "network" }, { scope: "local" }, UNCLEAR, CLEAR]);
  },
};

/** A proxy whose address lies inside a cloud: its address is no site's. */
function behindProxy(scene: Scene): void {
  const { place } = scene.crowdedPlace(1);
  scene.person.proxy = { address: scene.internet.plan.next(place), declared: scene.random.chance(0.8) };
  scene.visitOthers(scene.random.integer(5, 9));
}

const proxyWorks: Scenario = {
  name: "proxyWorks",
  truth: "clear",
  play(scene) {
    behindProxy(scene);
    scene.quietFeed();
    scene.visitOthers(4);
    scene.open(scene.someSite(), 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR]);
  },
};

/** One site fails behind the proxy, as an answer of the proxy's or as a tunnel that it could not build. */
const proxiedSite: Scenario = {
  name: "proxiedSite",
  truth: "site",
  play(scene) {
    const { random } = scene;
    behindProxy(scene);
    scene.warmUp();
    const site = scene.someSite((candidate) => !candidate.serviceWorker);
    const tunnel = random.chance(0.5) && site.scheme === "https";
    scene.breakWith(sitesFail([site], tunnel ? breaks("tunnel") : statusOf(random, [502, 504, 503])));
    scene.visitOthers(2, [site]);
    for (let load = random.integer(2, 4); load > 0; load--) {
      scene.open(site);
      scene.visitOthers(random.integer(0, 1), [site]);
    }
    scene.visitOthers(2, [site]);
    const invisible = scene.mode === "basic" && !tunnel;
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", invisible ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** Several unrelated sites answer with errors through a proxy whose address lies in a cloud: the cloud is not to blame. */
const proxiedSites: Scenario = {
  name: "proxiedSites",
  truth: "network",
  play(scene) {
    const { random } = scene;
    behindProxy(scene);
    const victims = scattered(scene, scene.internet.sites, random.integer(3, 5));
    scene.breakWith(sitesFail(victims, statusOf(random, [502, 503])));
    for (const site of victims) {
      scene.open(site, 1);
      scene.visitOthers(1, victims);
    }
    scene.open(random.pick(victims), 1);
    const accept: Answer[] = [
      UNCLEAR,
      { scope: "network" },
      { scope: "local", cause: "proxy" },
      ...victims.map((site) => siteAnswer(site)),
    ];
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", scene.mode === "basic" ? [CLEAR] : accept);
  },
};

export const NETWORK_SCENARIOS: readonly Scenario[] = [isp, slowEverywhere, proxyWorks, proxiedSite, proxiedSites];
