import type { World } from "../world/world.ts";
import { collectEvidence } from "./collect-evidence.ts";
import type { SiteHealth } from "./health/site-health.ts";
import { lastFailure } from "./health/site-health.ts";
import { type Snapshot, takeSnapshot } from "./health/snapshot.ts";
import { type Conclusion, conclude } from "./rules/conclude.ts";
import type { Scope, Verdict } from "./verdict.ts";
import { type Weighing, weigh } from "./weighing/weigh.ts";

/** What is asked about: what a tab shows, a site (registrable domain), or everything at once. */
export type Subject = { tabId: number } | { site: string } | "everything";

const GRAVITY: { [scope in Scope]: number } = { local: 5, network: 4, provider: 3, site: 2, unclear: 1, clear: 0 };
/** Of many sites in trouble so many of the latest are weighed for the toolbar: what they share shows in any of them. */
const WEIGHED_AT_ONCE = 12;

/**
 * Answers "is it me?" from the snapshot alone.
 * @param now milliseconds of the epoch
 * @returns the verdict with its evidence, strongest first. Asking changes nothing.
 */
export function diagnose(world: World, subject: Subject, now: number): Verdict {
  const snapshot = takeSnapshot(world, now);
  if (subject === "everything") return gravest(world, snapshot);
  if ("site" in subject) return diagnoseSite(world, snapshot, subject.site);
  const tab = world.tabs[subject.tabId];
  if (tab === undefined || tab.site === null) return clear(null);
  if (tab.state === "blocked") {
    const evidence = [{ kind: "blocked" as const, site: tab.site }];
    return { scope: "local", cause: "blocked", subject: null, site: tab.site, confidence: 0.95, since: tab.at, evidence };
  }
  return diagnoseSite(world, snapshot, tab.site);
}

function clear(site: string | null): Verdict {
  return { scope: "clear", cause: null, subject: null, site, confidence: 0.99, since: null, evidence: [] };
}

function browserOffline(world: World): Verdict {
  const evidence = [{ kind: "browser-offline" as const }];
  return { scope: "local", cause: "offline", subject: null, site: null, confidence: 0.99, since: world.networkChangedAt, evidence };
}

/** The gravest standing verdict of all sites in trouble; of two alike the surer. */
function gravest(world: World, snapshot: Snapshot): Verdict {
  let worst: Judgement | null = null;
  const latest = [...snapshot.failing, ...snapshot.unsettled].sort((a, b) => lastFailure(b) - lastFailure(a)).slice(0, WEIGHED_AT_ONCE);
  for (const site of latest) {
    const judgement = judge(world, snapshot, site);
    if (judgement === null) continue;
    const graver = worst === null ? 1 : GRAVITY[judgement.finding.scope] - GRAVITY[worst.finding.scope];
    if (worst === null || graver > 0 || (graver === 0 && judgement.confidence > worst.confidence)) worst = judgement;
  }
  if (!world.online && worst?.finding.scope !== "local") return browserOffline(world);
  return worst === null ? clear(null) : { ...verdictOf(world, snapshot, worst), site: null };
}

function diagnoseSite(world: World, snapshot: Snapshot, name: string): Verdict {
  const site = [...snapshot.failing, ...snapshot.unsettled].find((health) => health.name === name);
  const judgement = site === undefined ? null : judge(world, snapshot, site);
  return judgement === null ? clear(name) : verdictOf(world, snapshot, judgement);
}

type Judgement = Conclusion & { weighing: Weighing };

/** What is to be said of one site; null for nothing. */
function judge(world: World, snapshot: Snapshot, site: SiteHealth): Judgement | null {
  if (site.state === "recovered") return null;
  const weighing = weigh(world, snapshot, site);
  const { finding, confidence } = conclude(world, snapshot, weighing);
  // A hiccup is spoken of only where its neighbours on the same cloud have trouble too, and what was left after one failure
  // only where more than that site is to blame.
  if (site.state === "blip" && finding.scope !== "provider") return null;
  if (site.state === "abandoned" && (finding.scope === "unclear" || finding.scope === "site")) return null;
  return { finding, confidence, weighing };
}

function verdictOf(world: World, snapshot: Snapshot, { finding, confidence, weighing }: Judgement): Verdict {
  const { name, since } = weighing.site;
  return { ...finding, site: name, confidence, since, evidence: collectEvidence(world, snapshot, weighing, finding) };
}
