import { CLEAR, isCloud, siteAnswer, TOLERATED_UNCLEAR } from "../answers.ts";
import { breaks, sitesFail, statusOf } from "../fault.ts";
import { browseAndAsk, EVERYTHING_IS_FINE } from "../healthy-browsing.ts";
import type { Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { aborts, missingPages, speculation, trackersOnly, upgradeProbe } from "./harmless-failures.ts";

const healthy: Scenario = {
  name: "healthy",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    browseAndAsk(scene, scene.random.integer(1, 8));
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
    const { person, random } = scene;
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
        if (kind === "status") scene.answerPage(machine, url, 1, random.pick([500, 502, 503]));
        else scene.failPage(machine, kind, url, 1);
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
  missingPages,
  speculation,
  upgradeProbe,
  feedOnly,
  workshop,
  blip,
  tabApart,
  tabClosed,
];
