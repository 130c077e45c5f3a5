import type { Breakage } from "../../scenarios/browser-errors.ts";
import { CLEAR, type HoldoutScenario, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { SessionWriter } from "../session-writer.ts";
import type { Host, Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, story } from "./story.ts";

const TAB = { tabId: FIRST_TAB };
/** How parts of real pages fail on a day on which nothing is wrong. */
const EVERYDAY: readonly Breakage[] = [
  "aborted",
  "aborted",
  "aborted",
  "blocked",
  "tracker-blocked",
  "cross-origin",
  "name-not-found",
  "refused",
];

/** Strangers that pages call: advertisers, counters, fonts. Some of them have been dead for years. */
function strangers(count: number): Host[] {
  return Array.from({ length: count }, (_, index): Host => {
    const name = `${["px", "cdn", "sync", "tag", "rtb"][index % 5]}${index}.adnet-${index % 37}.example`;
    return { name, domain: name, place: null, ip: `80.67.${66 + (index % 8)}.${1 + (index % 250)}` };
  });
}

/** A page as heavy as real ones: hundreds of requests to scores of hosts, of which the extension hears a seventh. */
function heavyPage(session: SessionWriter, site: Site, hosts: readonly Host[], tab: number): void {
  const { random } = session;
  session.visit(site, { tab, calls: random.integer(1, 5) });
  const until = session.now;
  for (const host of random.sample(hosts, random.integer(25, 60))) {
    session.now = until + random.integer(0, 4_000);
    const type = random.pick(["xmlhttprequest", "sub_frame", "script", "image"]);
    const fields = { tabId: tab, url: `https://${host.name}/p`, type, initiator: `https://${site.page.name}` };
    const dead = Number(/\d+/.exec(host.name)?.[0]) % 11 === 0;
    if (dead) session.fail(host, "name-not-found", fields, 20);
    else if (random.chance(0.06)) session.fail(host, random.pick(EVERYDAY), fields, 30);
    else session.answer(host, { ...fields, status: random.chance(0.04) ? random.pick([204, 400, 403, 404, 429, 503]) : 200 });
  }
  session.now = until + 4_000;
}

/** An evening with news and shops in several tabs; strangers fail as always, and all is well. */
const heavyEvening = story("heavyEvening", "clear", (session) => {
  const { random, pool } = session;
  session.begin();
  const hosts = strangers(160);
  const sites = random.sample(pool.sites, random.integer(5, 8));
  for (const [index, site] of sites.entries()) {
    heavyPage(session, site, hosts, FIRST_TAB + (index % 4));
    session.ask("mid", { tabId: FIRST_TAB + (index % 4) }, "clear", [CLEAR]);
  }
  heavyPage(session, sites[0] as Site, hosts, FIRST_TAB);
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** The same evening, and one of the sites is really down. */
const heavyEveningOneDown = story("heavyEveningOneDown", "site", (session) => {
  const { random, pool } = session;
  const [ill, ...well] = random.sample(pool.sites, 4) as [Site, ...Site[]];
  session.begin([ill]);
  const hosts = strangers(160);
  session.fault = failing([ill], () => ({ status: 503 }));
  for (const site of well) {
    session.visit(ill, { tab: FIRST_TAB });
    heavyPage(session, site, hosts, FIRST_TAB + 1);
  }
  session.visit(ill, { tab: FIRST_TAB });
  const right = session.mode === "basic" ? [CLEAR] : [siteAnswer(ill, "http")];
  askBoth(session, TAB, "site", right, right);
});

/** Tabs in the background ask their servers every half minute; the network changes, and one round of them fails. */
const pollsStumble = story("pollsStumble", "clear", (session) => {
  const { random, pool } = session;
  const sites = random.sample(pool.sites, random.integer(3, 6));
  session.begin();
  for (const [index, site] of sites.entries()) session.visit(site, { tab: FIRST_TAB + index });
  const badRound = random.integer(1, 3);
  for (let round = 0; round < 5; round++) {
    const begun = session.now + random.integer(20_000, 35_000);
    for (const [index, site] of sites.entries()) {
      session.now = begun + index * random.integer(30, 400);
      const fields = { tabId: FIRST_TAB + index, url: `https://${site.calls.name}/poll`, type: "xmlhttprequest" };
      if (round === badRound) session.fail(site.calls, random.pick(["network-changed", "reset"] as const), fields, 200);
      else session.answer(site.calls, { ...fields, status: 200 });
    }
  }
  const right = [CLEAR, ...weakly(UNCLEAR)];
  askBoth(session, TAB, "clear", right, right);
});

/** Stories of pages as heavy, and of tabs as busy, as real ones. */
export const REAL_PAGES: readonly HoldoutScenario[] = [heavyEvening, heavyEveningOneDown, pollsStumble];
