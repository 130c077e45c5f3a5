import type { Answer } from "../../scenarios/expectation.ts";
import { WORDS } from "../browser-words.ts";
import { CLEAR, type HoldoutScenario, NOT_REFUSED, refuses, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import type { Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, openTogether, siteStory, story, tryAgain } from "./story.ts";

const TAB = { tabId: FIRST_TAB };

/** Basic access sees no status: such a page looks like any other. */
const inFull = (session: SessionWriter, ...right: readonly Answer[]): readonly Answer[] => (session.mode === "basic" ? [CLEAR] : right);

const turnedAway = siteStory("turnedAway", "clear", (session, site) => {
  const status = session.random.pick([403, 429, 451]);
  tryAgain(session, site, { status }, session.random.integer(1, 4));
  askBoth(session, TAB, "clear", inFull(session, refuses(site)), [CLEAR]);
});

const challenged = siteStory("challenged", "clear", (session, site) => {
  const status = session.random.pick([403, 429, 503]);
  tryAgain(session, site, { status, wrote: "challenge" }, session.random.integer(1, 3));
  askBoth(session, TAB, "clear", inFull(session, refuses(site)), [CLEAR]);
});

/** The check is passed, and the page comes: nothing is left of it. */
const challengePassed = siteStory("challengePassed", "clear", (session, site) => {
  const status = session.random.pick([403, 503]);
  for (let time = session.random.integer(1, 2); time > 0; time--) {
    tryAgain(session, site, { status, wrote: "challenge" }, 1);
    session.now += session.random.integer(2_000, 5_000);
    tryAgain(session, site, null, 1);
  }
  askBoth(session, TAB, "clear", [NOT_REFUSED], [NOT_REFUSED]);
});

/** A check of an older make: 503, and some seconds later the page, by itself. */
const waitingRoom = siteStory("waitingRoom", "clear", (session, site) => {
  for (let time = session.random.integer(1, 2); time > 0; time--) {
    session.fault = failing([site], () => ({ status: 503 }));
    session.visit(site, { tab: FIRST_TAB });
    session.fault = () => null;
    session.visit(site, { tab: FIRST_TAB, gap: [4_500, 6_000], calls: 2 });
    session.elsewhere([site], [0, 1]);
  }
  session.now += session.random.integer(8_000, 30_000);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** The same status without a check, and no page after it: the site fails. */
const busy = siteStory("busyPage", "site", (session, site) => {
  tryAgain(session, site, { status: 503, ...(session.random.chance(0.5) ? { wrote: "origin" } : {}) }, 3);
  askBoth(session, TAB, "site", inFull(session, siteAnswer(site, "http")), inFull(session, siteAnswer(site, "http")));
});

/** The account behind the page was switched off: an error page for everybody. */
const unpaid = siteStory("unpaid", "site", (session, site) => {
  tryAgain(session, site, { status: 402 }, 3);
  const right = inFull(session, siteAnswer(site, "http"), UNCLEAR);
  askBoth(session, TAB, "site", right, right);
});

/** The browser is sent in a circle, mostly by an old cookie. Nothing else of the site is seen. */
const sentInCircles = siteStory("sentInCircles", "site", (session, site) => {
  tryAgain(session, site, { breaks: WORDS.redirectLoop }, session.random.integer(2, 3));
  askBoth(session, TAB, "site", [siteAnswer(site), UNCLEAR], [siteAnswer(site), UNCLEAR]);
});

/** Firewalls of six sites refuse a VPN's exit with 500: nobody can tell that from six broken sites, but nothing wider is broken. */
const firewalls = story("firewalls", "site", (session) => {
  const { random, pool } = session;
  const places = random.sample([null, ...pool.places], 6);
  const sites = places.flatMap((place) => pool.sites.filter(({ page }) => page.place === place).slice(0, 1));
  session.begin(sites);
  session.fault = failing(sites, () => ({ status: 500 }));
  openTogether(session, sites, () => session.elsewhere(sites, [2, 3]));
  session.elsewhere(sites, [1, 2]);
  const right = inFull(session, UNCLEAR, ...sites.map((site) => siteAnswer(site, "http")));
  askBoth(session, TAB, "site", right, right);
});

/** The page is open; its log-in call is refused, or asked to wait. */
const signInRefused = siteStory("signInRefused", "clear", (session, site) => {
  session.visit(site, { tab: FIRST_TAB, thorough: true });
  for (let call = session.random.integer(1, 5); call > 0; call--) {
    session.now += session.random.integer(1_500, 9_000);
    const fields = { tabId: FIRST_TAB, url: `https://${site.calls.name}/session`, type: "xmlhttprequest" };
    session.answer(site.calls, { ...fields, status: session.random.pick([401, 403, 429]) });
  }
  askBoth(session, TAB, "clear", [NOT_REFUSED], [NOT_REFUSED]);
});

/** Through a VPN's exit half of all sites turn the person away: each of them does, and nothing else is broken. */
const exitRefused = story("exitRefused", "clear", (session) => {
  const { random, pool } = session;
  const sites = random.sample(pool.sites, random.integer(4, 7));
  session.begin(sites);
  const drawn = new Map(
    sites.map((site) => [
      site,
      random.pick<Trouble>([{ status: 403 }, { status: 403, wrote: "challenge" }, { status: 429 }, { status: 403, wrote: "edge" }]),
    ]),
  );
  session.fault = failing(sites, (site) => drawn.get(site) ?? { status: 403 });
  openTogether(session, sites, () => session.elsewhere(sites, [1, 2]));
  const first = sites[0] as Site;
  askBoth(session, TAB, "clear", inFull(session, refuses(first)), [CLEAR]);
  session.conclude([{ tabId: FIRST_TAB + 2 }], "clear", inFull(session, refuses(sites[2] as Site)));
});

/** The same exit; but these sites are broken, with errors of their own. */
const exitAndBroken = siteStory("exitAndBroken", "site", (session, site) => {
  const others = session.random.sample(
    session.pool.sites.filter((other) => other !== site),
    3,
  );
  session.fault = failing(others, () => ({ status: 403, wrote: "challenge" }));
  openTogether(session, others);
  tryAgain(session, site, { status: session.random.pick([502, 503]) }, 3);
  const right = inFull(session, siteAnswer(site, "http"));
  session.conclude([TAB], "site", right);
  session.conclude([{}], "site", [...right, ...weakly(UNCLEAR)]);
});

/** It turned the person away, and lets them in now. */
const letIn = siteStory("letIn", "clear", (session, site) => {
  tryAgain(session, site, { status: session.random.pick([403, 429, 451]) }, session.random.integer(1, 3));
  session.now += session.random.integer(1_000, 20_000);
  tryAgain(session, site, null, 1);
  askBoth(session, TAB, "clear", [NOT_REFUSED], [NOT_REFUSED]);
});

/** Stories of pages that answer and do not let in, and of such that fail. */
export const REFUSED_PERSON: readonly HoldoutScenario[] = [
  turnedAway,
  challenged,
  challengePassed,
  waitingRoom,
  busy,
  unpaid,
  sentInCircles,
  firewalls,
  signInRefused,
  exitRefused,
  exitAndBroken,
  letIn,
];
