import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Fault, Trouble } from "./request-writer.ts";
import type { SessionWriter } from "./session-writer.ts";
import { moveSites, providerOf, type Site } from "./sites.ts";

type FaultPlan = {
  place: string;
  dependents: Site[];
  right: Answer[];
  fault: Fault;
  /** Distinct sites that fail before the last question. */
  sites: readonly [number, number];
  calls?: number;
  hidden?: boolean;
  /** The last failing site is tried once more. */
  again?: true;
};

/** How a cloud harms the sites that it hosts. */
export function drawHarm({ random }: SessionWriter): () => Trouble {
  const statuses = random.pick([[503], [500, 502, 503, 504], [500], [504, 502]]);
  const error = (): Trouble => ({ status: random.pick(statuses) });
  const breakage = random.pick(["timeout", "timeout", "refused", "reset", "empty"] as const);
  const silence = (): Trouble => ({ breaks: breakage });
  return random.pick([error, error, error, silence, () => (random.chance(0.5) ? error() : silence())]);
}

export const onPlaces =
  (places: readonly string[], harm: () => Trouble, share: () => boolean = () => true): Fault =>
  (host) =>
    host.place !== null && places.includes(host.place) && share() ? harm() : null;

export const offProvider =
  (place: string) =>
  (site: Site): boolean =>
    [site.page.place, site.calls.place, site.pictures.place].every((other) => other === null || providerOf(other) !== providerOf(place));

export function orInBasic(session: SessionWriter, sites: readonly Site[], hidden: boolean | undefined): Answer[] {
  if (session.mode === "full") return [];
  return hidden === true ? [CLEAR] : [CLEAR, UNCLEAR, ...sites.map((site) => siteAnswer(site))];
}

/** Dependents of the place are opened until enough have failed, with pages from elsewhere in between. */
export function outage(session: SessionWriter, plan: FaultPlan): Site | null {
  const { random } = session;
  const right = [...plan.right, ...orInBasic(session, plan.dependents, plan.hidden)];
  session.fault = plan.fault;
  const wanted = random.integer(...plan.sites);
  const failed = new Set<Site>();
  let failures = 0;
  let last: Site | null = null;
  for (let load = 0; load < 60 && failed.size < wanted; load++) {
    const site = plan.dependents[load % plan.dependents.length] as Site;
    const { bad, page, calls } = session.attempt(site, 1, plan.calls);
    if (bad) {
      failed.add(site);
      last = site;
      failures += (page ? 0 : 1) + calls;
      const early = [...failed].map((one) => siteAnswer(one));
      session.ask("probe", {}, "provider", [...right, ...early, CLEAR, { ...UNCLEAR, weak: true }], {
        seen: { failures, sites: failed.size },
      });
    }
    if (failed.size < wanted) session.elsewhere(plan.dependents, session.style.between, offProvider(plan.place));
  }
  if (last === null) return null;
  if (plan.again) session.attempt(last, 1, plan.calls);
  if (random.chance(0.6)) session.elsewhere(plan.dependents, [1, 2], offProvider(plan.place));
  else session.look(true);
  session.conclude([{ tabId: 1 }, { site: last.domain }, {}], "provider", right);
  return last;
}

export function cloud(name: string, draw: (session: SessionWriter) => FaultPlan | null): HoldoutScenario {
  return {
    name,
    truth: "provider",
    play(session) {
      const plan = draw(session);
      if (plan === null || outage(session, plan) === null) session.conclude([{}], "clear", [CLEAR]);
    },
  };
}

/** Sites on a place, known to the browser, and some control from elsewhere. */
export function prepare(session: SessionWriter, place: string, role: "page" | "calls", count: number): Site[] {
  const dependents = moveSites(session.random, session.pool, place, role, count).slice(0, count + 2);
  session.begin(dependents);
  session.acquaint(dependents);
  session.elsewhere(dependents, [2, 4], offProvider(place));
  return dependents;
}
