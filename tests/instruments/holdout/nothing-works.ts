import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, local, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Check, SessionWriter } from "./session-writer.ts";
import type { Site } from "./sites.ts";

type FaultPlan = {
  breakage: Breakage;
  check: Check;
  right: Answer[];
  /** How many pages are tried. */
  tries?: readonly [number, number];
  /** The extension surely looked before the last question. */
  looked?: true;
  /** Sites that are spared. */
  spared?: (site: Site) => boolean;
  offline?: true;
};

/** Nothing works, or nearly nothing: a page, perhaps a question, more pages, the last questions. */
function nothingWorks(session: SessionWriter, plan: FaultPlan): void {
  const { random, pool, recording } = session;
  session.begin();
  session.check = plan.check;
  if (plan.offline) recording.write(session.now, { event: "offline" });
  const spared = plan.spared ?? (() => false);
  const hit = new Set(pool.sites.filter((site) => !spared(site)).map(({ domain }) => domain));
  const strangersToo = plan.spared === undefined;
  session.fault = (host) =>
    hit.has(host.domain) || (strangersToo && !pool.sites.some(({ domain }) => domain === host.domain)) ? { breaks: plan.breakage } : null;
  const sites = random.sample(
    pool.sites.filter((site) => !spared(site)),
    random.integer(...(plan.tries ?? [3, 6])),
  );
  for (const [index, site] of sites.entries()) {
    const tab = session.style.tabs === "own" ? 140 + index : 1;
    session.attempt(site, tab);
    if (index === 0) {
      const early: Answer[] = [
        local("offline", "no-internet", "dns", "proxy", "clock", "interception", "captive-portal"),
        CLEAR,
        { scope: "network" },
      ];
      session.ask("first", { tabId: tab }, "local", [
        ...plan.right,
        ...early,
        { ...UNCLEAR, weak: true },
        { ...siteAnswer(site), weak: true },
      ]);
    }
    if (plan.spared !== undefined && random.chance(0.4)) session.elsewhere(sites, [1, 1], plan.spared);
    if (random.chance(0.25)) session.attempt(site, tab);
  }
  if (plan.looked || session.style.checks === "last") session.look(true);
  const lastTab = session.style.tabs === "own" ? 140 + sites.length - 1 : 1;
  session.conclude([{ tabId: lastTab }, {}], "local", plan.right);
}

export const own = (name: string, plan: (session: SessionWriter) => FaultPlan): HoldoutScenario => ({
  name,
  truth: "local",
  play: (session) => nothingWorks(session, plan(session)),
});
export const DOWN: Check = { result: "unreachable" };
