import { isCdn } from "../address-plan.ts";
import { CLEAR, siteAnswer, TOLERATED_UNCLEAR } from "../answers.ts";
import type { Breakage } from "../browser-errors.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Fault, sitesFail } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

type FaultPlan = {
  site: Site;
  fault: Fault;
  cause?: string | readonly string[];
  /** Basic access sees nothing of it. */
  hidden?: true;
  /** Failing loads before the last question. */
  loads?: readonly [low: number, high: number];
  also?: Answer[];
  /** The site has worked before, with its calls. */
  known?: true;
};

/** What an edge passes on is its origin's, and says so; what it writes in the place of a dead origin is the edge's. */
export function originTold(fault: Fault): Fault {
  return (request) => {
    const trouble = fault(request);
    const { place } = request.host;
    if (trouble === null || !("status" in trouble) || trouble.wrote !== undefined || place === null || !isCdn(place)) return trouble;
    return { ...trouble, wrote: trouble.status >= 520 && trouble.status <= 530 ? "edge" : "origin" };
  };
}

/** One site fails among others that work. */
export function playSiteFault(scene: Scene, plan: FaultPlan): void {
  const { random } = scene;
  const { site } = plan;
  const right: Answer[] = plan.hidden && scene.mode === "basic" ? [CLEAR] : [siteAnswer(site, plan.cause), ...(plan.also ?? [])];
  scene.warmUp();
  if (plan.known) {
    for (let load = random.integer(1, 3); load > 0; load--) scene.open(site, 1, random.integer(2, 4));
  } else if (random.chance(0.6)) scene.open(site, 1);
  scene.visitOthers(random.integer(2, 5), [site]);
  scene.breakWith(scene.headersTell ? originTold(plan.fault) : plan.fault);
  const wanted = random.integer(...(plan.loads ?? [2, 4]));
  let failures = 0;
  for (let load = 0; failures < wanted && load < 30; load++) {
    const loading = scene.open(site, 1, random.integer(1, 4));
    const failed = loading.failed || loading.apiFailures > 0;
    if (failed) {
      failures++;
      scene.ask("probe", { tab: 1 }, "site", [...right, CLEAR, TOLERATED_UNCLEAR], { seen: { failures, sites: 1 } });
      if (failures === 1) scene.ask("first", { tab: 1 }, "site", [...right, CLEAR, TOLERATED_UNCLEAR]);
    }
    if (failures < wanted && random.chance(0.5)) scene.visitOthers(random.integer(1, 2), [site]);
    if (!failed && failures === wanted) break;
  }
  const others = random.integer(0, 2);
  if (others > 0) scene.visitOthers(others, [site]);
  if (others === 0 || random.chance(0.4)) scene.check(true);
  scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", right);
}

/** A scenario of one site that fails in one way. */
export function siteScenario(
  name: string,
  draw: (scene: Scene, site: Site) => Omit<FaultPlan, "site">,
  matches: (site: Site) => boolean = isPlain,
): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const site = scene.someSite(matches);
      scene.quietFeed([site]);
      playSiteFault(scene, { site, ...draw(scene, site) });
    },
  };
}

/** A scenario of one site that breaks in one of some ways before any answer. */
export const broken = (name: string, breakages: readonly Breakage[], cause: string | readonly string[]): Scenario =>
  siteScenario(name, ({ random }, site) => ({ fault: sitesFail([site], breaks(random.pick(breakages))), cause }));
