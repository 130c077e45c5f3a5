import { CLEAR, siteAnswer, TOLERATED_UNCLEAR, UNCLEAR } from "../answers.ts";
import { breaks, type Fault, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** A chat, a trading desk or a game is open: its socket has been up. */
function openApp(scene: Scene): Site {
  const site = scene.someSite(isPlain);
  scene.quietFeed([site]);
  scene.warmUp();
  scene.open(site, 1, 3);
  connect(scene, site);
  scene.visitOthers(2, [site]);
  return site;
}

const connect = (scene: Scene, site: Site, host = site.hosts.api): boolean =>
  scene.person.request(site, host, "websocket", { tab: 1, path: "live" });

/** Each attempt to connect again fails, while other sites answer and the page stays open. */
const socketDown: Scenario = {
  name: "socketDown",
  truth: "site",
  play(scene) {
    const { random, person } = scene;
    const site = openApp(scene);
    const harm = random.chance(0.5) ? breaks(random.pick(["refused", "reset", "empty"])) : statusOf(random, [502, 503, 504]);
    const sockets: Fault = (request) => (request.host.site === site && request.type === "websocket" ? harm(request) : null);
    scene.breakWith(sockets);
    let pause = random.integer(900, 2_000);
    for (let attempt = random.integer(4, 9); attempt > 0; attempt--) {
      person.wait(pause);
      connect(scene, site);
      pause = Math.min(15_000, Math.round(pause * random.between(1.2, 2)));
      if (random.chance(0.35)) scene.visitOthers(1, [site]);
    }
    scene.visitOthers(1, [site]);
    connect(scene, site);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", scene.mode === "basic" ? [CLEAR] : [siteAnswer(site), UNCLEAR]);
  },
};

/** The socket falls once, and the next attempt stands. */
const socketFell: Scenario = {
  name: "socketFell",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = openApp(scene);
    const spells = random.integer(1, 2);
    for (let spell = 0; spell < spells; spell++) {
      person.faults = [
        (request) => (request.type === "websocket" ? { breakage: random.pick(["reset", "refused", "network-changed"]) } : null),
      ];
      connect(scene, site);
      person.faults = [];
      person.wait(random.integer(500, 4_000));
      connect(scene, site);
      person.callApi(site, random.integer(1, 4), { tab: 1 });
      person.wait(random.integer(20_000, 200_000));
    }
    scene.visitOthers(1, [site]);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR, TOLERATED_UNCLEAR]);
  },
};

/** The sockets of advertisements and trackers are no part of the site. */
const foreignSocket: Scenario = {
  name: "foreignSocket",
  truth: "clear",
  play(scene) {
    const { random, person, internet } = scene;
    const site = openApp(scene);
    scene.breakWith((request) => (request.type === "websocket" && request.host.site !== site ? { breakage: "refused" } : null));
    for (let attempt = random.integer(3, 10); attempt > 0; attempt--) {
      person.wait(random.integer(700, 9_000));
      connect(scene, site, random.pick(internet.thirdParties));
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR]);
  },
};

export const SOCKET_SCENARIOS: readonly Scenario[] = [socketDown, socketFell, foreignSocket];
