import type { SiteHealth } from "../diagnosis/health/site-health.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { ASKED_FRESH } from "../diagnosis/weighing/measured.ts";
import type { Elsewhere } from "../world/world.ts";
import { answersAgain } from "./find-evidence.ts";

/** A failing host that may be asked about from elsewhere, and what was answered within the last two minutes. */
export type ElsewhereQuestion = { host: string; asked: Elsewhere | null };

/** A host that is an address, which vantages never ask. Whoever sends the question reads it anew. */
const ADDRESS = /^[\d.]+$|:/;

/**
 * The host to ask about: the one that the tab shows, or where only its calls fail, the first of those. Hosts of this machine and of private
 * networks are never judged, and so never asked about.
 * @param shown the host of the tab
 * @param health what is known of the site's failures
 * @returns null where what others see would say nothing about the trouble
 */
export function elsewhereQuestion(
  { elsewhere, now }: Snapshot,
  verdict: Verdict,
  shown: string | null,
  health: SiteHealth | undefined,
): ElsewhereQuestion | null {
  if (!othersMayTell(verdict)) return null;
  const failing = health?.hang === null ? health.failingHosts : [];
  const host = failing.length === 0 || failing.some((one) => one.host === shown) ? shown : (failing[0]?.host ?? null);
  if (host === null || ADDRESS.test(host)) return null;
  return { host, asked: elsewhere.find((one) => one.host === host && now - one.at <= ASKED_FRESH) ?? null };
}

/** Whether it may lie at the site, at its provider or on the way to them. */
function othersMayTell(verdict: Verdict): boolean {
  if (verdict.site === null || answersAgain(verdict)) return false;
  const { scope, cause } = verdict;
  return scope === "site" || scope === "provider" || cause === "route" || (scope === "unclear" && verdict.evidence.length > 0);
}
