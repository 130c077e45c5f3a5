import { isCdn, type Place } from "../address-plan.ts";
import { type CutKind, cutHarm, cutWay, isSlowCut } from "../cut.ts";
import type { Answer } from "../expectation.ts";
import type { Site } from "../internet.ts";
import type { Scene } from "../scene.ts";
import { sitesElsewhere } from "./outage.ts";

export type Word = "nothing" | "silent feed" | "country" | "network";

export type RoutePlan = {
  owners: readonly [low: number, high: number];
  neighbours: readonly [low: number, high: number];
  kinds: readonly CutKind[];
  /** Share of the other addresses there that are cut too. */
  share?: number;
  where?: (place: Place) => boolean;
  /** What somebody outside has said meanwhile. */
  words?: readonly Word[];
  answers: (story: Story) => Answer[];
};

export type Story = { scene: Scene; place: Place; victims: Site[]; word: Word; kind: CutKind };

/** The way to some addresses of a CDN is cut while somebody browses. Everything else answers. */
export function playCut(scene: Scene, plan: RoutePlan): void {
  const { random, internet, browser } = scene;
  const owners = random.integer(...plan.owners);
  const near = random.integer(...plan.neighbours);
  const { place, dependents } = scene.crowdedPlace(owners + near, plan.where ?? isCdn);
  const victims = dependents.slice(0, owners);
  const neighbours = dependents.slice(owners, owners + near);
  const kind = random.pick(plan.kinds);
  const word = random.pick(plan.words ?? (["nothing", "silent feed", "silent feed"] as const));
  scene.acquaint([...victims, ...neighbours]);
  scene.warmUp();
  const elsewhere = sitesElsewhere(scene, [place]);
  const seeOthers = (sites: readonly Site[], count: number) => {
    for (const site of random.sample(sites, count)) scene.open(site, random.integer(11, 14), 1);
  };
  seeOthers(elsewhere, 2);
  const harm = cutHarm(kind, random, browser);
  scene.breakWith(
    cutWay(internet.sites, { place, victims, spared: neighbours, share: plan.share ?? random.between(0.2, 0.8), kind }, random, harm),
  );
  const together = isSlowCut(kind) && random.chance(0.6);
  for (const [index, site] of (together ? [] : victims).entries()) {
    scene.open(site, 1);
    if (index === 0) say(scene, word, place);
    seeOthers(elsewhere, random.integer(0, 1));
    if (random.chance(0.6)) seeOthers(neighbours, 1);
  }
  if (together) {
    scene.openTogether(victims, 2);
    say(scene, word, place);
  }
  seeOthers(neighbours, near);
  seeOthers(elsewhere, 1);
  const last = victims.at(-1) as Site;
  scene.open(last, 1);
  seeOthers(neighbours, near);
  seeOthers(elsewhere, 1);
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "network", plan.answers({ scene, place, victims, word, kind }));
}

/** A feed that was issued since: silent, or with the complaints of one country or network. */
function say(scene: Scene, word: Word, place: Place): void {
  const { random, feed, person } = scene;
  if (word === "nothing") return;
  person.wait(random.integer(200, 2_000));
  if (word === "silent feed") {
    feed.publish(person.now, [], { issued: 0, ...(random.chance(0.5) ? { networks: [] } : {}) });
    return;
  }
  const home = random.pick([
    { asn: 3352, country: "ES" },
    { asn: 12389, country: "RU" },
    { asn: 9498, country: "IN" },
    { asn: 5384, country: "AE" },
  ]);
  scene.reach = { result: "reached", network: home };
  scene.check(true);
  const reporters = random.integer(30, 600);
  const complaint = feed.complaint(person.now, { ...home, ...(random.chance(0.3) ? { asn: null } : {}), place, reporters });
  const alarm = { place, official: false, status: "possible" as const, reporters, age: 8, areas: [home.country] };
  if (word === "network") feed.publish(person.now, [], { issued: 0, networks: [complaint] });
  else feed.publish(person.now, [feed.incident(person.now, alarm)], { issued: 0, networks: [] });
}
