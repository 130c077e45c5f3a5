import { local } from "../answers.ts";
import type { Breakage } from "../browser-errors.ts";
import { breaks, everythingFails } from "../fault.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { playLocalFault } from "./local-fault.ts";

export const captivePortal: Scenario = {
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
export const captiveByHttp: Scenario = {
  name: "captiveByHttp",
  truth: "local",
  play(scene) {
    const { person, random } = scene;
    scene.warmUp();
    scene.reach = { result: "captive" };
    scene.breakWith(everythingFails(breaks(random.pick(["timeout", "reset", "certificate-name"])), { https: true }));
    const portal = { ...scene.someSite().hosts.www, name: "10.1.0.1", place: null, addresses: ["10.1.0.1"] };
    const sites = random.sample(
      scene.favourites.filter((site) => site.scheme === "https" && !site.serviceWorker),
      4,
    );
    for (const site of sites) {
      person.wait(random.integer(500, 3000));
      const shown = random.chance(0.5);
      const url = shown ? "http://10.1.0.1/login" : `http://${site.hosts.www.name}/`;
      scene.answerPage({ ...site.hosts.www, addresses: ["10.1.0.1"] }, url, 2, shown ? 200 : 511);
      if (random.chance(0.3)) person.answer(portal, { tabId: 2, url: "http://10.1.0.1/logo.png", type: "image", status: 200 }, false);
      scene.open(site, 1);
    }
    scene.check(true);
    scene.askFinally([{ tab: 1 }, "toolbar"], "local", [local("captive-portal")]);
  },
};
export const proxyDead: Scenario = {
  name: "proxyDead",
  truth: "local",
  play(scene) {
    const breakage = scene.random.pick(["proxy-refused", "proxy-unknown"] as const);
    playLocalFault(scene, { harm: () => breaks(breakage), reach: { result: "unreachable" }, accept: [local("proxy")] });
  },
};

/** The proxy answers and forwards nothing. */
export const proxyRefuses: Scenario = {
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
export const clock: Scenario = {
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
export const clockPartly: Scenario = {
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
export const interception: Scenario = {
  name: "interception",
  truth: "local",
  play(scene) {
    const { random } = scene;
    const breakage: Breakage = random.pick(["certificate-authority", "certificate-authority", "certificate-self-signed"]);
    const reach: Scene["reach"] = random.pick([{ result: "unreachable" }, { result: "reached" }]);
    playLocalFault(scene, { harm: () => breaks(breakage), https: true, reach, checked: true, accept: [local("interception")] });
  },
};
