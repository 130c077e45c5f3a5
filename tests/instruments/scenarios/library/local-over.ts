import { CLEAR } from "../answers.ts";
import { breaks, everythingFails } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** A local fault is over: what failed works again. */
function localOver(name: string, begin: (scene: Scene) => void, end: (scene: Scene) => void): Scenario {
  return {
    name,
    truth: "clear",
    play(scene) {
      const { random, person } = scene;
      scene.quietFeed();
      scene.warmUp();
      begin(scene);
      const sites = random.sample(scene.favourites.filter(isPlain), random.integer(2, 5));
      for (const site of sites) scene.open(site, 1);
      person.wait(random.integer(1000, 120_000));
      person.faults = [];
      scene.reach = { result: "reached" };
      end(scene);
      if (random.chance(0.7)) scene.check(true);
      for (const site of sites) scene.open(site, 1);
      scene.visitOthers(3);
      person.wait(random.integer(20_000, 100_000));
      scene.open(sites[0] as Site, 1);
      scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR]);
    },
  };
}
export const backOnline = localOver(
  "backOnline",
  (scene) => {
    scene.reach = { result: "unreachable" };
    scene.recording.write(scene.now, { event: "offline" });
    scene.breakWith(everythingFails(breaks("offline")));
  },
  (scene) => scene.recording.write(scene.now, { event: "online" }),
);
export const portalPassed = localOver(
  "portalPassed",
  (scene) => {
    scene.reach = { result: "captive" };
    scene.breakWith(everythingFails(breaks("certificate-authority"), { https: true }));
  },
  () => undefined,
);
export const resolverBack = localOver(
  "resolverBack",
  (scene) => {
    scene.reach = { result: "unreachable" };
    scene.breakWith(everythingFails(breaks("name-not-found")));
  },
  () => undefined,
);
