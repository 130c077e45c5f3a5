import { FIREFOX_SPURIOUS } from "../browser-errors.ts";
import { breaks, sitesFail, statusOf } from "../fault.ts";
import type { Host, Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { CLEAR, isCloud, type Scene, siteAnswer, TOLERATED_UNCLEAR } from "../scene.ts";

const EVERYTHING_IS_FINE = [CLEAR];

/** Nothing is broken: some pages, then the questions. */
function browseAndAsk(scene: Scene, pages: number): void {
  scene.visitOthers(pages);
  const last = scene.someSite();
  scene.open(last);
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "clear", EVERYTHING_IS_FINE);
}

const healthy: Scenario = {
  name: "healthy",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    browseAndAsk(scene, scene.random.integer(1, 8));
  },
};

/** Clicks taken back at once, many in a row. */
const aborts: Scenario = {
  name: "aborts",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, recording, random } = scene;
    for (const site of random.sample(scene.favourites, random.integer(5, 14))) {
      person.wait(random.integer(150, 900));
      const url = `${site.scheme}://${site.hosts.www.name}/`;
      const error = person.fail(site.hosts.www, "aborted", { tabId: 1, url, type: "main_frame", ms: random.integer(5, 4_000) });
      if (random.chance(0.85)) {
        recording.write(person.now, {
          event: "navigation-error",
          tabId: 1,
          url,
          error: scene.browser === "firefox" ? FIREFOX_SPURIOUS : error,
        });
      }
    }
    scene.ask("mid", { tab: 1 }, "clear", EVERYTHING_IS_FINE);
    browseAndAsk(scene, 2);
  },
};

/** Trackers, advertisements, fonts and widgets fail; the pages themselves work. */
const trackersOnly: Scenario = {
  name: "trackersOnly",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { random } = scene;
    const down = random.sample(scene.internet.thirdParties, random.integer(1, 6)).map((host) => host.site);
    const harm = random.pick([breaks("reset"), breaks("timeout"), breaks("name-not-found"), statusOf(random, [500, 503])]);
    scene.breakWith(sitesFail(down, harm));
    browseAndAsk(scene, random.integer(3, 9));
  },
};

/** Sites that answer, but not with what was wanted. */
const refusals: Scenario = {
  name: "refusals",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { random } = scene;
    const site = scene.someSite();
    scene.breakWith(sitesFail([site], statusOf(random, random.pick([[403], [401], [404], [451], [429], [403, 429], [400], [410]]))));
    scene.visitOthers(random.integer(0, 3), [site]);
    for (let load = random.integer(2, 4); load > 0; load--) scene.open(site);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** Pages fetched ahead of a click fail: nobody has asked for them. Chromium only; in Firefox an ordinary day. */
const speculation: Scenario = {
  name: "speculation",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random } = scene;
    const shown = scene.someSite((site) => !site.serviceWorker);
    scene.open(shown);
    const ahead = scene.someSite((site) => site !== shown);
    for (let attempt = random.integer(3, 8); attempt > 0 && scene.browser === "chromium"; attempt--) {
      person.wait(random.integer(200, 5_000));
      const host: Host = random.pick([ahead, shown]).hosts.www;
      const fields = {
        tabId: 1,
        url: `https://${host.name}/ahead/${attempt}`,
        type: "main_frame",
        documentId: "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
      };
      if (random.chance(0.5)) person.answer(host, { ...fields, status: 503 }, false);
      else person.fail(host, random.pick(["refused", "timeout", "name-not-found"]), { ...fields, ms: 120 });
    }
    scene.askFinally([{ tab: 1 }, { site: ahead }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** A site without HTTPS: the browser tries HTTPS first, and may ask before it goes on without. */
const upgradeProbe: Scenario = {
  name: "upgradeProbe",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random, recording } = scene;
    const site: Site = { ...scene.someSite((candidate) => !candidate.serviceWorker), scheme: "http" };
    const asks = scene.browser === "chromium" && random.chance(0.5);
    for (let load = random.integer(1, 4); load > 0; load--) {
      person.wait(random.integer(1_000, 9_000));
      const { name } = site.hosts.www;
      if (scene.browser === "chromium") {
        person.fail(site.hosts.www, random.pick(["refused", "timeout", "tls"]), {
          tabId: 1,
          url: `https://${name}/`,
          type: "main_frame",
          ms: 40,
        });
        if (asks) {
          recording.write(person.now + 2, {
            event: "navigation-error",
            tabId: 1,
            url: `http://${name}/`,
            error: "net::ERR_BLOCKED_BY_CLIENT",
          });
          person.wait(random.integer(500, 4_000));
          if (load === 1 && random.chance(0.5)) break;
        }
      }
      scene.open(site);
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** A cloud has a bad day in the feed, and everything here works. */
const feedOnly: Scenario = {
  name: "feedOnly",
  truth: "clear",
  play(scene) {
    const { place, dependents } = scene.crowdedPlace(2);
    scene.warmUp();
    const { feed, random, now } = scene;
    const extra = random.pick([
      {},
      { severity: "critical" as const },
      { official: false, status: "possible" as const, reporters: 400 },
      { reporters: 900 },
    ]);
    feed.publish(now, [feed.incident(now, { place, ...extra })]);
    for (const site of dependents) scene.open(site);
    scene.askFinally([{ tab: 1 }, { site: dependents[0] as Site }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** Somebody's own machines fail all the time; that is what workshops are for. */
const workshop: Scenario = {
  name: "workshop",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random, recording } = scene;
    const names = [
      "localhost:3000",
      "127.0.0.1:8080",
      "[::1]:5173",
      "192.168.1.20",
      "10.0.0.7:9000",
      "172.16.4.4",
      "169.254.10.10",
      "[fd00::12]",
      "[fe80::1]",
    ];
    const more = ["nas.local", "shop.test", "intranet", "build.internal", "router.home.arpa", "app.localhost:4000", "a.b.test"];
    for (const host of random.sample([...names, ...more], random.integer(3, 9))) {
      for (let load = random.integer(1, 3); load > 0; load--) {
        person.wait(random.integer(300, 5_000));
        const url = `${random.pick(["http", "http", "https"])}://${host}/`;
        const machine = { ...scene.someSite().hosts.www, name: host, place: null, addresses: ["127.0.0.1"] };
        const kind = random.pick(["refused", "status", "name-not-found", "certificate-self-signed"] as const);
        if (kind === "status") {
          person.answer(machine, { tabId: 1, url, type: "main_frame", status: random.pick([500, 502, 503]) }, false);
          recording.write(person.now, { event: "navigation-completed", tabId: 1, url });
        } else scene.failPage(machine, kind, url, 1);
      }
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** One call of a page fails once and all else works: no trouble that a person would notice. */
const blip: Scenario = {
  name: "blip",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random } = scene;
    const site = scene.someSite();
    scene.open(site, 1, 4);
    const fault = sitesFail([site], statusOf(random, [500, 503]), { roles: ["api"] });
    scene.breakWith(fault);
    person.callApi(site, 1, { tab: 1 });
    person.faults = [];
    person.callApi(site, random.integer(5, 12), { tab: 1 });
    scene.visitOthers(2, [site]);
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR, TOLERATED_UNCLEAR]);
  },
};

/** One tab's site fails; another tab, and a tab that never showed anything, are fine. */
const tabApart: Scenario = {
  name: "tabApart",
  truth: "site",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite(
      (candidate) => isCloud(candidate.hosts.www.place ?? { provider: "own", region: null }) && !candidate.serviceWorker,
    );
    const well = scene.someSite((candidate) => candidate !== site && !candidate.serviceWorker);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.breakWith(sitesFail([site], random.pick([breaks("refused"), breaks("reset")])));
    scene.visitOthers(3, [site, well]);
    scene.open(site, 1);
    scene.open(well, 9);
    scene.open(site, 1);
    scene.open(site, 1);
    scene.visitOthers(1, [site]);
    scene.askFinally([{ tab: 9 }, { tab: 77 }, { site: well }], "clear", EVERYTHING_IS_FINE);
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [siteAnswer(site, "unreachable")]);
  },
};

/** The tab that showed the trouble is gone. */
const tabClosed: Scenario = {
  name: "tabClosed",
  truth: "clear",
  play(scene) {
    const { person, random, recording } = scene;
    const site = scene.someSite((candidate) => !candidate.serviceWorker);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.breakWith(sitesFail([site], breaks(random.pick(["refused", "timeout", "reset"]))));
    scene.open(site, 1);
    person.wait(random.integer(100, 3_000));
    recording.write(person.now, { event: "tab-closed", tabId: 1 });
    scene.visitOthers(random.integer(2, 4), [site]);
    scene.askFinally([{ tab: 1 }], "clear", EVERYTHING_IS_FINE);
  },
};

export const HEALTHY_SCENARIOS: readonly Scenario[] = [
  healthy,
  aborts,
  trackersOnly,
  refusals,
  speculation,
  upgradeProbe,
  feedOnly,
  workshop,
  blip,
  tabApart,
  tabClosed,
];
