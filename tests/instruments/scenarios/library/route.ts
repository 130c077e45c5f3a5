import { isCdn } from "../address-plan.ts";
import { CLEAR, ISP, isCloud, local, NETWORK, routeAnswer, siteAnswer, TOLERATED_UNCLEAR, tolerated, UNCLEAR } from "../answers.ts";
import { type CutKind, cutHarm, cutWay, isSlowCut } from "../cut.ts";
import type { Answer } from "../expectation.ts";
import { handshakeLost, placesFail } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { playCut, type RoutePlan, type Story } from "./cut-story.ts";
import { sitesElsewhere } from "./outage.ts";

const ANY: readonly CutKind[] = ["drop", "drop", "handshake", "reset", "reset", "refused", "left", "frozen"];

const sitesOf = ({ victims }: Story): Answer[] => victims.map((site) => siteAnswer(site));

/** From three owners on, or two with a neighbour that keeps answering, it is the way. Without addresses nobody can know. */
const route = (story: Story): Answer[] => [
  routeAnswer(story.place),
  ...(story.scene.mode === "basic" ? [...sitesOf(story), UNCLEAR, tolerated(NETWORK), ...unseen(story)] : [TOLERATED_UNCLEAR]),
];

/** In basic access a page that froze half-way looks like one that somebody left. */
const unseen = ({ scene, kind }: Story): Answer[] => (scene.mode === "basic" && kind === "frozen" ? [CLEAR] : []);

/** Too few for a place to be named: honest doubt, or the site itself. */
const tooFew = (story: Story): Answer[] => [...sitesOf(story), UNCLEAR, ...unseen(story)];

const routeStory = (name: string, plan: RoutePlan): Scenario => ({
  name,
  truth: "network",
  play: (scene) => playCut(scene, plan),
});

/** Some addresses are cut; neighbours on the same CDN answer. */
const cdnCut = routeStory("cdnCut", { owners: [3, 5], neighbours: [1, 3], kinds: ANY, answers: route });
/** All that this person uses there is cut. */
const cdnCutWhole = routeStory("cdnCutWhole", { owners: [3, 5], neighbours: [0, 0], kinds: ANY, share: 1, answers: route });
const cdnCutTwo = routeStory("cdnCutTwo", { owners: [2, 2], neighbours: [1, 3], kinds: ANY, answers: route });
const cdnCutOne = routeStory("cdnCutOne", { owners: [1, 1], neighbours: [0, 3], kinds: ANY, answers: tooFew });
const cdnCutTwoAlone = routeStory("cdnCutTwoAlone", {
  owners: [2, 2],
  neighbours: [0, 0],
  kinds: ANY,
  share: 1,
  answers: (story) => [...tooFew(story), tolerated(routeAnswer(story.place))],
});

/** Plain text on the TLS port, broken HTTP/2 and QUIC, bodies cut short, alerts: security suites and censors make them. */
const cdnGarbled = routeStory("cdnGarbled", {
  owners: [3, 4],
  neighbours: [0, 3],
  kinds: ["garbled"],
  answers: (story) => [...route(story), UNCLEAR, tolerated(local("interception"))],
});

/** People of one country complain, and it is this country. */
const cdnCutInCountry = routeStory("cdnCutInCountry", {
  owners: [3, 4],
  neighbours: [0, 3],
  kinds: ANY,
  words: ["country"],
  answers: route,
});

/** The feed names this network, or this country, among those that cannot reach the CDN. */
const cdnCutInNetwork = routeStory("cdnCutInNetwork", {
  owners: [2, 4],
  neighbours: [1, 3],
  kinds: ANY,
  words: ["network"],
  answers: route,
});

/** Some addresses of a cloud's region are cut, and others there answer steadily: no outage of the region. */
const regionCut: Scenario = {
  alikeAtFirst: true,
  ...routeStory("regionCut", {
    owners: [3, 4],
    neighbours: [2, 3],
    kinds: ["drop", "reset", "refused", "handshake"],
    where: isCloud,
    answers: (story) => [routeAnswer(story.place), ...sitesOf(story), UNCLEAR, tolerated(NETWORK)],
  }),
};

/** Packets of a certain size are lost on the way to one CDN: no handshake comes to an end there. */
const mtu: Scenario = {
  name: "mtu",
  truth: "network",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(3, isCdn);
    const victims = dependents.slice(0, random.integer(3, 4));
    scene.acquaint(victims);
    scene.warmUp();
    const elsewhere = sitesElsewhere(scene, [place]);
    for (const site of random.sample(elsewhere, 2)) scene.open(site, 12);
    scene.breakWith(placesFail([place], handshakeLost(scene.browser)));
    scene.openTogether(victims, 2);
    for (const site of random.sample(elsewhere, 2)) scene.open(site, 12);
    scene.open(victims[0] as Site, 1);
    for (const site of random.sample(elsewhere, 1)) scene.open(site, 12);
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", route({ scene, place, victims, word: "nothing", kind: "handshake" }));
  },
};

/** New connections to one CDN are throttled: most die, whichever address they go to. */
const throttled: Scenario = {
  name: "throttled",
  truth: "network",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    scene.acquaint(dependents);
    scene.warmUp();
    const elsewhere = sitesElsewhere(scene, [place]);
    for (const site of random.sample(elsewhere, 2)) scene.open(site, 12);
    const harm = cutHarm(random.pick(["drop", "reset"] as const), random, scene.browser);
    scene.breakWith(placesFail([place], harm, { random, share: random.between(0.6, 0.9) }));
    const lost = new Set<Site>();
    for (let load = 0; load < 16 && lost.size < 4; load++) {
      const site = dependents[load % dependents.length] as Site;
      if (scene.open(site, 1).failed) lost.add(site);
      if (random.chance(0.4)) scene.open(random.pick(elsewhere), 12);
    }
    scene.open(random.pick(elsewhere), 12);
    const accept = [routeAnswer(place), UNCLEAR, tolerated(NETWORK), ...dependents.map((site) => tolerated(siteAnswer(site)))];
    scene.askFinally(["toolbar"], "network", scene.mode === "basic" ? [...accept, ...dependents.map((site) => siteAnswer(site))] : accept);
  },
};

/** The ways to several CDNs are cut at once: that is the connection's way out. */
const severalCdnsCut: Scenario = {
  name: "severalCdnsCut",
  truth: "network",
  play(scene) {
    const { random, internet, browser } = scene;
    const kind = random.pick(["drop", "reset", "handshake", "refused"] as const);
    const harm = cutHarm(kind, random, browser);
    const cuts = ["cloudflare", "fastly", "akamai"].map((provider) => {
      const { place, dependents } = scene.crowdedPlace(2, (candidate) => candidate.provider === provider);
      return { place, victims: dependents.slice(0, 2) };
    });
    const victims = random.shuffle(cuts.flatMap((cut) => cut.victims));
    scene.acquaint(victims);
    scene.warmUp();
    const elsewhere = sitesElsewhere(
      scene,
      cuts.map(({ place }) => place),
    );
    for (const site of random.sample(elsewhere, 3)) scene.open(site, 12);
    scene.breakWith(
      ...cuts.map((cut) => cutWay(internet.sites, { ...cut, spared: [], share: random.between(0.5, 1), kind }, random, harm)),
    );
    if (isSlowCut(kind)) scene.openTogether(victims, 2);
    else for (const site of victims) scene.open(site, 1);
    for (const site of random.sample(elsewhere, 2)) scene.open(site, 12);
    scene.open(victims[0] as Site, 1);
    for (const site of random.sample(elsewhere, 1)) scene.open(site, 12);
    const accept = scene.mode === "full" ? [ISP, tolerated(NETWORK)] : [NETWORK, UNCLEAR, ...victims.map((site) => siteAnswer(site))];
    scene.askFinally([{ tab: 1 }, "toolbar"], "network", accept);
  },
};

export const ROUTE_SCENARIOS: readonly Scenario[] = [
  cdnCut,
  cdnCutWhole,
  cdnCutTwo,
  cdnCutOne,
  cdnCutTwoAlone,
  cdnGarbled,
  cdnCutInCountry,
  cdnCutInNetwork,
  regionCut,
  mtu,
  throttled,
  severalCdnsCut,
];
