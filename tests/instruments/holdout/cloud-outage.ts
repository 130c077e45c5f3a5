import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, provider, route, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Fault, Trouble } from "./request-writer.ts";
import type { SessionWriter } from "./session-writer.ts";
import { isRegion, moveSites, providerOf, type Site } from "./sites.ts";

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

/** How a place harms the sites that it hosts: with errors, with silence, or some sites with one and some with the other. */
export type Harm = { kind: "errors" | "silence" | "both"; of: (domain: string) => Trouble };

export function drawHarm(
  { random }: SessionWriter,
  place: string,
  kinds: readonly Harm["kind"][] = ["errors", "errors", "errors", "silence", "both"],
): Harm {
  const kind = random.pick(kinds);
  const statuses = random.pick([[503], [502, 503, 504], [504, 502], ...(kind === "errors" ? [[500], [500, 502, 503, 504]] : [])]);
  const wrote = !isRegion(place) && random.chance(0.5) ? { wrote: "edge" as const } : {};
  const error = (): Trouble => ({ status: random.pick(statuses), ...wrote });
  const breakage = random.pick(["timeout", "timeout", "refused", "reset", "empty"] as const);
  const silence = (): Trouble => ({ breaks: breakage });
  const domains: string[] = [];
  return {
    kind,
    of(domain) {
      if (kind !== "both") return kind === "errors" ? error() : silence();
      if (!domains.includes(domain)) domains.push(domain);
      return domains.indexOf(domain) % 2 === 0 ? error() : silence();
    },
  };
}

/**
 * What is right where several owners at a place fail, and nobody outside has spoken: errors accuse the place, and so does the silence of a
 * region; the silence of a shared edge only says that it cannot be reached from here.
 */
export function blame(place: string, harm: Harm): Answer[] {
  if (isRegion(place) || harm.kind === "errors") return [provider(place, "correlated")];
  if (harm.kind === "silence") return [route(place), { ...UNCLEAR, weak: true }];
  return [provider(place, "correlated"), { ...route(place), weak: true }];
}

export const onPlaces =
  (places: readonly string[], harm: Harm, share: () => boolean = () => true): Fault =>
  (host) =>
    host.place !== null && places.includes(host.place) && share() ? harm.of(host.domain) : null;

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
