import { FIREFOX_SPURIOUS } from "../../scenarios/browser-errors.ts";
import type { Answer } from "../../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, local, provider, route, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { SessionWriter } from "../session-writer.ts";
import { isRegion, type Site } from "../sites.ts";
import { askBoth, EDGES, FIRST_TAB, settle, siteStory, story } from "./story.ts";

const TAB = { tabId: FIRST_TAB };
const urlOf = (site: Site): string => `https://${site.page.name}/`;
const slow = (site: Site): Answer => siteAnswer(site, "slow");

/** Moves the session to so many milliseconds after the load began; what was written before stands. */
const at = (session: SessionWriter, begun: number, after: number): void => {
  session.now = begun + after;
};

/** Other sites answer in their own tabs. */
function othersAnswer(session: SessionWriter, site: Site, count: readonly [number, number] = [1, 2]): void {
  const here = session.now;
  session.elsewhere([site], count);
  session.now = Math.min(session.now, here + 2_500);
}

/** A story of one site. Pages that answer meanwhile have few parts: they come within the moments that the story gives them. */
const oneSite = (name: string, truth: HoldoutScenario["truth"], play: (session: SessionWriter, site: Site) => void): HoldoutScenario =>
  siteStory(name, truth, (session, site) => {
    Object.assign(session.style, { parts: [0, 3], gap: [100, 700] });
    play(session, site);
  });

/** A load that no one answers, while other sites do. */
const unanswered = oneSite("unanswered", "site", (session, site) => {
  const { random } = session;
  if (random.chance(0.5)) for (let time = 0; time < 4; time++) session.visit(site, { tab: FIRST_TAB, takes: random.integer(200, 900) });
  const begun = session.now + 500;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  at(session, begun, 2_000);
  othersAnswer(session, site);
  at(session, begun, random.integer(5_000, 8_500));
  session.ask("mid", TAB, "site", [CLEAR]);
  at(session, begun, random.integer(11_000, 14_000));
  session.ask("mid", TAB, "site", [slow(site)]);
  session.ask("mid", {}, "site", [CLEAR]);
  if (random.chance(0.6)) othersAnswer(session, site);
  at(session, begun, random.integer(16_500, 55_000));
  askBoth(session, TAB, "site", [slow(site)], [slow(site)]);
});

/** The background is stopped while the load hangs; the person gives up after that. */
const backgroundDies = oneSite("backgroundDies", "site", (session, site) => {
  const { random, recording } = session;
  for (let time = 0; time < 2; time++) {
    const begun = session.now + 500;
    session.startLoad(FIRST_TAB, urlOf(site), begun);
    at(session, begun, 3_000);
    othersAnswer(session, site);
    recording.write(begun + random.integer(31_000, 36_000), { event: "restart" });
    at(session, begun, random.integer(38_000, 41_000));
    othersAnswer(session, site);
    at(session, begun, 43_500);
    session.ask("mid", TAB, "site", [slow(site)]);
    at(session, begun, random.integer(44_000, 50_000));
    // Nobody knows any more when it began, so the browser's report has no duration.
    const error = session.browser === "chromium" ? "net::ERR_ABORTED" : "NS_BINDING_ABORTED";
    recording.write(session.now, { event: "error", tabId: FIRST_TAB, url: urlOf(site), type: "main_frame", error });
    const trace = session.browser === "chromium" ? error : FIREFOX_SPURIOUS;
    recording.write(session.now, { event: "navigation-error", tabId: FIRST_TAB, url: urlOf(site), error: trace });
    session.now += 1_000;
    session.ask("mid", TAB, "site", [slow(site), UNCLEAR]);
  }
  othersAnswer(session, site);
  askBoth(session, TAB, "site", [siteAnswer(site, "slow", "unreachable")], [siteAnswer(site, "slow", "unreachable"), ...weakly(UNCLEAR)]);
});

/** Nothing at all has answered for minutes: no one can say whose fault it is. */
const nothingAnswers = oneSite("nothingAnswers", "local", (session, site) => {
  const { random } = session;
  session.now += random.integer(150_000, 400_000);
  const begun = session.now;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  at(session, begun, random.integer(12_000, 50_000));
  const right = [CLEAR, UNCLEAR, ...weakly(local("no-internet"), { scope: "network" })];
  askBoth(session, TAB, "local", right, right);
});

/** Every load hangs, and a check reaches nothing. */
const everythingHangs = oneSite("everythingHangs", "local", (session, site) => {
  const { random } = session;
  const others = random.sample(
    session.pool.sites.filter((other) => other !== site),
    3,
  );
  session.now += 130_000;
  const begun = session.now;
  for (const [index, other] of [site, ...others].entries()) session.startLoad(FIRST_TAB + index, urlOf(other), begun + index * 900);
  session.check = { result: "unreachable" };
  at(session, begun, 13_000);
  session.look(true);
  at(session, begun, random.integer(19_000, 28_000));
  const right = [local("no-internet"), { scope: "network", cause: "isp" } as const, ...weakly(UNCLEAR)];
  askBoth(session, TAB, "local", right, right);
});

/** A file is fetched: the tab stays where it was, and the answer lasts for minutes. */
const download = oneSite("download", "clear", (session, site) => {
  const { random, recording, browser } = session;
  session.visit(site, { tab: FIRST_TAB });
  const begun = session.now + 400;
  const url = `https://${site.pictures.name}/setup.zip`;
  session.startLoad(FIRST_TAB, url, begun);
  const error = browser === "chromium" ? "net::ERR_ABORTED" : FIREFOX_SPURIOUS;
  recording.write(begun + random.integer(200, 900), { event: "navigation-error", tabId: FIRST_TAB, url, error });
  at(session, begun, 4_000);
  othersAnswer(session, site);
  at(session, begun, random.integer(17_000, 50_000));
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** A site that always takes nine seconds; only when it takes far longer is it news. */
const alwaysTakesLong = oneSite("alwaysTakesLong", "site", (session, site) => {
  const { random } = session;
  for (let time = 0; time < 6; time++) {
    session.visit(site, { tab: FIRST_TAB, takes: random.integer(8_200, 9_600) });
    session.elsewhere([site], [0, 1]);
  }
  const begun = session.now + 300;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  at(session, begun, 3_000);
  othersAnswer(session, site);
  at(session, begun, random.integer(12_000, 23_000));
  session.ask("mid", TAB, "site", [CLEAR]);
  session.ask("mid", {}, "site", [CLEAR]);
  at(session, begun, 30_000);
  othersAnswer(session, site);
  at(session, begun, random.integer(34_000, 50_000));
  askBoth(session, TAB, "site", [slow(site)], [slow(site)]);
});

/** The lid closes while a page loads. It opens much later, the load breaks, and the page comes at once when it is asked for again. */
const sleepsMeanwhile = oneSite("sleepsMeanwhile", "clear", (session, site) => {
  const { random } = session;
  const slept = random.integer(600_000, 7_200_000);
  session.now += slept;
  session.failPage(site.page, FIRST_TAB, urlOf(site), "suspended", slept);
  session.now += random.integer(800, 3_000);
  session.visit(site, { tab: FIRST_TAB });
  session.elsewhere([site], [1, 2]);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** After a few seconds the person goes somewhere else, or closes the tab. */
const leavesEarly = oneSite("leavesEarly", "clear", (session, site) => {
  const { random, recording, browser } = session;
  const begun = session.now + 300;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  at(session, begun, random.integer(3_000, 8_000));
  const error = browser === "chromium" ? "net::ERR_ABORTED" : "NS_BINDING_ABORTED";
  const ms = session.now - begun;
  recording.write(session.now, { event: "error", tabId: FIRST_TAB, url: urlOf(site), type: "main_frame", error, ms });
  const closes = random.chance(0.4);
  if (closes) recording.write(session.now, { event: "tab-closed", tabId: FIRST_TAB });
  const next = random.pick(session.pool.sites.filter((other) => other !== site));
  if (!closes) session.visit(next, { tab: FIRST_TAB });
  else othersAnswer(session, site);
  at(session, begun, random.integer(17_000, 40_000));
  askBoth(session, closes ? {} : TAB, "clear", [CLEAR], [CLEAR]);
});

/** The page has begun to come; the rest of it takes its time. */
const beginsToCome = oneSite("beginsToCome", "clear", (session, site) => {
  const { random } = session;
  const begun = session.now + 300;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  session.tell(begun + random.integer(300, 8_000), { event: "navigation-committed", tabId: FIRST_TAB, url: urlOf(site) });
  at(session, begun, 9_000);
  othersAnswer(session, site);
  at(session, begun, random.integer(17_000, 50_000));
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** Somebody goes back to a page that the browser kept: it is shown without a request. */
const keptPage = oneSite("keptPage", "clear", (session, site) => {
  const { random, recording } = session;
  session.visit(site, { tab: FIRST_TAB });
  const next = random.pick(session.pool.sites.filter((other) => other !== site));
  session.visit(next, { tab: FIRST_TAB });
  const begun = session.now + 900;
  session.startLoad(FIRST_TAB, urlOf(site), begun);
  session.tell(begun + 20, { event: "navigation-committed", tabId: FIRST_TAB, url: urlOf(site) });
  if (random.chance(0.7)) recording.write(begun + 40, { event: "navigation-completed", tabId: FIRST_TAB, url: urlOf(site) });
  at(session, begun, random.integer(16_500, 40_000));
  othersAnswer(session, site);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** Three owners at one place hang at once, while pages from elsewhere come. */
const severalHang = (name: string, region: boolean): HoldoutScenario =>
  story(name, region ? "provider" : "network", (session) => {
    const { random, pool, style } = session;
    Object.assign(style, { parts: [0, 3], gap: [100, 700] });
    const place = region ? random.pick(pool.places.filter(isRegion)) : random.pick(EDGES);
    const { ill } = settle(session, place, 3);
    const begun = session.now + 200;
    for (const [index, site] of ill.entries()) session.startLoad(FIRST_TAB + index, urlOf(site), begun + index * 1_100);
    at(session, begun, 4_000);
    const there = pool.sites.filter(({ page, calls, pictures }) =>
      [page, calls, pictures].some((host) => host.place?.split("/")[0] === place.split("/")[0]),
    );
    session.elsewhere(there, [2, 3]);
    at(session, begun, 14_000);
    session.elsewhere(there, [1, 2]);
    at(session, begun, random.integer(19_000, 29_000));
    const named = region ? provider(place, "correlated") : route(place);
    const right = [named, ...weakly(UNCLEAR, ...ill.map(slow))];
    const basic = session.mode === "basic" ? [UNCLEAR, ...ill.map(slow)] : [];
    askBoth(session, TAB, region ? "provider" : "network", [...right, ...basic], [...right, ...basic]);
  });

/** Stories of loads that hang, and of such that only seem to. */
export const HANGING_LOADS: readonly HoldoutScenario[] = [
  unanswered,
  backgroundDies,
  nothingAnswers,
  everythingHangs,
  download,
  alwaysTakesLong,
  sleepsMeanwhile,
  leavesEarly,
  beginsToCome,
  keptPage,
  severalHang("severalHangAtEdge", false),
  severalHang("severalHangInRegion", true),
];
