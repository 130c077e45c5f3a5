import type { Tab } from "../world/world.ts";
import { collectEvidence } from "./collect-evidence.ts";
import { byGravity } from "./gravity.ts";
import { HANG_ON_TOOLBAR, waitedFor } from "./health/hang.ts";
import { FAULT_LIFETIME } from "./health/host-health.ts";
import type { FailingHost, SiteHealth } from "./health/site-health.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { conclude, type RuleName } from "./rules/conclude.ts";
import type { Finding } from "./rules/finding.ts";
import { STATED } from "./rules/stated-confidence.ts";
import { slowestOf, slowness } from "./slowness.ts";
import { clear, type Verdict } from "./verdict.ts";
import { type Weighing, weigh } from "./weighing/weigh.ts";

/** What is asked about: the site that a tab shows, a site (registrable domain), or everything at once. */
export type Question = { tabId: number } | { site: string } | "everything";

/** For the toolbar at most this many sites in trouble are judged, the latest: what they share shows in any of them. Judged. */
const JUDGED_AT_ONCE = 12;

/** A blip is a part of an outage where so many owners accuse the place. Judged (2026-11-30). */
const NEIGHBOURS_OF_BLIP = 2;

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
  return diagnoseTab(snapshot, snapshot.tabs[question.tabId]);
}

/** What the tab shows decides; where it has waited for another page for so long that the wait is trouble, that page does. */
function diagnoseTab(snapshot: Snapshot, tab: Tab | undefined): Diagnosis {
  const waiting = waitedFor(tab, snapshot.now);
  if (waiting !== null) return diagnoseSite(snapshot, waiting.site);
  if (tab === undefined || tab.site === null) return { verdict: clear(null), judgement: null };
  switch (tab.state) {
    case "blocked":
      return { verdict: blocked(tab.site, tab.at), judgement: null };
    case "refused":
      return { verdict: refused(snapshot, tab.site), judgement: null };
    case "shown":
      return onlyOthersFail(snapshot, tab) ? besideOthers(snapshot, tab, tab.site) : diagnoseSite(snapshot, tab.site);
    case "failed":
      return stillFailed(snapshot, tab, tab.site) ?? diagnoseSite(snapshot, tab.site);
  }
}

/** A tab that still shows a failure which is too old to be judged: nobody has asked again, so nobody knows. It is not clear either. */
function stillFailed(snapshot: Snapshot, { at }: Tab, name: string): Diagnosis | null {
  const opened = snapshot.sites[name]?.pageOkAt ?? 0;
  if (snapshot.now - at <= FAULT_LIFETIME || opened > at || inTrouble(snapshot, name) !== undefined) return null;
  const found = { scope: "unclear" as const, cause: null, subject: name, confidence: STATED.stale };
  return { verdict: { ...found, site: name, since: at, evidence: [] }, judgement: null };
}

/**
 * Whether all that fails of the site are pages of other hosts, and what those pages call, or a load that another tab waits for since
 * before a page opened: what this tab shows has opened.
 */
function onlyOthersFail(snapshot: Snapshot, { site: name, host }: Tab): boolean {
  const site = inTrouble(snapshot, name ?? "");
  if (site !== undefined && opensElsewhere(snapshot, site)) return true;
  return site?.failingHosts.every((failing) => isOfSiblings(failing, host)) === true;
}

/** Whether none of this failed for a page of a host. */
function isOfSiblings({ host: failing, faults }: Pick<FailingHost, "host" | "faults">, host: string | null): boolean {
  return faults.every(({ role, caller }) => (role === "page" ? failing !== host : caller !== undefined && caller !== host));
}

/**
 * A tab whose page opened while other hosts of its site fail. Where its own page stumbled too, it belongs to an outage of the place, as it
 * would without them: flex.amazon.com turned clear when www.amazon.com failed a second time (`npm run demo`, 2026-11-30).
 */
function besideOthers(snapshot: Snapshot, { host }: Tab, name: string): Diagnosis {
  if (inTrouble(snapshot, name)?.stumbles.every((stumble) => isOfSiblings(stumble, host)) !== false) return healthy(snapshot, name);
  const whole = diagnoseSite(snapshot, name);
  return whole.verdict.scope === "provider" ? whole : healthy(snapshot, name);
}

/** A site that answers and turns this person away, or the plain verdict that it answers. */
function refused(snapshot: Snapshot, name: string): Verdict {
  const refusal = snapshot.sites[name]?.refusal;
  if (refusal === undefined) return clear(name);
  const { status, at } = refusal;
  const evidence = [status === null ? { kind: "challenged" as const, site: name } : { kind: "refused" as const, site: name, status }];
  return { scope: "clear", cause: "refuses", subject: name, site: name, confidence: STATED.refuses, since: at, evidence };
}

/** A site in which nothing fails: it may turn this person away, or be slow. */
function healthy(snapshot: Snapshot, name: string): Diagnosis {
  const site = snapshot.sites[name];
  if (site?.refusal !== undefined) return { verdict: refused(snapshot, name), judgement: null };
  return { verdict: slowness(snapshot, name) ?? clear(name), judgement: null };
}

function inTrouble({ failing, unsettled, led }: Snapshot, name: string): SiteHealth | undefined {
  const isAsked = (site: SiteHealth) => site.name === name;
  return failing.find(isAsked) ?? led.find(isAsked) ?? unsettled.find(isAsked);
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
  const shown = [...snapshot.failing, ...snapshot.led, ...snapshot.unsettled].filter((site) => isOnToolbar(snapshot, site));
  const latest = shown.sort((a, b) => b.lastFaultAt - a.lastFaultAt).slice(0, JUDGED_AT_ONCE);
  const judgements = latest.flatMap((site) => judge(snapshot, site) ?? []).filter(isToldByToolbar);
  const [gravest] = judgements.sort((a, b) => byGravity(rankable(a), rankable(b)));
  if (!snapshot.online && gravest?.finding.scope !== "local") return { verdict: offline(snapshot), judgement: null };
  if (gravest === undefined) return { verdict: { ...(slowestOf(snapshot) ?? clear(null)), site: null }, judgement: null };
  return { verdict: { ...verdictOf(snapshot, gravest), site: null }, judgement: gravest };
}

/** What blocks one page says nothing of the others. */
function isToldByToolbar({ withheld, finding }: Judgement): boolean {
  return withheld === null && finding.cause !== "blocked";
}

/** A load that waits is told on the toolbar later than in its tab, and not where the site opens in another tab meanwhile. */
function isOnToolbar(snapshot: Snapshot, site: SiteHealth): boolean {
  const { hang, faults } = site;
  if (hang === null || faults.length > 1) return true;
  return snapshot.now - hang.since >= HANG_ON_TOOLBAR && !opensElsewhere(snapshot, site);
}

/** Whether nothing of the site fails but a load that waits, and another page of it has opened since that began. */
function opensElsewhere({ sites }: Snapshot, { name, hang, faults }: SiteHealth): boolean {
  return hang !== null && faults.length === 1 && (sites[name]?.pageOkAt ?? 0) > hang.since;
}

function rankable({ finding: { scope, cause }, confidence }: Judgement) {
  return { scope, cause, confidence };
}

function diagnoseSite(snapshot: Snapshot, name: string): Diagnosis {
  const site = inTrouble(snapshot, name);
  const judgement = site === undefined ? null : judge(snapshot, site);
  if (judgement?.withheld === null) return { verdict: verdictOf(snapshot, judgement), judgement };
  return { ...healthy(snapshot, name), judgement };
}

/** Judges one site in trouble; null where its trouble is over. */
function judge(snapshot: Snapshot, site: SiteHealth): Judgement | null {
  if (site.state === "recovered") return null;
  const weighing = weigh(snapshot, site);
  const { finding, confidence, rule } = conclude(snapshot, weighing);
  return { weighing, finding, confidence, rule, withheld: withheldFor(site, finding, weighing) };
}

/**
 * A blip is mentioned only where its neighbours on the same place have trouble too. A failure that was abandoned after one load is
 * mentioned only where more than that site is to blame.
 */
function withheldFor({ state }: SiteHealth, { scope }: Finding, { suspect }: Weighing): Judgement["withheld"] {
  const isPartOfOutage = scope === "provider" && (suspect?.correlation === "outage" || (suspect?.accusing ?? 0) >= NEIGHBOURS_OF_BLIP);
  if (state === "blip" && !isPartOfOutage) return "blip";
  return state === "abandoned" && (scope === "unclear" || scope === "site") ? "abandoned" : null;
}

function verdictOf(snapshot: Snapshot, { finding, confidence, weighing }: Judgement): Verdict {
  const { name } = weighing.site;
  return { ...finding, site: name, confidence, since: beganAt(weighing, finding), evidence: collectEvidence(snapshot, weighing, finding) };
}

/** Trouble of several sites began with the first of them. */
function beganAt({ site, contrast }: Weighing, { scope }: Finding): number {
  const isShared = scope === "local" || scope === "network" || scope === "provider";
  return isShared ? Math.min(site.since, ...contrast.failing.map(({ since }) => since)) : site.since;
}
