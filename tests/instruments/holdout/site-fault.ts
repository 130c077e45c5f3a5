import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Fault, Trouble } from "./request-writer.ts";
import type { SessionWriter } from "./session-writer.ts";
import type { Site } from "./sites.ts";

type FaultPlan = {
  site: Site;
  fault: Fault;
  causes: string[];
  /** Basic access sees nothing of it. */
  hidden?: boolean;
  loads?: readonly [number, number];
  calls?: number;
  also?: Answer[];
};

export const STATUSES = [500, 502, 503, 503, 504, 507, 529];
export const SILENT: readonly Breakage[] = ["refused", "reset", "timeout", "unreachable"];

/** Something else answers, or the check did: without that nobody can tell. */
function seeOthers(session: SessionWriter, except: readonly Site[]): void {
  if (session.random.chance(0.6)) session.elsewhere(except, [1, 3]);
  else session.look(true);
}

export function oneFails(session: SessionWriter, plan: FaultPlan): void {
  const { random } = session;
  const { site } = plan;
  const right = plan.hidden && session.mode === "basic" ? [CLEAR] : [siteAnswer(site, ...plan.causes), ...(plan.also ?? [])];
  if (random.chance(0.5)) session.visit(site, { tab: 1 });
  if (random.chance(0.5)) session.elsewhere([site], [1, 4]);
  session.fault = plan.fault;
  const wanted = random.integer(...(plan.loads ?? [2, 5]));
  for (let load = 0, failures = 0; failures < wanted && load < 40; load++) {
    const { bad } = session.attempt(site, 1, plan.calls);
    if (!bad) continue;
    failures++;
    if (failures === 1) session.ask("first", { tabId: 1 }, "site", [...right, CLEAR, { ...UNCLEAR, weak: true }]);
    session.ask("probe", { tabId: 1 }, "site", [...right, CLEAR, { ...UNCLEAR, weak: true }], { seen: { failures, sites: 1 } });
    if (failures < wanted) session.elsewhere([site]);
  }
  seeOthers(session, [site]);
  session.conclude([{ tabId: 1 }, { site: site.domain }, {}], "site", right);
}

/** A hold-out scenario of one site that fails in one way. */
export const fails = (name: string, draw: (session: SessionWriter, site: Site) => Omit<FaultPlan, "site">): HoldoutScenario => ({
  name,
  truth: "site",
  play(session) {
    const site = session.random.pick(session.pool.sites);
    session.begin([site]);
    oneFails(session, { site, ...draw(session, site) });
  },
});

export const of =
  (site: Site, trouble: () => Trouble, hosts: readonly (keyof Omit<Site, "domain">)[] = ["page", "calls", "pictures"]): Fault =>
  (host) =>
    hosts.some((role) => site[role] === host) ? trouble() : null;

export const breaks = (name: string, breakages: readonly Breakage[], ...causes: string[]): HoldoutScenario =>
  fails(name, ({ random }, site) => {
    const breakage = random.pick(breakages);
    return { fault: of(site, () => ({ breaks: breakage })), causes };
  });
