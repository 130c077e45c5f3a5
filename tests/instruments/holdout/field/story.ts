import type { Answer } from "../../scenarios/expectation.ts";
import type { Ask } from "../../scenarios/trace-event.ts";
import { offProvider } from "../cloud-outage.ts";
import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR } from "../holdout-scenario.ts";
import { type Fault, HEALTHY, type Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import { moveSites, type Site } from "../sites.ts";

/** The fronts that many unrelated sites share: networks of their own, and the edges of great clouds, which have no region. */
export const EDGES = ["cloudflare", "fastly", "akamai", "bunny", "aws", "azure", "google"];
/** The first of the tabs in which the sites in trouble are opened. */
export const FIRST_TAB = 301;

type Truth = HoldoutScenario["truth"];

/** A story out of people's reports: all that decides happens within a few minutes, and nothing else stumbles by chance. */
export const story = (name: string, truth: Truth, play: (session: SessionWriter) => void): HoldoutScenario => ({
  name,
  truth,
  play(session) {
    const { style } = session;
    const noise = { ...style.noise, stumbles: 0, takenBack: 0, missing: 0 };
    Object.assign(style, { gap: [400, 3_000], retry: [1_500, 6_000], timeout: [5_000, 14_000], givesUpAfter: [16_000, 26_000], noise });
    play(session);
  },
});

/** A story of one site. */
export const siteStory = (name: string, truth: Truth, play: (session: SessionWriter, site: Site) => void): HoldoutScenario =>
  story(name, truth, (session) => {
    const site = session.random.pick(session.pool.sites);
    session.begin([site]);
    session.elsewhere([site], [1, 3]);
    play(session, site);
  });

/** The site is opened some times in the first tab; other pages answer in between. */
export function tryAgain(session: SessionWriter, site: Site, trouble: Trouble | null, times: number): void {
  for (let time = 0; time < times; time++) {
    session.fault = trouble === null ? HEALTHY : failing([site], () => trouble);
    session.visit(site, { tab: FIRST_TAB, gap: session.style.retry });
    session.fault = HEALTHY;
    session.elsewhere([site], [1, 1]);
  }
}

/** Sites of different owners at one place, all of them known to this browser from a moment ago; and some pages from elsewhere. */
export function settle(session: SessionWriter, place: string, ill: number, well = 0): { ill: Site[]; well: Site[] } {
  const sites = moveSites(session.random, session.pool, place, "page", ill + well);
  const chosen = sites.slice(0, ill + well);
  session.begin(chosen);
  for (const site of chosen) session.visit(site, { thorough: true });
  session.elsewhere(sites, [2, 3], offProvider(place));
  return { ill: chosen.slice(0, ill), well: chosen.slice(ill) };
}

export const failing =
  (sites: readonly Site[], trouble: (site: Site) => Trouble): Fault =>
  (host) => {
    const site = sites.find(({ domain }) => domain === host.domain);
    return site === undefined ? null : trouble(site);
  };

/** The sites are opened in tabs of their own, without waiting for an answer; something else is read meanwhile. */
export function openTogether(session: SessionWriter, sites: readonly Site[], meanwhile: () => void = () => {}): void {
  const from = session.now;
  let until = from;
  for (const [index, site] of sites.entries()) {
    session.now = from + index * session.random.integer(700, 2_500);
    session.visit(site, { tab: FIRST_TAB + index, gap: [1, 2] });
    until = Math.max(until, session.now);
  }
  session.now = from + 3_000;
  meanwhile();
  session.now = Math.max(until, session.now) + 1;
}

/** Twice all sites in trouble are opened; their neighbours and pages from elsewhere are read meanwhile. */
export function twoRounds(session: SessionWriter, place: string, ill: readonly Site[], well: readonly Site[] = []): void {
  for (let round = 0; round < 2; round++) {
    openTogether(session, ill, () => {
      for (const site of well) session.visit(site);
      session.elsewhere([...ill, ...well], [1, 2], offProvider(place));
    });
    if (session.style.checks === "failures") session.look();
  }
  for (const site of well) session.visit(site);
  session.elsewhere([...ill, ...well], [1, 2], offProvider(place));
  if (session.style.checks === "last") session.look(true);
}

/** How much of the trouble basic access misses: it sees loads that end in vain, and no status. */
type Missed = "nothing" | "some" | "all";

/** What is as right in basic access, where often nobody knows what stands where. */
function inBasic(sites: readonly Site[], missed: Missed): Answer[] {
  if (missed === "all") return [CLEAR];
  const named = [UNCLEAR, ...sites.map((site) => siteAnswer(site))];
  return missed === "some" ? [CLEAR, ...named] : named;
}

/** Asks about the first of the sites in trouble, by tab and by name, and for the toolbar. */
export function askAbout(
  session: SessionWriter,
  ill: readonly Site[],
  truth: Truth,
  right: readonly Answer[],
  missed: Missed = "nothing",
): void {
  const site = ill[0] as Site;
  const also = session.mode === "basic" ? inBasic(ill, missed) : [];
  session.conclude([{ tabId: FIRST_TAB }, { site: site.domain }, {}], truth, [...right, ...also]);
}

/** What is right for the tab and for the toolbar may differ. */
export function askBoth(session: SessionWriter, tab: Ask, truth: string, forTab: readonly Answer[], forToolbar: readonly Answer[]): void {
  session.conclude([tab], truth, forTab);
  session.conclude([{}], truth, forToolbar);
}
