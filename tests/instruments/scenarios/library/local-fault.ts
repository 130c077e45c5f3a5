import { CLEAR, local, siteAnswer, TOLERATED_UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { everythingFails, type Harm } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scene } from "../scene.ts";

/** After one failure nobody can know: anything but a cloud may be said. */
export function maybe(...sites: Site[]): Answer[] {
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
export function playLocalFault(scene: Scene, plan: FaultPlan): void {
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
  scene.person.wait(random.integer(100, 1500));
  if (random.chance(0.6)) scene.ask("first", { tab: scene.person.tab }, "local", [...plan.accept, ...maybe(first)]);
  for (const site of rest) scene.open(site, random.pick([1, 1, 1, 2]));
  if (plan.checked) scene.check(true);
  scene.askFinally([{ tab: scene.person.tab }, "toolbar"], "local", plan.accept);
}
