import { CLEAR, local } from "../answers.ts";
import type { Breakage } from "../browser-errors.ts";
import type { Answer } from "../expectation.ts";
import { breaks, everythingFails, type Harm } from "../fault.ts";
import type { Scenario } from "../scenario.ts";
import { captiveByHttp, captivePortal, clock, clockPartly, interception, proxyDead, proxyRefuses } from "./interference.ts";
import { maybe, playLocalFault } from "./local-fault.ts";

const offline: Scenario = {
  name: "offline",
  truth: "local",
  play(scene) {
    scene.warmUp();
    scene.reach = { result: "unreachable" };
    scene.recording.write(scene.now, { event: "offline" });
    scene.breakWith(everythingFails(breaks("offline")));
    let failed = true;
    for (const site of scene.random.sample(scene.favourites, scene.random.integer(1, 5))) {
      failed = scene.open(site).failed;
      // A service worker shows its page without a network.
      scene.ask("first", { tab: 1 }, "local", [local("offline", "no-internet"), ...(failed ? [] : [CLEAR])]);
    }
    scene.askFinally(["toolbar"], "local", [local("offline", "no-internet")]);
    scene.askFinally([{ tab: 1 }], "local", [local("offline", "no-internet"), ...(failed ? [] : [CLEAR])]);
  },
};

/** Chromium on Linux reports a pulled cable by its error codes alone; no event says that the device is offline. */
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
