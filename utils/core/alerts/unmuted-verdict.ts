import { currentVerdicts } from "../diagnosis/current-verdicts.ts";
import { diagnose, type Subject } from "../diagnosis/diagnose.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import type { World } from "../world/world.ts";
import { coveringMute, type Mute, mutableOf } from "./mutes.ts";

/** The mute that keeps a verdict quiet. Trouble of this device or its network is never muted: it is not about one site. */
function muteOf(verdict: Verdict, world: World, mutes: readonly Mute[]): Mute | null {
  const { scope, site } = verdict;
  if (mutes.length === 0 || scope === "clear" || scope === "network" || (scope === "local" && verdict.cause !== "blocked")) return null;
  return coveringMute(mutes, mutableOf(verdict, site === null ? null : (world.sites[site]?.service?.id ?? null)));
}

const GRAVEST_FIRST: Verdict["scope"][] = ["local", "network", "provider", "site", "unclear"];

/**
 * What the toolbar and the notifications may speak of.
 * @returns the verdict, and the mute that keeps it quiet. For everything at once: the gravest verdict that no mute covers
 */
export function unmutedVerdict(
  world: World,
  subject: Subject,
  mutes: readonly Mute[],
  now: number,
): { verdict: Verdict; mute: Mute | null } {
  const verdict = diagnose(world, subject, now);
  if (subject !== "everything") return { verdict, mute: muteOf(verdict, world, mutes) };
  if (mutes.length === 0 || verdict.scope === "clear" || verdict.scope === "local" || verdict.scope === "network")
    return { verdict, mute: null };
  const audible = currentVerdicts(world, now).filter((one) => muteOf(one, world, mutes) === null);
  audible.sort((a, b) => GRAVEST_FIRST.indexOf(a.scope) - GRAVEST_FIRST.indexOf(b.scope) || b.confidence - a.confidence);
  const [gravest] = audible;
  if (gravest !== undefined) return { verdict: { ...gravest, site: null }, mute: null };
  return { verdict: { scope: "clear", cause: null, subject: null, site: null, confidence: 0.99, since: null, evidence: [] }, mute: null };
}
