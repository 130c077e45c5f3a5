import { NO_ANSWER } from "../browser-words.ts";
import { type HoldoutScenario, provider, route, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { SessionWriter } from "../session-writer.ts";
import { isRegion, type Site } from "../sites.ts";
import type { Seen } from "../trace-addition.ts";
import { silence, standIn } from "./cut-way.ts";
import { askAbout, EDGES, failing, settle, story, twoRounds } from "./story.ts";

/** Fronts that vantages have a name for, without Google's: the fonts of half of all pages answer there, as a neighbour does. */
const MEASURED_EDGES = EDGES.filter((edge) => !["aws", "azure", "google"].includes(edge));
const MINUTE = 60_000;

type Right = (place: string, ill: readonly Site[]) => ReturnType<typeof weakly>;
const onlySites: Right = (_, ill) => [...ill.map((site) => siteAnswer(site)), UNCLEAR];
/** Who does not know what stands where may well take it for the connection. */
const itsWay: Right = (place) => [route(place), ...weakly({ scope: "network" })];
const itsOutage: Right = (place) => [provider(place)];
const two: Seen = { fra: {}, iad: {} };

type Telling = {
  /** How many sites are out of reach, and how many beside them answer. */
  ill: readonly [number, number];
  well?: number;
  at?: "edge" | "region";
  errors?: number;
  /** Tries it for some minutes, so that vantages have had their rounds. */
  patient?: true;
  /** What the vantages say of the place. */
  say: (session: SessionWriter, place: string) => void;
  right: Right;
};

const told = (name: string, truth: HoldoutScenario["truth"], { ill: count, well = 0, ...telling }: Telling): HoldoutScenario => ({
  ...(telling.at === "region" && truth !== "provider" ? { alikeAtFirst: true as const } : {}),
  ...story(name, truth, (session) => {
    const { random, pool } = session;
    const places = pool.places.filter(isRegion);
    const place = random.pick(telling.at === "region" ? places : MEASURED_EDGES);
    const sites = settle(session, place, random.integer(...count), well);
    session.knowTargets(["www.netflix.com", place, "gcp/us-east5"]);
    session.publishSeen(two);
    session.fault =
      telling.errors === undefined
        ? silence(sites.ill, random.pick(NO_ANSWER))
        : failing(sites.ill, () => ({ status: telling.errors as number, wrote: "origin" }));
    twoRounds(session, place, sites.ill, sites.well);
    for (let again = telling.patient ? 2 : 0; again > 0; again--) {
      session.now += random.between(1.7, 2.4) * MINUTE;
      twoRounds(session, place, sites.ill, sites.well);
    }
    telling.say(session, place);
    askAbout(session, sites.ill, truth, telling.right(place, sites.ill), telling.errors === undefined ? "nothing" : "all");
  }),
});

const PLACES: readonly HoldoutScenario[] = [
  told("wayCutWhileOthersReachTheFront", "network", { ill: [2, 3], patient: true, say: (s) => s.publishSeen(two), right: itsWay }),
  told("wayCutWhileOneReachesTheFront", "network", { ill: [2, 3], patient: true, say: (s) => s.publishSeen({ iad: {} }), right: itsWay }),
  told("wayCutToRegionOthersReach", "network", {
    ...{ at: "region", ill: [3, 3], patient: true, say: (s) => s.publishSeen(two) },
    right: (place, ill) => [route(place), ...weakly(UNCLEAR, ...ill.map((site) => siteAnswer(site)))],
  }),
  told("frontGoneForTwoVantages", "provider", {
    ...{ ill: [2, 4], right: itsOutage },
    say: (s, place) => s.publishSeen({ fra: { fails: [place] }, iad: { fails: [place] } }),
  }),
  told("frontGoneForTwoOfThree", "provider", {
    ...{ ill: [2, 4], right: itsOutage },
    say: (s, place) => s.publishSeen({ fra: { fails: [place] }, iad: { fails: [place] }, gru: {} }),
  }),
  told("frontGoneForTheOnlyVantage", "provider", {
    ...{ ill: [2, 4], right: itsOutage, say: (s, place) => s.publishSeen({ iad: { fails: [place] } }) },
  }),
  told("frontGoneForTheVantageInMyCountry", "network", {
    ill: [3, 4],
    say(session, place) {
      standIn(session, { asn: 26_599, country: "BR" });
      session.publishSeen({ gru: { fails: [place] } });
    },
    right: (place, ill) => [...itsWay(place, ill), UNCLEAR],
  }),
  told("frontGoneForOneOfThree", "network", {
    ...{ ill: [3, 4], right: itsWay, say: (s, place) => s.publishSeen({ fra: { fails: [place] }, iad: {}, gru: {} }) },
  }),
  told("frontGoneBesideOneSickSite", "site", {
    ...{ ill: [1, 1], well: 2, errors: 500, right: onlySites },
    say: (s, place) => s.publishSeen({ fra: { fails: [place] }, iad: { fails: [place] } }),
  }),
  told("frontNotSeenByAnybody", "site", {
    ...{ ill: [2, 2], patient: true, right: onlySites },
    say: (s, place) => s.publishSeen({ fra: { blind: [place] }, iad: { blind: [place] } }),
  }),
  told("frontSeenByOneOfTwo", "network", {
    ...{ ill: [2, 2], patient: true, right: itsWay },
    say: (s, place) => s.publishSeen({ fra: { blind: [place] }, iad: {} }),
  }),
  told("frontGoneALongTimeAgo", "network", {
    ...{ ill: [3, 4], right: itsWay },
    say: (s, place) => s.publishSeen({ fra: { fails: [place] }, iad: { fails: [place] } }, s.random.integer(12, 90)),
  }),
  told("frontAnsweredBeforeItAll", "site", { ill: [2, 2], right: onlySites, say: (s) => s.publishSeen(two, 8) }),
];

/** A site of the catalogue is out of reach here, and vantages ask just its page. */
const known = (name: string, of: (id: string) => Seen): HoldoutScenario =>
  story(name, "site", (session) => {
    const { random } = session;
    const { ill, well } = settle(session, random.pick(session.pool.places), 1, 1);
    const site = ill[0] as Site;
    session.knowTargets([site.page.name]);
    session.publishSeen(two);
    session.fault = silence(ill, random.pick(NO_ANSWER));
    for (let round = 0; round < 2; round++) {
      twoRounds(session, site.page.place ?? "", ill, well);
      session.now += random.between(1.6, 2.2) * MINUTE;
    }
    twoRounds(session, site.page.place ?? "", ill, well);
    session.publishSeen(of(site.domain.split(".")[0] ?? ""));
    askAbout(session, ill, "site", [siteAnswer(site), ...weakly(UNCLEAR)]);
  });

/** Asked about each of them, vantages answer, or fail, one after the other. */
const askedAboutAll = (name: string, truth: HoldoutScenario["truth"], failure: string | null, right: Right): HoldoutScenario =>
  story(name, truth, (session) => {
    const { random } = session;
    const place = random.pick(EDGES);
    const { ill } = settle(session, place, random.integer(2, 3));
    session.fault = silence(ill, random.pick(NO_ANSWER));
    twoRounds(session, place, ill);
    for (const site of ill) {
      const seen = failure === null ? { failure, status: 200, ms: 240 } : { failure };
      session.now += random.integer(800, 4_000);
      session.tell(session.now, {
        event: "elsewhere",
        host: site.page.name,
        views: ["fra", "gru"].map((from) => ({ from, country: from === "fra" ? "DE" : "BR", ...seen })),
      });
    }
    askAbout(session, ill, truth, right(place, ill));
  });

/** Stories of what vantages see of a trouble, each beside its twin. */
export const SEEN_ELSEWHERE: readonly HoldoutScenario[] = [
  ...PLACES,
  known("knownSiteAnswersOthers", () => two),
  known("knownSiteFailsOthers", (id) => ({ fra: { fails: [id] }, iad: { fails: [id] } })),
  known("knownSiteFailsOneVantage", (id) => ({ iad: { fails: [id] } })),
  askedAboutAll("allAnswerOthers", "network", null, itsWay),
  askedAboutAll("allFailOthers", "provider", "tcp.timed_out", itsOutage),
];
