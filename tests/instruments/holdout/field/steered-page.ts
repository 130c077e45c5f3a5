import type { Answer } from "../../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, provider, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import { isRegion, moveSites, type Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, openTogether, settle, story } from "./story.ts";

const EVIL = "https://cheap-sunglasses.example";
const TAB = { tabId: FIRST_TAB };
const NOTHING: readonly Answer[] = [CLEAR, UNCLEAR];

/** Sites that a page has chosen: at one place, and never visited by this person. */
function victims(session: SessionWriter, count: number): Site[] {
  const place = session.random.pick(session.pool.places);
  session.style.learned = false;
  session.style.before = Math.min(session.style.before, 2);
  const chosen = moveSites(session.random, session.pool, place, "page", count).slice(0, count);
  const known = session.pool.sites;
  session.pool.sites.splice(0, known.length, ...known.filter((site) => !chosen.includes(site)));
  session.begin(chosen);
  session.elsewhere([], [2, 4]);
  return chosen;
}

/** Basic access is not told who began a load: there the sites themselves may be named. */
const orNamed = (session: SessionWriter, sites: readonly Site[], right: readonly Answer[]): readonly Answer[] =>
  session.mode === "full" ? right : [...right, ...weakly(...sites.map((site) => siteAnswer(site)))];

const drawTrouble = ({ random }: SessionWriter): Trouble =>
  random.pick<Trouble>([{ status: 503 }, { breaks: "timeout" }, { breaks: "refused" }, { breaks: "reset" }]);

/** Windows that another site opens, again and again, at addresses of its choice. */
const foreignLoads = story("foreignLoads", "clear", (session) => {
  const sites = victims(session, 3);
  const trouble = drawTrouble(session);
  session.fault = failing(sites, () => trouble);
  for (let round = session.random.integer(1, 3); round > 0; round--)
    for (const [index, site] of sites.entries()) session.visit(site, { tab: FIRST_TAB + index, gap: [200, 2_000], initiator: EVIL });
  session.elsewhere([], [1, 2]);
  const right = orNamed(session, sites, NOTHING);
  askBoth(session, TAB, "clear", right, right);
});

/** The person then opens the same site by itself, and again: now it counts. */
const thenByHand = story("thenByHand", "site", (session) => {
  const { ill } = settle(session, session.random.pick(session.pool.places), 1);
  const site = ill[0] as Site;
  const trouble = drawTrouble(session);
  session.fault = failing(ill, () => trouble);
  for (let time = session.random.integer(1, 3); time > 0; time--)
    session.visit(site, { tab: FIRST_TAB, gap: [200, 2_000], initiator: EVIL });
  for (let time = session.random.integer(2, 3); time > 0; time--) {
    session.visit(site, { tab: FIRST_TAB, gap: session.style.retry });
    session.elsewhere(ill, [1, 1]);
  }
  const right = session.mode === "basic" && "status" in trouble ? [CLEAR] : [siteAnswer(site)];
  askBoth(session, TAB, "site", right, right);
});

/** A search page leads to three sites of a region that fails; the person has used them before, and tries each again. */
const linkedThenByHand = story("linkedThenByHand", "provider", (session) => {
  const place = session.random.pick(session.pool.places.filter(isRegion));
  const { ill } = settle(session, place, 3);
  session.fault = failing(ill, () => ({ status: 503 }));
  for (const [index, site] of ill.entries())
    session.visit(site, { tab: FIRST_TAB + index, initiator: "https://search.example", gap: [900, 3_000] });
  for (let round = 0; round < 2; round++) openTogether(session, ill, () => session.elsewhere(ill, [1, 2]));
  const right = session.mode === "basic" ? [CLEAR] : [provider(place, "correlated")];
  askBoth(session, TAB, "provider", right, right);
});

/** Three failures by way of another site are none, whatever stands there, until somebody tries again. */
const onlyLinked = story("onlyLinked", "clear", (session) => {
  const place = session.random.pick(session.pool.places.filter(isRegion));
  const { ill } = settle(session, place, 3);
  session.fault = failing(ill, () => ({ status: 503 }));
  for (const [index, site] of ill.entries()) session.visit(site, { tab: FIRST_TAB + index, initiator: EVIL, gap: [300, 900] });
  session.elsewhere(ill, [1, 2]);
  const right = session.mode === "basic" ? [CLEAR] : NOTHING;
  askBoth(session, TAB, "clear", right, right);
});

/** Each page sends the tab on to the next: one witness, if any. */
const chain = story("chainOfPages", "clear", (session) => {
  const sites = victims(session, 4);
  session.fault = failing(sites, () => ({ status: session.random.pick([502, 503]) }));
  let from = EVIL;
  for (const site of sites) {
    session.visit(site, { tab: FIRST_TAB, gap: [100, 600], initiator: from });
    from = `https://${site.page.name}`;
  }
  session.elsewhere([], [1, 2]);
  const right = orNamed(session, sites, NOTHING);
  askBoth(session, TAB, "clear", right, right);
});

/** A page that fails and begins itself again every second: one load was the person's. */
const beginsItselfAgain = story("beginsItselfAgain", "site", (session) => {
  const { ill } = settle(session, session.random.pick(session.pool.places), 1);
  const site = ill[0] as Site;
  session.fault = failing(ill, () => ({ status: 503 }));
  session.visit(site, { tab: FIRST_TAB });
  for (let time = session.random.integer(4, 12); time > 0; time--)
    session.visit(site, { tab: FIRST_TAB, gap: [900, 1_500], initiator: `https://${site.page.name}` });
  session.elsewhere(ill, [1, 2]);
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http"), UNCLEAR];
  askBoth(session, TAB, "site", right, right);
});

/** Ports that nobody answers at: a page can name any of them. */
const closedPorts = story("closedPorts", "clear", (session) => {
  const sites = victims(session, 3);
  for (let round = session.random.integer(1, 3); round > 0; round--)
    for (const [index, site] of sites.entries()) {
      session.now += session.random.integer(300, 2_000);
      const url = `https://${site.page.name}:${session.random.pick([8443, 2053, 444, 9000])}/`;
      session.failPage(site.page, FIRST_TAB + index, url, session.random.pick(["refused", "reset"]), 40);
    }
  session.elsewhere([], [1, 2]);
  askBoth(session, TAB, "clear", NOTHING, NOTHING);
});

/** A page's scripts call hosts of other owners that cannot answer. */
const foreignCalls = story("foreignCalls", "clear", (session) => {
  const sites = victims(session, 3);
  const reader = session.random.pick(session.pool.sites);
  session.visit(reader, { tab: FIRST_TAB });
  const trouble = session.random.pick(["timeout", "refused", "reset"] as const);
  for (let round = session.random.integer(2, 5); round > 0; round--)
    for (const { page } of sites) {
      session.now += session.random.integer(50, 900);
      const fields = { tabId: FIRST_TAB, url: `https://${page.name}/x`, type: "xmlhttprequest", initiator: `https://${reader.page.name}` };
      if (session.random.chance(0.4)) session.answer(page, { ...fields, status: 503 });
      else session.fail(page, trouble, fields, 40);
    }
  askBoth(session, TAB, "clear", [CLEAR, ...weakly(UNCLEAR)], [CLEAR, ...weakly(UNCLEAR)]);
});

/** Stories of pages that make a browser fail on purpose, and of the person who then tries by hand. */
export const STEERED_PAGES: readonly HoldoutScenario[] = [
  foreignLoads,
  thenByHand,
  linkedThenByHand,
  onlyLinked,
  chain,
  beginsItselfAgain,
  closedPorts,
  foreignCalls,
];
