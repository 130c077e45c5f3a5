import { MINUTE, SECOND } from "../time.ts";
import { isSlower, usualTime } from "../world/pace.ts";
import type { Site } from "../world/world.ts";
import type { Evidence } from "./evidence.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { STATED } from "./rules/stated-confidence.ts";
import { clear, type Verdict } from "./verdict.ts";

/*
 * Sites that answer, and slowly. A verdict needs three loads in a row; less is only mentioned. The thresholds of the badge are fixed by
 * design.md; the others are judged (2026-11-30).
 */

/** Mentioned from this many times the usual time on. */
const MENTIONED = 3;
/** A verdict from this many times the usual time on, for so many loads in a row that took at least so long. */
const BADGE_TIMES = 5;
const BADGE_LEAST = 4 * SECOND;
const IN_A_ROW = 3;
/** Older loads say nothing about now. */
const LATELY = 3 * MINUTE;
/** So many other owners that are slow too, and none that is as fast as ever, make it the connection. */
const OTHERS_SLOW = 2;

/** The verdict about a site in which nothing fails: slow, or clear with a word of how slow it is; null where it is as fast as ever. */
export function slowness(snapshot: Snapshot, name: string): Verdict | null {
  const site = snapshot.sites[name];
  const last = site?.pace?.last.at(-1);
  const usual = usualTime(site?.pace);
  if (site?.pace === undefined || last === undefined || usual === null || snapshot.now - last.at > LATELY) return null;
  if (!isSlower(site.pace, last.ms, MENTIONED)) return null;
  const since = site.pace.last.find(({ ms }) => isFarSlower(site, ms))?.at ?? last.at;
  const { slow, fast } = others(snapshot, site, since);
  const evidence: Evidence[] = [{ kind: "slower", site: name, seconds: tenths(last.ms), usually: tenths(usual) }];
  if (slow > 0) evidence.push({ kind: "others-slower", sites: slow });
  if (fast > 0) evidence.push({ kind: "others-as-fast", sites: fast });
  const told = { site: name, confidence: STATED.slow, since, evidence };
  if (!isSlowInARow(site)) return { ...clear(name), evidence };
  if (slow >= OTHERS_SLOW && fast === 0) return { scope: "network", cause: "isp", subject: null, ...told };
  return { scope: "site", cause: "slow", subject: name, ...told };
}

/** The gravest of these verdicts for the toolbar; null where there is none to show there. */
export function slowestOf(snapshot: Snapshot): Verdict | null {
  const slow = Object.keys(snapshot.sites).filter((name) => isSlowInARow(snapshot.sites[name]));
  const verdicts = slow.flatMap((name) => slowness(snapshot, name) ?? []).filter(({ scope }) => scope !== "clear");
  return verdicts.find(({ scope }) => scope === "network") ?? verdicts[0] ?? null;
}

function isSlowInARow(site: Site | undefined): boolean {
  const last = site?.pace?.last ?? [];
  return site !== undefined && last.length >= IN_A_ROW && last.every(({ ms }) => isFarSlower(site, ms));
}

function isFarSlower({ pace }: Site, ms: number): boolean {
  return pace !== undefined && isSlower(pace, ms, BADGE_TIMES, BADGE_LEAST);
}

/** How many other owners' last loads were slow, and how many were as fast as ever since this site is slow. */
function others({ sites, now }: Snapshot, { owner }: Site, since: number): { slow: number; fast: number } {
  const seen = new Map<string, "slow" | "fast">();
  for (const site of Object.values(sites)) {
    const last = site.pace?.last.at(-1);
    if (site.pace === undefined || last === undefined || site.owner === owner || now - last.at > LATELY) continue;
    if (usualTime(site.pace) === null) continue;
    if (isSlower(site.pace, last.ms, MENTIONED)) seen.set(site.owner, "slow");
    else if (last.at >= since) seen.set(site.owner, "fast");
  }
  const count = (wanted: "slow" | "fast") => [...seen.values()].filter((one) => one === wanted).length;
  return { slow: count("slow"), fast: count("fast") };
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
