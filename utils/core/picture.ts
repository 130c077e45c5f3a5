import { type SiteHealth, sitesInTrouble } from "./site-health.ts";
import { MINUTE, SECOND } from "./time.ts";
import type { Fault, World } from "./world.ts";

/** How far back the control reaches: what else worked in the last two minutes. */
const CONTROL_WINDOW = 2 * MINUTE;
/** Slow failures (a connection that times out takes 20 to 30 s) come minutes apart; they still belong together. */
const FAILING_WINDOW = 3 * MINUTE;
/** The longest that trouble keeps its control. */
const LONGEST_WINDOW = 5 * MINUTE;
/** A fault this close to a change of the network, or to another site's, in a silence of answers, was the network's. */
const MOMENT = 15 * SECOND;

/** A site that answered within the window and is not in trouble. */
export type Answering = { name: string; owner: string; at: number; on: string[] };

/** The cross-section of the world at one moment: who fails, who answers. */
export type Picture = {
  now: number;
  failing: SiteHealth[];
  answering: Answering[];
  /** The newest answer of anybody, failing sites included; 0 for none. */
  lastAnswer: number;
};

/** Takes the cross-section. Faults that a silent network explains, and that ended with it, are left out. */
export function takePicture(world: World, now: number): Picture {
  const failing = forgiveSilence(world, sitesInTrouble(world, now));
  const inTrouble = new Set(failing.map((site) => site.name));
  const answering: Answering[] = [];
  for (const [name, site] of Object.entries(world.sites)) {
    if (inTrouble.has(name)) continue;
    let at = 0;
    const on: string[] = [];
    for (const host of Object.values(site.hosts)) {
      if (host.okAt > at) at = host.okAt;
      if (host.on !== null && now - host.okAt <= LONGEST_WINDOW && !on.includes(host.on)) on.push(host.on);
    }
    if (now - at <= LONGEST_WINDOW) answering.push({ name, owner: site.owner, at, on });
  }
  let lastAnswer = world.answers.at(-1)?.at ?? 0;
  for (const site of failing) {
    for (const fault of site.faults) if (fault.kind === "http" && fault.at > lastAnswer) lastAnswer = fault.at;
  }
  return { now, failing, answering, lastAnswer };
}

/** Since when others count for the trouble of one site. */
export function controlStart(picture: Picture, site: SiteHealth): number {
  return Math.max(picture.now - LONGEST_WINDOW, Math.min(picture.now - CONTROL_WINDOW, site.since - CONTROL_WINDOW / 4));
}

/** Whether another failing site belongs to the same moment. */
export function failsNow(picture: Picture, site: SiteHealth): boolean {
  const last = site.faults.at(-1);
  return last !== undefined && picture.now - last.at <= FAILING_WINDOW;
}

/**
 * Lets go of the faults that fell into a silence of the whole network, once answers come again: a machine that woke up, a
 * Wi-Fi that switched, a line that was down. Answers from the far side (HTTP errors) are never forgiven this way.
 */
function forgiveSilence(world: World, failing: SiteHealth[]): SiteHealth[] {
  if (failing.length === 0) return failing;
  const disturbed = momentsOfDisturbance(world, failing);
  const kept: SiteHealth[] = [];
  for (const site of failing) {
    const faults = site.faults.filter((fault) => !isForgiven(world, site, fault, disturbed));
    if (faults.length === site.faults.length) kept.push(site);
    else if (faults.reduce((sum, fault) => sum + fault.weight, 0) > 0.6) kept.push({ ...site, faults });
  }
  return kept;
}

function momentsOfDisturbance(world: World, failing: SiteHealth[]): number[] {
  const moments = world.networkChangedAt > 0 ? [world.networkChangedAt] : [];
  for (const site of failing) {
    for (const fault of site.faults) {
      if (fault.kind === "offline" || fault.kind === "network-changed" || fault.kind === "device") moments.push(fault.at);
    }
  }
  return moments;
}

function isForgiven(world: World, site: SiteHealth, fault: Fault, disturbed: number[]): boolean {
  if (fault.kind === "http" || !world.online) return false;
  const answersSince = world.answers.filter((answer) => answer.at > fault.at && answer.site !== site.name);
  const reachedSince = world.connectivity?.result === "reached" && world.connectivity.at > fault.at;
  if (answersSince.length === 0 && !reachedSince) return false;
  if (disturbed.some((moment) => Math.abs(moment - fault.at) <= MOMENT)) return true;
  // The check found no way out (or a portal in it) around that time, and now there is one.
  return world.unreachableAt > 0 && fault.at >= world.unreachableAt - MINUTE && fault.at <= world.unreachableAt + MINUTE / 2;
}
