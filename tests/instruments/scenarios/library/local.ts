import type { Breakage } from "../browser-errors.ts";
import type { Answer } from "../expectation.ts";
import { breaks, everythingFails, type Harm } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { CLEAR, type Scene, siteAnswer, TOLERATED_UNCLEAR } from "../scene.ts";

const local = (...causes: string[]): Answer => ({ scope: "local", cause: causes });

/** After one failure nobody can know: anything but a cloud may be said. */
function maybe(...sites: Site[]): Answer[] {
  return [
    local("offline", "no-internet", "dns", "proxy", "clock", "interception", "captive-portal"),
    { scope: "network" },
    CLEAR,
    TOLERATED_UNCLEAR,
    ...sites.map((site) => ({ ...siteAnswer(site), weak: true as const })),
  ];
}

type FaultPlan = {
  harm: (scene: Scene) => Harm;
  https?: true;
  /** What the reachability check finds; null where it may not have looked. */
  reach: Scene["reach"];
  accept: Answer[];
  /** The check always has looked by the time of the last question. */
  checked?: true;
};

/** Everything fails: a page, the first question, more pages, the last question. */
function playLocalFault(scene: Scene, plan: FaultPlan): void {
  const { random } = scene;
  scene.quietFeed();
  scene.warmUp();
  scene.reach = plan.reach;
  scene.breakWith(everythingFails(plan.harm(scene), plan.https ? { https: true } : {}));
  const sites = random.sample(
    scene.favourites.filter((site) => !plan.https || (site.scheme === "https" && !site.serviceWorker)),
    random.integer(4, 7),
  );
  const [first, ...rest] = sites;
  if (first === undefined) return;
  scene.open(first, random.pick([1, 1, 2]));
  scene.person.wait(random.integer(100, 1_500));
  if (random.chance(0.6)) scene.ask("first", { tab: scene.person.tab }, "local", [...plan.accept, ...maybe(first)]);
  for (const site of rest) scene.open(site, random.pick([1, 1, 1, 2]));
  if (plan.checked) scene.check(true);
  scene.askFinally([{ tab: scene.person.tab }, "toolbar"], "local", plan.accept);
}

const offline: Scenario = {
  name: "offline",
  truth: "local",
  play(scene) {
    scene.warmUp();
    scene.reach = { result: "unreachable" };
    scene.recording.write(scene.now, { event: "offline" });
    scene.breakWith(everythingFails(breaks("offline")));
    for (const site of scene.random.sample(scene.favourites, scene.random.integer(1, 5))) {
      scene.open(site);
      scene.ask("first", { tab: 1 }, "local", [local("offline", "no-internet")]);
    }
    scene.askFinally(["toolbar", { tab: 1 }], "local", [local("offline", "no-internet")]);
  },
};

/** Chromium on Linux says nothing of a pulled cable but for the codes; no event tells that the device is offline. */
const silentlyOffline: Scenario = {
  name: "silentlyOffline",
  truth: "local",
  play(scene) {
    playLocalFault(scene, { harm: () => breaks("offline"), reach: { result: "unreachable" }, accept: [local("offline", "no-internet")] });
  },
};

const noInternet: Scenario = {
  name: "noInternet",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const breakage: Breakage = random.pick(["unreachable", "timeout", "refused", "unreachable"]);
    playLocalFault(scene, {
      harm: () => breaks(breakage),
      reach: { result: "unreachable" },
      checked: true,
      accept: [local("no-internet", "offline"), { scope: "network" }],
    });
  },
};

/** The resolver is dead. Names that the machine has just used still work for a while. */
const dnsDead: Scenario = {
  name: "dnsDead",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const remembered = new Set(random.sample(scene.favourites, random.integer(0, 4)).map((site) => site.domain));
    const harm: Harm = () => ({ breakage: "name-not-found" });
    scene.quietFeed();
    scene.warmUp();
    scene.reach = random.pick([{ result: "unreachable" }, { result: "unreachable" }, { result: "reached" }]);
    scene.breakWith((request) => (remembered.has(request.host.site.domain) ? null : harm(request)));
    const forgotten = scene.favourites.filter((site) => !remembered.has(site.domain) && !site.serviceWorker);
    for (const site of random.sample(forgotten, random.integer(4, 7))) {
      scene.open(site);
      const known = scene.favourites.filter((candidate) => remembered.has(candidate.domain));
      if (known.length > 0 && random.chance(0.25)) scene.open(random.pick(known), 2);
    }
    const last = random.pick(forgotten);
    scene.open(last, 1);
    scene.check(true);
    const honest: Answer[] = scene.reach.result === "unreachable" && remembered.size === 0 ? [local("no-internet")] : [];
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("dns"), ...honest]);
  },
};

const captivePortal: Scenario = {
  name: "captivePortal",
  truth: "local",
  play(scene) {
    const breakage: Breakage = scene.random.pick([
      "certificate-authority",
      "certificate-name",
      "certificate-self-signed",
      "timeout",
      "reset",
    ]);
    playLocalFault(scene, {
      harm: () => breaks(breakage),
      https: true,
      reach: { result: "captive" },
      checked: true,
      accept: [local("captive-portal")],
    });
  },
};

/** The portal answers plain HTTP itself, with 511 or with its own page on a private address. */
const captiveByHttp: Scenario = {
  name: "captiveByHttp",
  truth: "local",
  play(scene) {
    const { person, random, recording } = scene;
    scene.warmUp();
    scene.reach = { result: "captive" };
    scene.breakWith(everythingFails(breaks(random.pick(["timeout", "reset", "certificate-name"])), { https: true }));
    const portal = { ...scene.someSite().hosts.www, name: "10.1.0.1", place: null, addresses: ["10.1.0.1"] };
    const sites = random.sample(
      scene.favourites.filter((site) => site.scheme === "https" && !site.serviceWorker),
      4,
    );
    for (const site of sites) {
      person.wait(random.integer(500, 3_000));
      const shown = random.chance(0.5);
      const url = shown ? "http://10.1.0.1/login" : `http://${site.hosts.www.name}/`;
      person.answer(
        { ...site.hosts.www, addresses: ["10.1.0.1"] },
        { tabId: 2, url, type: "main_frame", status: shown ? 200 : 511 },
        false,
      );
      recording.write(person.now, { event: "navigation-completed", tabId: 2, url });
      if (random.chance(0.3)) person.answer(portal, { tabId: 2, url: "http://10.1.0.1/logo.png", type: "image", status: 200 }, false);
      scene.open(site, 1);
    }
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("captive-portal")]);
  },
};

const proxyDead: Scenario = {
  name: "proxyDead",
  truth: "local",
  play(scene) {
    const breakage = scene.random.pick(["proxy-refused", "proxy-unknown"] as const);
    playLocalFault(scene, { harm: () => breaks(breakage), reach: { result: "unreachable" }, accept: [local("proxy")] });
  },
};

/** The proxy lives and lets nobody through. */
const proxyRefuses: Scenario = {
  name: "proxyRefuses",
  truth: "local",
  play(scene) {
    playLocalFault(scene, {
      harm: () => breaks("tunnel"),
      https: true,
      reach: { result: "unreachable" },
      accept: [local("proxy")],
      checked: true,
    });
  },
};

const clock: Scenario = {
  name: "clock",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const ahead = random.chance(0.5);
    const skew = (ahead ? 1 : -1) * random.integer(20, 900) * 24 * 3_600_000;
    const reach: Scene["reach"] = random.pick([{ result: "unreachable" }, { result: "reached", skew }, { result: "reached", skew }]);
    const breakage: Breakage = ahead ? "certificate-date" : random.pick(["certificate-future", "certificate-date"]);
    playLocalFault(scene, { harm: () => breaks(breakage), https: true, reach, accept: [local("clock")] });
  },
};

/** The clock is some weeks behind: only young certificates are refused. */
const clockPartly: Scenario = {
  name: "clockPartly",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const old = new Set(
      random.sample(scene.internet.sites, Math.floor(scene.internet.sites.length * random.between(0.2, 0.5))).map((site) => site.domain),
    );
    scene.warmUp();
    scene.reach = { result: "reached", skew: -random.integer(15, 60) * 24 * 3_600_000 };
    const fails = everythingFails(breaks("certificate-future"), { https: true });
    scene.breakWith((request) => (old.has(request.host.site.domain) ? null : fails(request)));
    const young = scene.favourites.filter((site) => !old.has(site.domain) && site.scheme === "https" && !site.serviceWorker);
    for (const site of random.sample(young, random.integer(4, 6))) {
      scene.open(site);
      if (random.chance(0.5)) scene.visitOthers(1, young);
    }
    scene.open(random.pick(young), 1);
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("clock")]);
  },
};

const interception: Scenario = {
  name: "interception",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const breakage: Breakage = random.pick(["certificate-authority", "certificate-authority", "certificate-self-signed"]);
    const reach: Scene["reach"] = random.pick([{ result: "unreachable" }, { result: "reached" }]);
    playLocalFault(scene, { harm: () => breaks(breakage), https: true, reach, checked: true, accept: [local("interception")] });
  },
};

/** Another extension or a policy says no to one page. */
const blocked: Scenario = {
  name: "blocked",
  truth: "local",
  play(scene) {
    const { person, random } = scene;
    scene.quietFeed();
    scene.warmUp();
    const site = scene.someSite((candidate) => !candidate.serviceWorker && candidate.scheme === "https");
    scene.visitOthers(random.integer(1, 4), [site]);
    for (let load = random.integer(1, 3); load > 0; load--) {
      person.wait(random.integer(800, 6_000));
      scene.failPage(site.hosts.www, "blocked", `https://${site.hosts.www.name}/`, 1);
    }
    const other = scene.someSite((candidate) => candidate !== site && !candidate.serviceWorker);
    scene.open(other, 8);
    scene.askFinally([{ tab: 1 }], "local", [
      local("blocked"),
      ...(scene.browser === "firefox" ? [{ ...CLEAR, weak: true as const }] : []),
    ]);
    scene.askFinally([{ tab: 8 }], "clear", [CLEAR]);
  },
};

/** The lid opens: all tabs load at once while the network is not yet there. Then all is well. */
const wakeStorm: Scenario = {
  name: "wakeStorm",
  truth: "local",
  play(scene) {
    const { person, random, recording } = scene;
    scene.quietFeed();
    scene.warmUp();
    person.wait(random.pick([0, 60_000, 3_600_000]));
    const announced = random.chance(0.5);
    if (announced) recording.write(person.now, { event: "offline" });
    const sites = random.sample(scene.favourites, random.integer(6, 24));
    for (const [index, site] of sites.entries()) {
      person.wait(random.integer(5, 60));
      scene.failPage(
        site.hosts.www,
        random.pick(["name-not-found", "network-changed", "offline", "suspended"]),
        `${site.scheme}://${site.hosts.www.name}/`,
        10 + index,
      );
    }
    scene.ask("mid", "toolbar", "local", maybe(...sites));
    person.wait(random.integer(0, 5_000));
    if (announced) recording.write(person.now, { event: "online" });
    person.wait(random.integer(500, 6_000));
    if (random.chance(0.7)) scene.check(true);
    for (const [index, site] of sites.entries()) scene.open(site, 10 + index);
    person.wait(random.integer(20_000, 100_000));
    scene.visitOthers(2);
    scene.askFinally([{ tab: 10 }, "toolbar"], "clear", [CLEAR]);
  },
};

/** From one Wi-Fi to the next. */
const networkChange: Scenario = {
  name: "networkChange",
  truth: "clear",
  play(scene) {
    const { person, random } = scene;
    scene.quietFeed();
    scene.warmUp();
    for (const site of random.sample(scene.favourites, random.integer(1, 4))) {
      person.wait(random.integer(20, 400));
      scene.failPage(site.hosts.www, "network-changed", `${site.scheme}://${site.hosts.www.name}/`, 1);
      for (let call = random.integer(0, 3); call > 0; call--) {
        person.fail(site.hosts.api, "network-changed", {
          tabId: 1,
          url: `https://${site.hosts.api.name}/c`,
          type: "xmlhttprequest",
          ms: 30,
        });
      }
      scene.open(site, 1);
    }
    scene.visitOthers(3);
    person.wait(random.integer(1_000, 60_000));
    scene.open(scene.someSite(), 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR]);
  },
};

export const LOCAL_SCENARIOS: readonly Scenario[] = [
  offline,
  silentlyOffline,
  noInternet,
  dnsDead,
  captivePortal,
  captiveByHttp,
  proxyDead,
  proxyRefuses,
  clock,
  clockPartly,
  interception,
  blocked,
  wakeStorm,
  networkChange,
];
