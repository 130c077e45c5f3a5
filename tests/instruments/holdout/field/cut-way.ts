import { BROKEN, type BrowserWord, NO_ANSWER, WORDS } from "../browser-words.ts";
import { CLEAR, type HoldoutScenario, local, route, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { SessionWriter } from "../session-writer.ts";
import type { Site } from "../sites.ts";
import { askAbout, EDGES, FIRST_TAB, failing, openTogether, settle, story, twoRounds } from "./story.ts";

/** Where the way to a shared front may be cut: a court's order, a censor, a middlebox. The networks are real, the orders are not. */
const NETWORKS = [
  { asn: 3352, country: "ES" },
  { asn: 3269, country: "IT" },
  { asn: 7713, country: "ID" },
  { asn: 9121, country: "TR" },
  { asn: 26599, country: "BR" },
  { asn: 55836, country: "IN" },
  { asn: 33771, country: "KE" },
];

export const drawNetwork = (session: SessionWriter): { asn: number; country: string } => session.random.pick(NETWORKS);

/** The browser learns from a mirror in which network and country it is. */
export function standIn(session: SessionWriter, network: { asn: number; country: string }): void {
  session.check = { result: "reached", network };
  session.look(true);
}

export const silence = (ill: readonly Site[], word: BrowserWord) => failing(ill, () => ({ breaks: word }));
/** Basic access sees a frozen page begin, and somebody leave it: that is no fault to it. */
const missedOf = (word: BrowserWord) => (word === WORDS.frozenBody ? "some" : "nothing");
const undecided = (ill: readonly Site[]) => weakly(UNCLEAR, { scope: "network" }, ...ill.map((site) => siteAnswer(site)));

/** Certain addresses never answer, others there always do. Nobody else complains. */
const cut = (name: string, ill: number, well: number, words: readonly BrowserWord[]): HoldoutScenario =>
  story(name, "network", (session) => {
    const { random } = session;
    const place = random.pick(EDGES);
    const sites = settle(session, place, ill, well);
    const word = random.pick(words);
    session.fault = silence(sites.ill, word);
    if (random.chance(0.5)) session.publish([]);
    twoRounds(session, place, sites.ill, sites.well);
    if (random.chance(0.5)) session.publish([]);
    askAbout(session, sites.ill, "network", [route(place), ...undecided(sites.ill)], missedOf(word));
  });

/** The front is wholly out of reach; the feed was issued since and is silent. */
const edgeOutOfReach = story("edgeOutOfReach", "network", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, random.integer(3, 5));
  session.fault = silence(ill, random.pick(NO_ANSWER));
  twoRounds(session, place, ill);
  session.publish([]);
  askAbout(session, ill, "network", [route(place), ...undecided(ill)]);
});

/** Silence by chance, at all sites of a front: an overloaded way, or the front. Nobody outside has spoken. */
const silentByChance = story("silentByChance", "network", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, 5);
  const share = random.between(0.55, 0.8);
  const word = random.pick([WORDS.noConnection, WORDS.resetAfterHello, WORDS.closedAfterHello]);
  session.fault = (host) => (ill.some(({ domain }) => domain === host.domain) && random.chance(share) ? { breaks: word } : null);
  twoRounds(session, place, ill);
  session.fault = silence(ill, word);
  openTogether(session, ill);
  askAbout(session, ill, "network", [route(place), ...undecided(ill)]);
});

/** Two owners and no neighbour that answers: too little for a name. */
const twoOutOfReach = story("twoOutOfReach", "site", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, 2);
  session.fault = silence(ill, random.pick(NO_ANSWER));
  twoRounds(session, place, ill);
  askAbout(session, ill, "site", [...ill.map((site) => siteAnswer(site)), UNCLEAR]);
});

/** One owner, while its neighbours answer: that owner. */
const oneOutOfReach = story("oneOutOfReach", "site", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill, well } = settle(session, place, 1, random.integer(1, 3));
  session.fault = silence(ill, random.pick(NO_ANSWER));
  twoRounds(session, place, ill, well);
  askAbout(session, ill, "site", [siteAnswer(ill[0] as Site), ...weakly(UNCLEAR)]);
});

/** A middlebox or a security program garbles what one front sends; its other sites answer. Nobody can tell which of them it is. */
const garbledWay = story("garbledWay", "network", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const sites = settle(session, place, 3, random.integer(0, 2));
  session.fault = silence(sites.ill, random.pick(BROKEN));
  twoRounds(session, place, sites.ill, sites.well);
  if (random.chance(0.5)) session.publish([]);
  const right = [
    route(place),
    local("interception"),
    UNCLEAR,
    ...weakly({ scope: "network" }, ...sites.ill.map((site) => siteAnswer(site))),
  ];
  askAbout(session, sites.ill, "network", right);
});

/** People of one country complain, and of nobody else. */
const oneCountryComplains = story("oneCountryComplains", "network", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill, well } = settle(session, place, random.integer(3, 4), random.integer(0, 2));
  const here = drawNetwork(session);
  standIn(session, here);
  session.fault = silence(ill, random.pick(NO_ANSWER));
  openTogether(session, ill);
  const crowd = { reporters: 90, networks: 7, baseline: 2, series: [] };
  const incident = session.placed(place, { status: "possible", official: null, crowd }, { areas: [here.country] });
  const trouble = { ...here, asn: random.pick([here.asn, null]), name: `AS${here.asn}`, cannotReach: [place], since: incident.started };
  session.publishPlaced(random.chance(0.4) ? [incident] : [], [trouble]);
  twoRounds(session, place, ill, well);
  askAbout(session, ill, "network", [route(place), ...undecided(ill)]);
});

/** One country is cut off from most of the world; what stands inside it answers. */
const closedBorder = story("closedBorder", "network", (session) => {
  const { random, pool } = session;
  session.begin();
  const domestic = random.sample(pool.sites, 2);
  const foreign = random.sample(
    pool.sites.filter((site) => !domestic.includes(site)),
    random.integer(5, 7),
  );
  for (const site of [...domestic, ...foreign]) session.visit(site);
  session.fault = silence(
    pool.sites.filter((site) => !domestic.includes(site)),
    random.pick([WORDS.noConnection, WORDS.resetAfterHello]),
  );
  session.check = { result: "unreachable" };
  for (let round = 0; round < 2; round++) {
    openTogether(session, foreign, () => {
      for (const site of domestic) session.visit(site);
    });
    session.look(true);
  }
  for (const site of domestic) session.visit(site);
  session.conclude([{ tabId: FIRST_TAB }, {}], "network", [{ scope: "network", cause: "isp" }, local("no-internet"), ...weakly(UNCLEAR)]);
});

/** Bodies freeze after a few kilobytes, at hosters that share nothing. */
const frozenEverywhere = story("frozenEverywhere", "network", (session) => {
  const { random, pool } = session;
  const places = random.sample(pool.places, 5);
  const ill = places.flatMap((place) => pool.sites.filter((site) => site.page.place === place).slice(0, 1));
  session.begin(ill);
  for (const site of ill) session.visit(site, { thorough: true });
  session.elsewhere(ill, [2, 3]);
  session.fault = silence(ill, WORDS.frozenBody);
  for (let round = 0; round < 2; round++) openTogether(session, ill, () => session.elsewhere(ill, [1, 2]));
  session.look(true);
  session.elsewhere(ill, [1, 2]);
  const blind = session.mode === "basic" ? [CLEAR] : [];
  session.conclude([{ tabId: FIRST_TAB }, {}], "network", [
    { scope: "network", cause: "isp" },
    ...blind,
    ...weakly(UNCLEAR, ...ill.map((site) => siteAnswer(site))),
  ]);
});

/** Stories of a way that is cut, and of sites that only look so. */
export const CUT_WAY: readonly HoldoutScenario[] = [
  cut("cutByAddress", 3, 2, NO_ANSWER),
  cut("cutManyFewNeighbours", 5, 1, [WORDS.noConnection, WORDS.resetAfterHello]),
  cut("cutTwoBesideNeighbour", 2, 2, NO_ANSWER),
  cut("cutFrozenBodies", 3, 1, [WORDS.frozenBody, WORDS.cutBody]),
  edgeOutOfReach,
  silentByChance,
  twoOutOfReach,
  oneOutOfReach,
  garbledWay,
  oneCountryComplains,
  closedBorder,
  frozenEverywhere,
];
