import { PLACES, placeName } from "../address-plan.ts";
import { CLEAR, isCloud, siteAnswer, TOLERATED_UNCLEAR, UNCLEAR } from "../answers.ts";
import { always, breaks, type Harm, sitesFail, statusOf } from "../fault.ts";
import { isPlain, makeSite, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { broken, siteScenario } from "./site-fault.ts";

const site5xx = siteScenario("site5xx", ({ random, setting }, site) => ({
  fault: sitesFail([site], statusOf(random, setting.statuses)),
  cause: "http",
  hidden: true,
}));

const sitePartial = siteScenario("sitePartial", ({ random, setting }, site) => ({
  fault: sitesFail([site], statusOf(random, setting.statuses), { random, share: random.between(...setting.partial) }),
  cause: "http",
  hidden: true,
  loads: [3, 6],
}));

const siteApiOnly = siteScenario(
  "siteApiOnly",
  ({ random, setting }, site) => ({
    fault: sitesFail([site], random.chance(0.7) ? statusOf(random, setting.statuses) : breaks(random.pick(["reset", "refused"])), {
      roles: ["api"],
    }),
    cause: ["http", "unreachable"],
    hidden: true,
    known: true,
    loads: [3, 5],
  }),
  (site) => isPlain(site),
);

/** What stands before the site answers in its place: the origin is down, not the CDN. */
const site52x = siteScenario(
  "site52x",
  ({ random }, site) => ({
    fault: sitesFail([site], statusOf(random, [520, 521, 522, 523, 524, 525, 526]), { roles: ["www", "api"] }),
    cause: "http",
    hidden: true,
  }),
  (site) => isPlain(site) && site.hosts.www.place?.provider === "cloudflare",
);

/** Pages are left after a long wait without an answer. */
const siteHang = siteScenario("siteHang", (_scene, site) => ({
  fault: sitesFail([site], always({ hang: true })),
  cause: "slow",
  loads: [3, 5],
}));

const workerSite = siteScenario(
  "workerSite",
  ({ random, setting, mode }, site) => ({
    fault: sitesFail([site], random.chance(0.7) ? statusOf(random, setting.statuses) : breaks("refused")),
    also: mode === "basic" ? [CLEAR, UNCLEAR] : [],
    loads: [2, 4],
  }),
  (site) => site.serviceWorker && site.scheme === "https",
);

/** Everything else at the site's own region works. */
const workingSiblings: Scenario = {
  name: "workingSiblings",
  truth: "site",
  play(scene) {
    const { random, setting } = scene;
    const { dependents } = scene.crowdedPlace(4, isCloud);
    const [site = scene.someSite()] = dependents;
    const siblings = dependents.filter((sibling) => sibling !== site);
    const harm: Harm = random.chance(0.5) ? statusOf(random, setting.statuses) : breaks(random.pick(["timeout", "refused"]));
    scene.acquaint([site, ...siblings]);
    scene.breakWith(sitesFail([site], harm));
    for (const sibling of siblings) {
      scene.open(site, 1);
      scene.open(sibling, 3);
    }
    scene.open(site, 1);
    const hidden = scene.mode === "basic" && "status" in (harm as () => object)();
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", hidden ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** Two sites with nothing in common are down at the same time. */
const twoSites: Scenario = {
  name: "twoSites",
  truth: "site",
  play(scene) {
    const { random, setting } = scene;
    const one = scene.someSite(isPlain);
    const places = PLACES.filter((place) => Object.values(one.hosts).every((host) => host.place?.provider !== place.provider));
    const other = scene.someSite(
      (site) =>
        isPlain(site) &&
        site !== one &&
        [null, ...places].some((place) =>
          place === null
            ? site.hosts.www.place === null
            : site.hosts.www.place !== null && placeName(site.hosts.www.place) === placeName(place),
        ) &&
        Object.values(site.hosts).every((host) => host.place === null || places.some((place) => place.provider === host.place?.provider)),
    );
    scene.quietFeed([one, other]);
    scene.acquaint([one, other]);
    scene.warmUp();
    scene.breakWith(sitesFail([one], statusOf(random, setting.statuses)), sitesFail([other], breaks(random.pick(["refused", "reset"]))));
    scene.visitOthers(3, [one, other]);
    for (let round = random.integer(2, 3); round > 0; round--) {
      scene.open(one, 1);
      scene.open(other, 2);
      scene.visitOthers(2, [one, other]);
    }
    if (scene.mode === "full") scene.askFinally([{ site: one }], "site", [siteAnswer(one, "http")]);
    scene.askFinally([{ site: other }], "site", [siteAnswer(other, "unreachable")]);
    scene.askFinally(["toolbar"], "site", [siteAnswer(one), siteAnswer(other)]);
  },
};

/** One owner's shops in several countries share a region and fail together: that is one witness, not four. */
const oneOwner: Scenario = {
  name: "oneOwner",
  truth: "site",
  play(scene) {
    const { random, setting, internet } = scene;
    const place = random.pick(PLACES.filter(isCloud));
    const layout = { www: place, api: place, static: place };
    const shops = random
      .sample(["com", "co.uk", "de", "fr", "es", "com.au"], random.integer(2, 4))
      .map(
        (suffix): Site => ({ ...makeSite(`brightmarket.${suffix}`, layout, internet.plan, random), serviceWorker: false, scheme: "https" }),
      );
    scene.quietFeed(shops);
    scene.acquaint(shops);
    scene.warmUp();
    scene.breakWith(sitesFail(shops, random.chance(0.5) ? statusOf(random, setting.statuses) : breaks("refused")));
    for (const shop of shops) scene.open(shop, 1);
    scene.visitOthers(3, shops);
    const last = shops[0] as Site;
    scene.open(last, 1);
    scene.open(last, 1);
    const quiet = scene.mode === "basic" ? [CLEAR] : [];
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [...shops.map((shop) => siteAnswer(shop)), TOLERATED_UNCLEAR, ...quiet]);
  },
};

/** The same failing site in many tabs, reloaded again and again, with pages that ask their API without end: still one site. */
const storm: Scenario = {
  name: "storm",
  truth: "site",
  play(scene) {
    const { random, setting, person } = scene;
    const site = scene.someSite((candidate) => isPlain(candidate));
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(3, [site]);
    const kind = random.pick(["tabs", "reloads", "calls"] as const);
    const roles = kind === "calls" ? (["api"] as const) : (["www", "api", "static"] as const);
    if (kind === "calls") scene.open(site, 1);
    scene.breakWith(sitesFail([site], statusOf(random, setting.statuses), { roles }));
    const times = random.integer(6, 20);
    for (let turn = 0; turn < times && kind !== "calls"; turn++)
      person.visit(site, { tab: kind === "tabs" ? 20 + turn : 1, gap: random.integer(200, 3_000) });
    if (kind === "calls") person.callApi(site, random.integer(30, 120), { tab: 1, gap: [50, 1_500] });
    scene.visitOthers(2, [site]);
    const right = scene.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http")];
    scene.askFinally([kind === "tabs" ? { tab: 20 } : { tab: 1 }, { site }, "toolbar"], "site", right);
  },
};

/** A name that does not exist: a typing mistake, or a site that is gone. */
const unknownName: Scenario = {
  name: "unknownName",
  truth: "site",
  play(scene) {
    const { random, internet } = scene;
    const site: Site = {
      ...makeSite("gogle-serch.com", { www: null, api: null, static: null }, internet.plan, random),
      serviceWorker: false,
      scheme: "https",
    };
    scene.warmUp();
    scene.visitOthers(3);
    scene.breakWith(sitesFail([site], breaks("name-not-found")));
    for (let load = random.integer(1, 3); load > 0; load--) scene.open(site, 1);
    scene.visitOthers(2);
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [siteAnswer(site, "dns"), { scope: "unclear" }, CLEAR]);
  },
};

/** The site fails and comes back. */
const siteRecovers: Scenario = {
  name: "siteRecovers",
  truth: "clear",
  play(scene) {
    const { random, setting, person } = scene;
    const site = scene.someSite(isPlain);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    scene.breakWith(sitesFail([site], random.chance(0.6) ? statusOf(random, setting.statuses) : breaks("refused")));
    for (let load = random.integer(2, 4); load > 0; load--) scene.open(site, 1);
    person.faults = [];
    person.wait(random.integer(5_000, 200_000));
    for (let load = random.integer(2, 3); load > 0; load--) scene.open(site, 1, 2);
    person.wait(random.integer(60_000, 150_000));
    scene.open(site, 1, 3);
    scene.visitOthers(1, [site]);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR]);
  },
};

export const SITE_SCENARIOS: readonly Scenario[] = [
  site5xx,
  sitePartial,
  siteApiOnly,
  site52x,
  siteHang,
  workerSite,
  broken("siteDns", ["name-not-found"], "dns"),
  broken("siteTls", ["tls", "plain-on-tls"], ["tls", "http", "unreachable"]),
  broken("siteCertificate", ["certificate-date", "certificate-name", "certificate-self-signed"], "tls"),
  broken("siteDown", ["refused", "reset", "timeout", "unreachable"], "unreachable"),
  broken("siteEmpty", ["empty", "truncated", "http2", "cut"], ["http", "unreachable"]),
  workingSiblings,
  twoSites,
  oneOwner,
  storm,
  unknownName,
  siteRecovers,
];
