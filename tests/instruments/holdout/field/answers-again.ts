import { WORDS } from "../browser-words.ts";
import { drawHarm, onPlaces } from "../cloud-outage.ts";
import { CLEAR, type HoldoutScenario, local, provider, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import { HEALTHY, type Trouble } from "../request-writer.ts";
import { isRegion, type Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, openTogether, settle, siteStory, story, tryAgain, twoRounds } from "./story.ts";

const TAB = { tabId: FIRST_TAB };

/** The person has signed in: the check comes through, and so does the page. */
const portalPassed = siteStory("portalPassed", "clear", (session, site) => {
  const { random } = session;
  session.check = { result: "captive" };
  session.fault = () => ({ breaks: "certificate-name" });
  for (let time = random.integer(1, 2); time > 0; time--) session.visit(site, { tab: FIRST_TAB, gap: session.style.retry });
  session.look(true);
  session.now += random.integer(8_000, 40_000);
  session.fault = HEALTHY;
  session.check = { result: "reached" };
  session.look(true);
  session.visit(site, { tab: FIRST_TAB });
  session.elsewhere([site], [1, 2]);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** The line is back: a check came through, and the page that failed is there. */
const lineIsBack = siteStory("lineIsBack", "clear", (session, site) => {
  session.fault = () => ({ breaks: WORDS.noConnection });
  session.visit(site, { tab: FIRST_TAB });
  session.check = { result: "unreachable" };
  session.look(true);
  session.now += session.random.integer(5_000, 40_000);
  session.fault = HEALTHY;
  session.check = { result: "reached" };
  session.look(true);
  session.visit(site, { tab: FIRST_TAB });
  session.elsewhere([site], [1, 2]);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** Pages came a moment ago, and now a check reaches nothing: the later word counts. */
const laterCheckFails = siteStory("laterCheckFails", "local", (session, site) => {
  session.elsewhere([site], [2, 3]);
  session.fault = () => ({ breaks: session.random.pick(["unreachable", "timeout"] as const) });
  session.visit(site, { tab: FIRST_TAB });
  session.check = { result: "unreachable" };
  session.look(true);
  const right = [local("no-internet"), { scope: "network" } as const, UNCLEAR];
  askBoth(session, TAB, "local", right, right);
});

/** The mirrors are out of reach, and a site answers with an error: an answer is an answer, so the way is open. */
const errorProvesWay = siteStory("errorProvesWay", "site", (session, site) => {
  session.check = { result: "unreachable" };
  session.look(true);
  session.now += session.random.integer(15_000, 50_000);
  tryAgain(session, site, { status: 503 }, 3);
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http"), ...weakly(UNCLEAR)];
  askBoth(session, TAB, "site", right, right);
});

/** It failed twice, works again, and is on the screen. */
const onTheScreen = (name: string, inCalls: boolean): HoldoutScenario =>
  siteStory(name, "clear", (session, site) => {
    const { random } = session;
    session.visit(site, { tab: FIRST_TAB, calls: 2 });
    session.elsewhere([site], [1, 2]);
    const trouble = random.pick<Trouble>([{ status: 503 }, { status: 500 }, { breaks: "refused" }]);
    session.fault = (host) => (host === site.calls || (!inCalls && host.domain === site.domain) ? trouble : null);
    for (let time = random.integer(2, 3); time > 0; time--) session.visit(site, { tab: FIRST_TAB, calls: 2, gap: session.style.retry });
    session.fault = HEALTHY;
    session.now += random.integer(3_000, 30_000);
    session.visit(site, { tab: FIRST_TAB, calls: 3 });
    session.now += random.integer(2_000, 40_000);
    const right = [CLEAR, ...weakly(UNCLEAR)];
    askBoth(session, TAB, "clear", right, right);
  });

/** The browser shows its error page and tries again by itself, after one second and after six; then the page is there. */
const comesByItself = siteStory("comesByItself", "clear", (session, site) => {
  const { random } = session;
  const word = random.pick([WORDS.resetAfterHello, WORDS.closedAfterHello]);
  session.fault = failing([site], () => ({ breaks: word }));
  session.visit(site, { tab: FIRST_TAB });
  session.visit(site, { tab: FIRST_TAB, gap: [1_000, 1_100] });
  session.fault = HEALTHY;
  session.visit(site, { tab: FIRST_TAB, gap: [5_800, 6_200] });
  session.elsewhere([site], [0, 1]);
  session.now += random.integer(2_000, 30_000);
  const right = [CLEAR, ...weakly(UNCLEAR)];
  askBoth(session, TAB, "clear", right, right);
});

/** A region fails; one of its sites opens again. That is never that site's own fault. */
const oneOfThemBack = story("oneOfThemBack", "provider", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places.filter(isRegion));
  const { ill } = settle(session, place, 4);
  session.fault = onPlaces([place], drawHarm(session, place, ["errors"]));
  twoRounds(session, place, ill);
  const hidden = session.mode === "basic" ? [CLEAR] : [];
  session.ask("mid", {}, "provider", [provider(place, "correlated"), ...hidden]);
  session.fault = HEALTHY;
  session.visit(ill[0] as Site, { tab: FIRST_TAB });
  const right = [CLEAR, provider(place), UNCLEAR];
  askBoth(session, TAB, "provider", right, [provider(place), UNCLEAR, ...hidden, ...weakly(CLEAR)]);
});

/** Two sites on one cloud fail twice each: more signs, and still each its own. */
const twoTwice = story("twoTwice", "site", (session) => {
  const place = session.random.pick(session.pool.places);
  const { ill } = settle(session, place, 2);
  session.fault = failing(ill, () => ({ status: 503 }));
  for (let round = 0; round < 2; round++) openTogether(session, ill, () => session.elsewhere(ill, [1, 2]));
  session.elsewhere(ill, [1, 1]);
  const right = session.mode === "basic" ? [CLEAR] : [...ill.map((site) => siteAnswer(site, "http")), UNCLEAR];
  askBoth(session, TAB, "site", right, right);
});

/** Stories of answers that come again, and of answers that came before. */
export const ANSWERS_AGAIN: readonly HoldoutScenario[] = [
  portalPassed,
  lineIsBack,
  laterCheckFails,
  errorProvesWay,
  onTheScreen("pageOnScreen", false),
  onTheScreen("callsAnswerAgain", true),
  comesByItself,
  oneOfThemBack,
  twoTwice,
];
