import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { SessionWriter } from "../session-writer.ts";
import { providerOf, type Site } from "../sites.ts";
import { askBoth, FIRST_TAB, story } from "./story.ts";

const TAB = { tabId: FIRST_TAB };
type Range = readonly [low: number, high: number];

const USUAL: Range = [250, 600];

/** Loads of sites that take so long each, one after the other. */
function loads(session: SessionWriter, sites: readonly Site[], takes: Range, times: number): void {
  for (let time = 0; time < times; time++)
    for (const [index, site] of sites.entries()) session.visit(site, { tab: FIRST_TAB + index, takes: session.random.integer(...takes) });
}

const othersQuick = (session: SessionWriter, except: readonly Site[]): void => session.elsewhere(except, [1, 2]);

/** One site was quick and now takes so long, so many times; all others are as ever. */
const turns = (name: string, truth: HoldoutScenario["truth"], before: Range, now: Range, times: number): HoldoutScenario =>
  story(name, truth, (session) => {
    const site = session.random.pick(session.pool.sites);
    session.begin([site], [site]);
    loads(session, [site], before, 8);
    othersQuick(session, [site]);
    for (let time = 0; time < times; time++) {
      loads(session, [site], now, 1);
      othersQuick(session, [site]);
      if (time === 0) session.ask("mid", {}, "clear", [CLEAR]);
    }
    const right = truth === "clear" ? [CLEAR] : [siteAnswer(site, "slow")];
    askBoth(session, TAB, truth, right, right);
  });

/** All sites, wherever they stand, have become slow. */
const everythingSlow = story("everythingSlow", "network", (session) => {
  const { random, pool } = session;
  const places = random.sample([...new Set(pool.places.map(providerOf))], 4);
  const sites = places.flatMap((one) => pool.sites.filter(({ page }) => page.place !== null && providerOf(page.place) === one).slice(0, 1));
  session.begin(sites);
  loads(session, sites, USUAL, 8);
  loads(session, sites, [4_600, 8_000], 3);
  const right = [{ scope: "network", cause: "isp" } as const, ...weakly(UNCLEAR)];
  askBoth(session, TAB, "network", right, right);
});

/** Stories of sites that answer late: news only against what is usual, and only when it lasts. */
export const SLOW_ANSWERS: readonly HoldoutScenario[] = [
  turns("slowThreeTimes", "site", USUAL, [4_600, 9_000], 3),
  turns("slowOnce", "clear", USUAL, [4_600, 9_000], 1),
  turns("slowAsEver", "clear", [5_000, 8_000], [5_000, 8_500], 3),
  turns("slowerStillQuick", "clear", USUAL, [1_500, 3_500], 3),
  everythingSlow,
];
