import { NO_ANSWER } from "../browser-words.ts";
import { drawHarm, offProvider, onPlaces } from "../cloud-outage.ts";
import type { Draft } from "../feed-writer.ts";
import { type HoldoutScenario, provider, route, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import { isRegion, loneSite, moveSites, providerOf, type Site } from "../sites.ts";
import { drawNetwork, silence, standIn } from "./cut-way.ts";
import { askAbout, EDGES, FIRST_TAB, failing, openTogether, settle, story, twoRounds } from "./story.ts";

const WORLD = { reporters: 1_200, networks: 90, baseline: 3, series: [] };

/** A front is silent, and somebody outside says that it is the front's own trouble. */
const saidOutside = (name: string, say: (session: SessionWriter, place: string) => void): HoldoutScenario =>
  story(name, "provider", (session) => {
    const { random } = session;
    const place = random.pick(EDGES);
    const { ill } = settle(session, place, random.integer(3, 4));
    session.fault = silence(ill, random.pick(NO_ANSWER));
    openTogether(session, ill);
    say(session, place);
    twoRounds(session, place, ill);
    askAbout(session, ill, "provider", [provider(place)]);
  });

const silentAndOfficial = saidOutside("silentAndOfficial", (session, place) => session.publishPlaced([session.placed(place)]));
const silentAndCrowd = saidOutside("silentAndCrowd", (session, place) =>
  session.publishPlaced([session.placed(place, { status: "possible", official: null, crowd: WORLD })]),
);
const silentAndMeasured = saidOutside("silentAndMeasured", (session, place) => {
  const crowd = { reporters: 40, networks: 20, baseline: 2, series: [] };
  if (session.random.chance(0.5)) session.publishPlaced([], [], [place]);
  else session.publishPlaced([session.placed(place, { status: "possible", official: null, crowd }, { seenFrom: ["fra", "iad"] })]);
});

/** The front answers with its own errors, now this site, now that one. */
const edgeErrs = story("edgeErrs", "provider", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, 4);
  const status = random.pick([500, 502, 503]);
  session.fault = failing(ill, () => ({ status: random.chance(0.85) ? status : 504, wrote: "edge" }));
  twoRounds(session, place, ill);
  askAbout(session, ill, "provider", [provider(place, "correlated")], "all");
});

/** The front's errors come by chance: each of its sites answers now and then. */
const edgeErrsByChance = story("edgeErrsByChance", "provider", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, 5);
  const share = random.between(0.5, 0.8);
  const error: Trouble = { status: random.pick([500, 502, 503]), wrote: "edge" };
  session.fault = (host, type) =>
    ill.some(({ domain }) => domain === host.domain) && type !== "image" && random.chance(share) ? error : null;
  for (let round = 0; round < 2; round++) twoRounds(session, place, ill);
  session.fault = failing(ill, () => error);
  openTogether(session, ill);
  askAbout(session, ill, "provider", [provider(place, "correlated")], "all");
});

/** Hosts of owners that the person never visited answer there, in the parts of a page: they take nothing back. */
const strangersAnswerThere = story("strangersAnswerThere", "provider", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places.filter(isRegion));
  const { ill } = settle(session, place, 3);
  const strangers = [0, 1, 2, 3].map((index) => loneSite(pool, `free-widgets-${index}.example`, place, index));
  session.fault = failing(ill, () => ({ status: 503 }));
  for (let round = 0; round < 2; round++) {
    openTogether(session, ill, () => session.elsewhere(ill, [1, 2], offProvider(place)));
    for (const { page } of strangers) {
      const fields = {
        tabId: FIRST_TAB + 9,
        url: `https://${page.name}/x`,
        type: "xmlhttprequest",
        initiator: "https://cheap-sunglasses.example",
      };
      session.answer(page, { ...fields, status: 200 });
    }
  }
  askAbout(session, ill, "provider", [provider(place, "correlated"), ...weakly(UNCLEAR)], "all");
});

/** A region is silent: three owners, while another region of that cloud answers. */
const regionSilent = (
  name: string,
  owners: number,
  neighbours: number,
  right: (place: string, ill: readonly Site[]) => ReturnType<typeof weakly>,
) => {
  const truth = owners >= 3 && neighbours === 0 ? "provider" : "site";
  return story(name, truth, (session) => {
    const { random, pool } = session;
    const place = random.pick(["aws/us-east-1", "aws/ap-south-1", "azure/australiaeast", "gcp/europe-west1"]);
    const other = { aws: "aws/sa-east-1", azure: "azure/westeurope", gcp: "gcp/us-central1" }[providerOf(place)] as string;
    const [sister] = moveSites(random, pool, other, "page", 1);
    // What else stands there is not visited: nobody knows how it fares.
    const { ill, well } = settle(session, place, owners, neighbours);
    const steady = sister?.page.place === other ? [sister] : [];
    session.fault = silence(ill, random.pick(NO_ANSWER));
    for (const site of steady) session.visit(site);
    twoRounds(session, place, ill, [...well, ...steady]);
    askAbout(session, ill, truth, right(place, ill));
  });
};

/** An incident of another country, and a site here that fails by itself. */
const elsewhereInTheWorld = (name: string, known: boolean, draft: Draft): HoldoutScenario =>
  story(name, "site", (session) => {
    const { random } = session;
    const place = random.pick(EDGES);
    const { ill, well } = settle(session, place, random.integer(1, 2), 1);
    const away = drawNetwork(session);
    if (known) standIn(session, { asn: 7922, country: "US" });
    session.publishPlaced([session.placed(place, { title: `Network issues in ${away.country}`, ...draft }, { areas: [away.country] })]);
    session.fault = failing(ill, (site) =>
      site === ill[0] ? { status: random.pick([500, 503]), ...(random.chance(0.5) ? { wrote: "origin" } : {}) } : { breaks: "refused" },
    );
    twoRounds(session, place, ill, well);
    askAbout(session, ill, "site", [...ill.map((site) => siteAnswer(site)), UNCLEAR], ill.length === 1 ? "all" : "some");
  });

/** The incident is of my country, and the front's own errors are what I see. */
const incidentOfMine = story("incidentOfMine", "provider", (session) => {
  const { random } = session;
  const place = random.pick(EDGES);
  const { ill } = settle(session, place, 3);
  const here = drawNetwork(session);
  standIn(session, here);
  session.fault = failing(ill, () => ({ status: random.pick([502, 503]), wrote: "edge" }));
  openTogether(session, ill);
  session.publishPlaced([session.placed(place, {}, { areas: [here.country] })]);
  twoRounds(session, place, ill);
  askAbout(session, ill, "provider", [provider(place)], "all");
});

/** Asked from elsewhere, the site answers there, or fails there too: it is one site either way. */
const askedElsewhere = (name: string, failsThere: boolean): HoldoutScenario =>
  story(name, "site", (session) => {
    const { random } = session;
    const place = random.pick(session.pool.places);
    const { ill, well } = settle(session, place, 1, 1);
    const site = ill[0] as Site;
    session.fault = silence(ill, random.pick(NO_ANSWER));
    twoRounds(session, place, ill, well);
    session.tell(session.now, {
      event: "elsewhere",
      host: site.page.name,
      views: [
        { from: "fra", country: "DE", ...(failsThere ? { failure: "tcp.timed_out" } : { failure: null, status: 200, ms: 120 }) },
        { from: "sin", country: "SG", ...(failsThere ? { failure: "tcp.timed_out" } : { failure: null, status: 200, ms: 310 }) },
      ],
    });
    askAbout(session, ill, "site", [siteAnswer(site), ...weakly(UNCLEAR)]);
  });

/** A few sites of a cloud answer with errors and it mends now and then: a partial outage, not a recovery. */
const comesAndGoes = story("comesAndGoes", "provider", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places.filter(isRegion));
  const { ill } = settle(session, place, 4);
  const harm = onPlaces([place], drawHarm(session, place, ["errors"]), () => random.chance(0.75));
  session.fault = harm;
  for (let round = 0; round < 3; round++) twoRounds(session, place, ill);
  session.fault = onPlaces([place], drawHarm(session, place, ["errors"]));
  openTogether(session, ill);
  session.fault = harm;
  askAbout(session, ill, "provider", [provider(place, "correlated")], "all");
});

/** Stories of outages that somebody else confirms, or that do not concern this browser. */
export const NAMED_OUTAGES: readonly HoldoutScenario[] = [
  silentAndOfficial,
  silentAndCrowd,
  silentAndMeasured,
  edgeErrs,
  edgeErrsByChance,
  strangersAnswerThere,
  regionSilent("regionSilentThreeOwners", 3, 0, (place) => [provider(place, "correlated")]),
  regionSilent("regionSilentTwoOwners", 2, 0, (_place, ill) => [...ill.map((site) => siteAnswer(site)), UNCLEAR]),
  {
    alikeAtFirst: true,
    ...regionSilent("regionSilentBesideSteady", 3, 2, (place, ill) => [
      route(place),
      UNCLEAR,
      ...weakly(...ill.map((site) => siteAnswer(site))),
    ]),
  },
  elsewhereInTheWorld("officialElsewhere", true, {}),
  elsewhereInTheWorld("crowdElsewhere", true, { status: "possible", official: null, crowd: { ...WORLD, reporters: 90, networks: 75 } }),
  elsewhereInTheWorld("officialSomewhereCountryUnknown", false, {}),
  incidentOfMine,
  askedElsewhere("askedElsewhereAnswers", false),
  askedElsewhere("askedElsewhereFails", true),
  comesAndGoes,
];
