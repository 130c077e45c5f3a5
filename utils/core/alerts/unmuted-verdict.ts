import { currentVerdicts } from "../diagnosis/current-verdicts.ts";
import { diagnose, type Question } from "../diagnosis/diagnose.ts";
import { byGravity } from "../diagnosis/gravity.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import { clear, type Verdict } from "../diagnosis/verdict.ts";
import { coveringMute, type Mute, mutableOf } from "./mutes.ts";

/** Trouble of this device or its network is never muted: it is about no one site and no one provider. */
function isOfThisSide({ scope, cause }: Verdict): boolean {
  return cause === "isp" || (scope === "local" && cause !== "blocked");
}

/** The mute that covers a verdict; null where none does. */
function muteOfVerdict(verdict: Verdict, snapshot: Snapshot, mutes: readonly Mute[]): Mute | null {
  const { scope, site } = verdict;
  if (mutes.length === 0 || scope === "clear" || isOfThisSide(verdict)) return null;
  return coveringMute(mutes, mutableOf(verdict, site === null ? null : (snapshot.sites[site]?.service?.id ?? null)));
}

/**
 * What the toolbar and the notifications may report.
 * @param isTold whether a verdict has been told long enough, so that it leaves the toolbar to others
 * @returns the verdict, and the mute that covers it. For everything at once: the gravest verdict that no mute covers
 */
export function unmutedVerdict(
  snapshot: Snapshot,
  question: Question,
  mutes: readonly Mute[],
  isTold: (verdict: Verdict) => boolean = () => false,
): { verdict: Verdict; mute: Mute | null } {
  const verdict = diagnose(snapshot, question);
  if (question !== "everything") return { verdict, mute: muteOfVerdict(verdict, snapshot, mutes) };
  if (verdict.scope === "clear" || isOfThisSide(verdict) || (mutes.length === 0 && !isTold(verdict))) return { verdict, mute: null };
  const [gravest] = currentVerdicts(snapshot)
    .filter((one) => muteOfVerdict(one, snapshot, mutes) === null && !isTold(one))
    .sort(byGravity);
  return { verdict: gravest === undefined ? clear(null) : { ...gravest, site: null }, mute: null };
}
