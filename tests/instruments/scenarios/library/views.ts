import { isCdn, type Place, placeName } from "../address-plan.ts";
import { CLEAR, isCloud, NETWORK, providerAnswer, routeAnswer, siteAnswer, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Harm, placesFail, sitesFail, statusOf, writtenBy } from "../fault.ts";
import type { Vantage, ViewsDraft } from "../feed-publisher.ts";
import { addSite, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { visitElsewhere } from "./outage.ts";

/* What servers elsewhere measured, in the feed or by a person's press: for a place, and for a service of the catalogue. */

type Told = Omit<ViewsDraft, "from"> & { from?: readonly Vantage[] };
type Plan = {
  truth: Scenario["truth"];
  where?: (place: Place) => boolean;
  /** Sites there that fail, and neighbours that answer. */
  owners: readonly [low: number, high: number];
  neighbours?: number;
  /** How they fail; a silence unless said otherwise. */
  harm?: (scene: Scene) => Harm;
  /** Minutes between three tries, the last of which the feed's measurements follow; only two tries at once where it is not given. */
  waits?: readonly [low: number, high: number];
  /** What the feed then says, given the id of the place. */
  told: (id: string, scene: Scene) => Told | null;
  /** The country of this browser, where a mirror told it. */
  country?: string;
  /** The place is on the list of what vantages ask. */
  listed?: boolean;
  /** What vantages answered the person about each failing site. */
  asked?: "answers" | "fails";
  accept: (place: Place, victims: Site[]) => Answer[];
};

const BOTH: readonly Vantage[] = ["fra", "iad"];
const ALL: readonly Vantage[] = ["fra", "iad", "sin"];
const silence = ({ random }: Scene): Harm => breaks(random.pick(["timeout", "reset", "refused"]));
const ownErrors = ({ random, setting }: Scene): Harm => writtenBy("origin", statusOf(random, setting.statuses));

const sites = (victims: readonly Site[]): Answer[] => victims.map((site) => siteAnswer(site));
const route = (place: Place): Answer[] => [routeAnswer(place)];
const tooFew = (_: Place, victims: Site[]): Answer[] => [...sites(victims), UNCLEAR];
const outage = (place: Place): Answer[] => [providerAnswer(place)];

/** In basic access nobody knows where most sites stand, and error pages look like pages. */
const inBasic = ({ mode }: Scene, victims: readonly Site[], hidden: boolean): Answer[] =>
  mode === "full" ? [] : [...sites(victims), UNCLEAR, tolerated(NETWORK), ...(hidden ? [CLEAR] : [])];

/** Some sites on one place fail; some minutes later the feed, or the person's question, says what others see of it. */
const story = (name: string, plan: Plan): Scenario => ({
  name,
  truth: plan.truth,
  play(scene) {
    const { random, feed, person, recording } = scene;
    const owners = random.integer(...plan.owners);
    const near = plan.neighbours ?? 0;
    const { place, dependents } = scene.crowdedPlace(owners + near, plan.where ?? isCdn);
    const victims = dependents.slice(0, owners);
    const neighbours = dependents.slice(owners, owners + near);
    const id = placeName(place);
    scene.acquaint([...victims, ...neighbours]);
    scene.warmUp();
    if (plan.country !== undefined) scene.reach = { result: "reached", network: { asn: 64_500, country: plan.country } };
    scene.check(true);
    if (plan.listed !== false) feed.list(person.now, [id, "aws/eu-north-1", "www.netflix.com"]);
    feed.publish(person.now, [], { issued: 0, views: { from: BOTH } });
    const harm = (plan.harm ?? silence)(scene);
    scene.breakWith(plan.truth === "site" ? sitesFail(victims, harm) : failThere(place, victims, neighbours, harm));
    visitElsewhere(scene, place, 2);
    openAll(scene, place, victims, neighbours);
    if (plan.waits !== undefined) {
      person.wait(random.between(...plan.waits) * 60_000);
      openAll(scene, place, victims, neighbours);
      person.wait(random.between(...plan.waits) * 60_000);
    }
    const told = plan.told(id, scene);
    const publish = () => {
      if (told !== null) feed.publish(person.now, [], { issued: 0, views: { from: BOTH, ...told } });
    };
    publish();
    openAll(scene, place, victims, neighbours);
    visitElsewhere(scene, place, 1);
    if (plan.asked !== undefined) {
      const seen = plan.asked === "answers" ? { failure: null, status: 200, ms: random.integer(20, 700) } : { failure: "tcp.timed_out" };
      for (const site of victims) {
        person.wait(random.integer(300, 2_000));
        const views = random.sample(ALL, 2).map((from) => ({ from, country: "DE", ...seen }));
        recording.write(person.now, { event: "elsewhere", host: site.hosts.www.name, views });
      }
    }
    // The popup asks for the newest feed as it opens.
    publish();
    const last = victims.at(-1) as Site;
    const right = [...plan.accept(place, victims), ...inBasic(scene, victims, plan.harm !== undefined)];
    scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], plan.truth, right);
  },
});

function failThere(place: Place, victims: readonly Site[], neighbours: readonly Site[], harm: Harm) {
  const spared = new Set(neighbours.map(({ domain }) => domain));
  const fails = placesFail([place], harm);
  return (request: Parameters<typeof fails>[0]) =>
    spared.has(request.host.site.domain) && !victims.includes(request.host.site) ? null : fails(request);
}

function openAll(scene: Scene, place: Place, victims: readonly Site[], neighbours: readonly Site[]): void {
  for (const site of victims) {
    scene.open(site, 1);
    if (scene.random.chance(0.4)) visitElsewhere(scene, place, 1);
    for (const neighbour of neighbours) scene.open(neighbour, 4);
  }
  visitElsewhere(scene, place, 1);
}

/** From minute to minute somebody tries again; by then vantages have had their rounds. */
const LATER = [2.1, 2.7] as const;
const fails = (id: string, from: readonly Vantage[], more: Told = {}): Told => ({ ...more, fail: [{ target: id, from }] });

const PLACES_SEEN: readonly Scenario[] = [
  story("edgeAnswersElsewhere", { truth: "network", owners: [2, 4], waits: LATER, told: () => ({}), accept: route }),
  {
    alikeAtFirst: true,
    ...story("regionAnswersElsewhere", {
      ...{ truth: "network", where: isCloud, owners: [2, 4], waits: LATER, told: () => ({}) },
      accept: (place, victims) => [...route(place), UNCLEAR, ...sites(victims).map(tolerated)],
    }),
  },
  story("edgeFailsElsewhere", { truth: "provider", owners: [2, 4], told: (id) => fails(id, BOTH), accept: outage }),
  story("edgeFailsAtOne", { truth: "provider", owners: [3, 4], told: (id) => fails(id, ["fra"], { from: ["fra"] }), accept: outage }),
  story("edgeFailsAtTheOtherEndOfTheCountry", {
    ...{ truth: "network", country: "DE", owners: [3, 4], told: (id) => fails(id, ["fra"], { from: ["fra"] }) },
    accept: (place) => [...route(place), UNCLEAR],
  }),
  story("regionFailsElsewhere", { truth: "provider", where: isCloud, owners: [3, 4], told: (id) => fails(id, BOTH), accept: outage }),
  story("oneVantageLies", { truth: "network", owners: [3, 4], told: (id) => fails(id, ["sin"], { from: ALL }), accept: route }),
  story("oneVantageLiesOfSickSites", {
    ...{ truth: "site", owners: [1, 2], neighbours: 1, harm: ownErrors, told: (id) => fails(id, ["sin"], { from: ALL }), accept: tooFew },
  }),
  story("sickSitesAtEdgeThatFailsAtOne", {
    ...{ truth: "site", owners: [1, 2], neighbours: 2, told: (id) => fails(id, ["fra"], { from: ["fra"] }) },
    accept: (place, victims) => [...tooFew(place, victims), ...(victims.length > 1 ? route(place) : [])],
  }),
  story("nameGivenUp", {
    truth: "site",
    ...{ owners: [1, 2], harm: ownErrors, accept: tooFew },
    told: (id, { random }) => ({ fail: [{ target: id, from: BOTH, since: random.integer(400, 5_000) }] }),
  }),
  story("staleFailure", {
    ...{ truth: "network", owners: [3, 4], told: (id) => fails(id, BOTH, { age: 12 }), accept: route },
  }),
  story("measuredBeforeTheTrouble", { truth: "site", owners: [2, 2], told: () => ({ age: 9 }), accept: tooFew }),
  story("blindOfThePlace", { truth: "site", owners: [2, 2], waits: LATER, told: (id) => ({ blind: [id] }), accept: tooFew }),
  story("exceptForThePlace", { truth: "site", owners: [2, 2], waits: LATER, told: (id) => ({ except: [id] }), accept: tooFew }),
  story("notOnTheList", { truth: "site", owners: [2, 2], waits: LATER, listed: false, told: () => ({}), accept: tooFew }),
  story("allAnswerWhenAsked", { truth: "network", owners: [2, 3], told: () => null, asked: "answers", accept: route }),
  story("allFailWhenAsked", { truth: "provider", owners: [2, 3], told: () => null, asked: "fails", accept: outage }),
  story("oneFailsThoughItsPlaceAnswers", { truth: "site", owners: [1, 1], waits: LATER, told: () => ({}), accept: tooFew }),
];

/** Services of the catalogue by their domains, as vantages call them. */
const SERVICES = new Map([
  ["netflix.com", "netflix"],
  ["spotify.com", "spotify"],
  ["reddit.com", "reddit"],
  ["coinbase.com", "coinbase"],
  ["github.com", "github"],
  ["slack.com", "slack"],
]);

function someService({ internet, random }: Scene): Site {
  const [domain] = random.pick([...SERVICES]);
  const site = internet.sites.find((one) => one.domain === domain) ?? addSite(internet, random, undefined, domain);
  return Object.assign(site, { scheme: "https" as const, serviceWorker: false });
}

/** One service fails here. Vantages ask its front page, and saw it answer or fail: it is the service either way. */
const serviceStory = (name: string, told: (id: string) => Told): Scenario => ({
  name,
  truth: "site",
  play(scene) {
    const { random, feed, person, setting } = scene;
    const site = someService(scene);
    const spoken = random.chance(0.4);
    scene.visitOthers(3, [site]);
    feed.list(person.now, [site.hosts.www.name]);
    feed.publish(person.now, [], { issued: 0, views: { from: BOTH } });
    scene.breakWith(sitesFail([site], spoken ? statusOf(random, setting.statuses) : silence(scene)));
    for (let load = random.integer(2, 3); load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    person.wait(random.between(...LATER) * 60_000);
    scene.open(site, 1);
    feed.publish(person.now, [], { issued: 0, views: { from: BOTH, ...told(SERVICES.get(site.domain) ?? "") } });
    for (let load = 2; load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    const hidden = spoken && scene.mode === "basic";
    scene.askFinally([{ tab: 1 }, { site }], "site", hidden ? [CLEAR] : [siteAnswer(site)]);
  },
});

export const VIEW_SCENARIOS: readonly Scenario[] = [
  ...PLACES_SEEN,
  serviceStory("serviceAnswersElsewhere", () => ({})),
  serviceStory("serviceFailsAtOne", (id) => fails(id, ["iad"], { from: ["iad"] })),
  serviceStory("serviceFailsAtTwo", (id) => fails(id, BOTH)),
  serviceStory("serviceNotSeen", (id) => ({ blind: [id] })),
];
