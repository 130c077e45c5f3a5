import { collectEvidence } from "./collect-evidence.ts";
import { byGravity } from "./gravity.ts";
import type { SiteHealth } from "./health/site-health.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { conclude, type RuleName } from "./rules/conclude.ts";
import type { Finding } from "./rules/finding.ts";
import { STATED } from "./rules/stated-confidence.ts";
import { clear, type Verdict } from "./verdict.ts";
import { type Weighing, weigh } from "./weighing/weigh.ts";

/** What is asked about: the site that a tab shows, a site (registrable domain), or everything at once. */
export type Question = { tabId: number } | { site: string } | "everything";

/** For the toolbar at most this many sites in trouble are judged, the latest: what they share shows in any of them. Judged. */
const JUDGED_AT_ONCE = 12;

/** What was concluded about one site in trouble, and from what. */
export type Judgement = {
  weighing: Weighing;
  finding: Finding;
  confidence: number;
  /** The rule that decided. */
  rule: RuleName;
  /** Why it is not shown; null where it is. */
  withheld: "blip" | "abandoned" | null;
};

/** A verdict with the judgement that it reports; null where it rests on none: nothing fails, or the browser states the cause. */
export type Diagnosis = { verdict: Verdict; judgement: Judgement | null };

/**
 * Answers "is it me?" from the snapshot alone. A verdict is made in four steps, each a room: which sites fail and which answer
 * (`health/`), what that makes likely (`weighing/`), what may be said of it (`rules/`), and the evidence to show (here).
 * @returns the verdict with its evidence, the strongest first
 */
export function diagnose(snapshot: Snapshot, question: Question): Verdict {
  return diagnoseInFull(snapshot, question).verdict;
}

/** The same, with what led to it. */
export function diagnoseInFull(snapshot: Snapshot, question: Question): Diagnosis {
  if (question === "everything") return diagnoseEverything(snapshot);
  if ("site" in question) return diagnoseSite(snapshot, question.site);
  const tab = snapshot.tabs[question.tabId];
  if (tab === undefined || tab.site === null) return { verdict: clear(null), judgement: null };
  return tab.state === "blocked" ? { verdict: blocked(tab.site, tab.at), judgement: null } : diagnoseSite(snapshot, tab.site);
}

function blocked(site: string, since: number): Verdict {
  const evidence = [{ kind: "blocked" as const, site }];
  return { scope: "local", cause: "blocked", subject: null, site, confidence: STATED.blocked, since, evidence };
}

function offline({ networkChangedAt }: Snapshot): Verdict {
  const evidence = [{ kind: "browser-offline" as const }];
  return { scope: "local", cause: "offline", subject: null, site: null, confidence: STATED.offline, since: networkChangedAt, evidence };
}

/** The gravest verdict of all sites in trouble; of two alike the surer. */
function diagnoseEverything(snapshot: Snapshot): Diagnosis {
  const latest = [...snapshot.failing, ...snapshot.unsettled].sort((a, b) => b.lastFaultAt - a.lastFaultAt).slice(0, JUDGED_AT_ONCE);
  const judgements = latest.flatMap((site) => judge(snapshot, site) ?? []).filter(({ withheld }) => withheld === null);
  const [gravest] = judgements.sort((a, b) => byGravity(rankable(a), rankable(b)));
  if (!snapshot.online && gravest?.finding.scope !== "local") return { verdict: offline(snapshot), judgement: null };
  if (gravest === undefined) return { verdict: clear(null), judgement: null };
  return { verdict: { ...verdictOf(snapshot, gravest), site: null }, judgement: gravest };
}

function rankable({ finding: { scope }, confidence }: Judgement) {
  return { scope, confidence };
}

function diagnoseSite(snapshot: Snapshot, name: string): Diagnosis {
  const isAsked = (site: SiteHealth) => site.name === name;
  const site = snapshot.failing.find(isAsked) ?? snapshot.unsettled.find(isAsked);
  const judgement = site === undefined ? null : judge(snapshot, site);
  return { verdict: judgement?.withheld === null ? verdictOf(snapshot, judgement) : clear(name), judgement };
}

/** Judges one site in trouble; null where its trouble is over. */
function judge(snapshot: Snapshot, site: SiteHealth): Judgement | null {
  if (site.state === "recovered") return null;
  const weighing = weigh(snapshot, site);
  const { finding, confidence, rule } = conclude(snapshot, weighing);
  return { weighing, finding, confidence, rule, withheld: withheldFor(site, finding) };
}

/**
 * A blip is mentioned only where its neighbours on the same place have trouble too. A failure that was abandoned after one load is
 * mentioned only where more than that site is to blame.
 */
function withheldFor({ state }: SiteHealth, { scope }: Finding): Judgement["withheld"] {
  if (state === "blip" && scope !== "provider") return "blip";
  return state === "abandoned" && (scope === "unclear" || scope === "site") ? "abandoned" : null;
}

function verdictOf(snapshot: Snapshot, { finding, confidence, weighing }: Judgement): Verdict {
  const { name, since } = weighing.site;
  return { ...finding, site: name, confidence, since, evidence: collectEvidence(snapshot, weighing, finding) };
}
