import type { BrowserFamily } from "./error-classes.ts";
import { forgive } from "./forgiveness.ts";
import { type SiteHealth, sitesInTrouble } from "./site-health.ts";
import { MINUTE } from "./time.ts";
import type { World } from "./world.ts";

/** How far back the control reaches from the first failure: what else worked in the two minutes before. */
export const CONTROL_WINDOW = 2 * MINUTE;
/** Answers older than this are not looked at; the longest that a failure stands, and its control before it. */
const LONGEST_WINDOW = 7 * MINUTE;

/** A site that answered lately and is not in trouble. */
export type Answering = { name: string; owner: string; visited: boolean; at: number; on: string[] };

/** The cross-section of the world at one moment: who fails, who answers. */
export type Picture = {
  now: number;
  browser: BrowserFamily;
  /** Sites whose trouble stands, recovering ones included. */
  failing: SiteHealth[];
  /** Sites that failed a moment ago, too little or no longer: witnesses only. */
  shaken: SiteHealth[];
  /** The latest first. */
  answering: Answering[];
  /** The newest answer of anybody, an error page included; 0 for none. */
  lastAnswer: number;
  /** When answers came, by site, the newest last. */
  answers: World["answers"];
};

/** Takes the cross-section. Faults that a silent network explains, and that ended with it, are left out. */
export function takePicture(world: World, now: number): Picture {
  const troubled = forgive(world, sitesInTrouble(world, now), now);
  const names = new Set(troubled.map((site) => site.name));
  const answering: Answering[] = [];
  for (const [name, site] of Object.entries(world.sites)) {
    if (names.has(name)) continue;
    let at = 0;
    const on: string[] = [];
    for (const host of Object.values(site.hosts)) {
      if (host.okAt > at) at = host.okAt;
      if (host.on !== null && now - host.okAt <= LONGEST_WINDOW && !on.includes(host.on)) on.push(host.on);
    }
    if (now - at <= LONGEST_WINDOW) answering.push({ name, owner: site.owner, visited: site.visited, at, on });
  }
  answering.sort((a, b) => b.at - a.at);
  const stands = ({ state }: SiteHealth) => state !== "shaken" && state !== "over";
  return {
    now,
    browser: world.browser,
    failing: troubled.filter(stands),
    shaken: troubled.filter((site) => !stands(site)),
    answering,
    lastAnswer: lastAnswerOf(world, troubled),
    answers: world.answers,
  };
}

/** An error page is an answer too: the way to it works. */
function lastAnswerOf(world: World, troubled: SiteHealth[]): number {
  let last = world.answers.at(-1)?.at ?? 0;
  for (const site of troubled) {
    for (const fault of site.faults) if (fault.kind === "http" && fault.at > last) last = fault.at;
  }
  return last;
}

/** When the trouble of a site was last seen. */
export function lastFailure(site: SiteHealth): number {
  return site.faults.at(-1)?.at ?? site.since;
}

/** When the trouble that stands was first seen. */
export function firstFailure(site: SiteHealth): number {
  return site.faults[0]?.at ?? site.since;
}
