import type { Breakage } from "../../scenarios/browser-errors.ts";
import { WORDS } from "../browser-words.ts";
import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import { type Host, moveSites, type Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, siteStory, story } from "./story.ts";

const TAB = { tabId: FIRST_TAB };
const CALM = [CLEAR, ...weakly(UNCLEAR)];

/** One request of a page, and how it ends. */
function part(session: SessionWriter, site: Site, host: Host, type: string, trouble: Trouble | { status: 200 }, tab = FIRST_TAB): void {
  session.now += session.random.integer(60, 900);
  const fields = { tabId: tab, url: `https://${host.name}/v2/part`, type, initiator: `https://${site.page.name}` };
  if ("status" in trouble) session.answer(host, { ...fields, status: trouble.status });
  else session.fail(host, "breaks" in trouble ? trouble.breaks : "timeout", fields, 90);
}

/** The same one request fails on every page, as it has for weeks; the pages open, and all else answers. */
const chronic = (name: string, type: "xmlhttprequest" | "sub_frame"): HoldoutScenario =>
  siteStory(name, "clear", (session, site) => {
    const { random } = session;
    const host = random.pick<Host>([site.page, site.calls, { ...site.calls, name: `counter.${site.domain}` }]);
    const reset: Breakage = "reset";
    const trouble = random.pick<Trouble>([{ status: 500 }, { status: 503 }, { breaks: reset }, { breaks: WORDS.halfChunk }]);
    for (let page = random.integer(3, 6); page > 0; page--) {
      session.visit(site, { tab: FIRST_TAB, calls: random.integer(2, 5), gap: [3_000, 20_000] });
      part(session, site, host, type, trouble);
      part(session, site, site.page, "xmlhttprequest", { status: 200 });
      if (random.chance(0.3)) session.elsewhere([site], [1, 1]);
      session.ask("mid", TAB, "clear", CALM);
    }
    session.now += random.integer(2_000, 25_000);
    askBoth(session, TAB, "clear", CALM, CALM);
  });

/** Log-in and all other calls used to work, and fail now; the page itself comes from a store and opens. */
const lostLogIn = siteStory("lostLogIn", "site", (session, site) => {
  const { random } = session;
  const login: Host = { ...site.calls, name: `login.${site.domain}` };
  for (let page = random.integer(2, 4); page > 0; page--) {
    session.visit(site, { tab: FIRST_TAB, calls: 2, gap: [2_000, 9_000] });
    part(session, site, login, "xmlhttprequest", { status: 200 });
  }
  const trouble = random.pick<Trouble>([{ status: 500 }, { status: 503 }, { breaks: "timeout" }]);
  session.fault = (host) => (host === site.calls ? trouble : null);
  for (let page = random.integer(3, 4); page > 0; page--) {
    session.visit(site, { tab: FIRST_TAB, calls: 2, gap: [2_000, 9_000] });
    for (let time = random.integer(1, 2); time > 0; time--) part(session, site, login, "xmlhttprequest", trouble);
    session.elsewhere([site], [0, 1]);
  }
  session.elsewhere([site], [1, 2]);
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(site), ...weakly(UNCLEAR)];
  askBoth(session, TAB, "site", right, right);
});

/** Three shops of one maker: each page opens, and the call for a token of somebody who is not signed in answers 500. */
const sameMaker = story("sameMaker", "clear", (session) => {
  const { random } = session;
  const place = random.pick(["aws", "cloudflare", "aws/us-east-1", "azure"]);
  const shops = moveSites(random, session.pool, place, "page", 3).slice(0, 3);
  session.begin(shops);
  for (let round = random.integer(1, 2); round > 0; round--) {
    for (const [index, shop] of shops.entries()) {
      const tab = FIRST_TAB + index;
      session.visit(shop, { tab, calls: random.integer(0, 2) });
      part(session, shop, random.pick([shop.page, shop.calls]), "xmlhttprequest", { status: 500 }, tab);
      part(session, shop, shop.page, "xmlhttprequest", { status: 200 }, tab);
    }
    session.elsewhere(shops, [1, 2]);
  }
  askBoth(session, TAB, "clear", CALM, CALM);
});

/** Hosts of one bank: one fails, and the tab of another is well. */
const siblingHosts = story("siblingHosts", "site", (session) => {
  const { random, pool } = session;
  const bank = random.pick(pool.sites);
  session.begin([bank]);
  const host = (name: string): Site => {
    const page = { ...bank.page, name: `${name}.${bank.domain}` };
    return { domain: bank.domain, page, calls: page, pictures: page };
  };
  const [ill, well] = [host("accounts"), host("payments")];
  session.elsewhere([bank], [1, 3]);
  session.fault = ({ name }) => (name === ill.page.name ? { status: 500 } : null);
  for (let time = random.integer(2, 3); time > 0; time--) {
    session.visit(ill, { tab: FIRST_TAB, gap: session.style.retry });
    session.visit(well, { tab: FIRST_TAB + 1 });
    session.elsewhere([bank], [0, 1]);
  }
  session.conclude([{ tabId: FIRST_TAB + 1 }], "clear", CALM);
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(bank), UNCLEAR];
  askBoth(session, TAB, "site", right, [...right, CLEAR]);
});

/** The same two hosts, and both fail. */
const siblingsBothFail = story("siblingsBothFail", "site", (session) => {
  const bank = session.random.pick(session.pool.sites);
  session.begin([bank]);
  session.elsewhere([bank], [1, 3]);
  session.fault = failing([bank], () => ({ status: 500 }));
  for (const name of ["accounts", "payments", "accounts", "payments"]) {
    const page = { ...bank.page, name: `${name}.${bank.domain}` };
    session.visit({ domain: bank.domain, page, calls: page, pictures: page }, { tab: name === "accounts" ? FIRST_TAB : FIRST_TAB + 1 });
    session.elsewhere([bank], [0, 1]);
  }
  session.elsewhere([bank], [1, 1]);
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(bank, "http")];
  askBoth(session, { tabId: FIRST_TAB + 1 }, "site", right, right);
});

/** A chat or a market's ticker: its socket fails again and again, though the page stands there. */
const sockets = (name: string, truth: HoldoutScenario["truth"], times: readonly [number, number], own: boolean): HoldoutScenario =>
  siteStory(name, truth, (session, site) => {
    const { random } = session;
    const host = own
      ? random.pick<Host>([site.calls, { ...site.calls, name: `ws.${site.domain}` }])
      : random.pick(session.pool.thirdParties);
    session.visit(site, { tab: FIRST_TAB });
    const socket = { tabId: FIRST_TAB, url: `wss://${host.name}/live`, type: "websocket", initiator: `https://${site.page.name}` };
    if (random.chance(0.7)) session.answer(host, { ...socket, status: 101 });
    session.now += random.integer(4_000, 30_000);
    const word = random.pick([WORDS.socketRefused, WORDS.socketReset]);
    for (let time = random.integer(...times); time > 0; time--) {
      session.fail(host, word, socket, random.integer(20, 300));
      session.now += random.integer(2_500, 7_000);
      if (random.chance(0.5)) session.elsewhere([site], [1, 1]);
    }
    session.elsewhere([site], [1, 1]);
    if (truth === "clear") session.answer(host, { ...socket, status: 101 });
    const failed = session.mode === "basic" ? [CLEAR] : [siteAnswer(site), ...weakly(UNCLEAR)];
    askBoth(session, TAB, truth, truth === "clear" ? CALM : failed, truth === "clear" ? CALM : failed);
  });

/** Stories of a part that fails, and of a part without which a site is of no use. */
export const BROKEN_CORNERS: readonly HoldoutScenario[] = [
  chronic("chronicCall", "xmlhttprequest"),
  chronic("chronicFrame", "sub_frame"),
  lostLogIn,
  sameMaker,
  siblingHosts,
  siblingsBothFail,
  sockets("socketAgainAndAgain", "site", [4, 7], true),
  sockets("socketClosesOnce", "clear", [1, 1], true),
  sockets("strangersSocket", "clear", [4, 7], false),
];
