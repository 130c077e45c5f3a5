import { isCdn } from "../address-plan.ts";
import { CLEAR, siteAnswer, UNCLEAR } from "../answers.ts";
import { breaks, placesFail, sitesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { knownOutside, placeErrors, playOutage, visitElsewhere } from "./outage.ts";

const COUNTRIES = ["RU", "ES", "BR", "IN", "TR", "ID"] as const;

/** The mirror tells the browser in which country and network it is. */
function beIn(scene: Scene, country: string): void {
  scene.reach = { result: "reached", network: { asn: scene.random.pick([3320, 7922, 2856, 12322]), country } };
  scene.check(true);
}

/** One or two sites on a CDN are ill here, while the feed tells of that CDN's trouble somewhere else. */
function elsewhereOnly(name: string, word: "official" | "people", sick: readonly [number, number]): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const { random, setting, feed, person } = scene;
      const { place, dependents } = scene.crowdedPlace(3, isCdn);
      const victims = dependents.slice(0, random.integer(...sick));
      const areas = random.sample(COUNTRIES, random.integer(1, 2));
      scene.acquaint(dependents);
      scene.warmUp();
      beIn(scene, random.pick(["US", "DE", "FR"]));
      const alarm =
        word === "official"
          ? { place, title: `Network Issues in ${areas.join(", ")}`, areas }
          : { place, official: false, status: "possible" as const, reporters: random.integer(40, 900), areas };
      feed.publish(person.now, [feed.incident(person.now, alarm)], { issued: 0, networks: [] });
      scene.breakWith(sitesFail(victims, statusOf(random, setting.statuses)));
      for (let round = random.integer(1, 2); round > 0; round--) for (const site of victims) scene.open(site, 1);
      for (const site of dependents.slice(victims.length)) scene.open(site, 3);
      const last = victims.at(-1) as Site;
      scene.open(last, 1);
      visitElsewhere(scene, place, 2);
      const accept = scene.mode === "basic" ? [CLEAR] : [...victims.map((site) => siteAnswer(site)), UNCLEAR];
      scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "site", accept);
    },
  };
}

/** The incident is confined to this person's own country, and three owners there get its error pages. */
const incidentHere: Scenario = {
  name: "incidentHere",
  truth: "provider",
  play(scene) {
    const { random, feed, person } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    const country = random.pick(COUNTRIES);
    beIn(scene, country);
    feed.publish(person.now, [feed.incident(person.now, { place, areas: [country] })], { issued: 0, networks: [] });
    const answers = knownOutside(scene, place, dependents);
    playOutage(scene, { place, dependents, fault: placesFail([place], placeErrors(scene, place)), answers, sites: [3, 4] });
  },
};

/** The feed names other networks that cannot reach the CDN; here one site on it is down. */
const otherNetworks: Scenario = {
  name: "otherNetworks",
  truth: "site",
  play(scene) {
    const { random, feed, person } = scene;
    const { place, dependents } = scene.crowdedPlace(3, isCdn);
    const [site, ...well] = dependents as [Site, ...Site[]];
    scene.acquaint(dependents);
    beIn(scene, "US");
    const complaint = feed.complaint(person.now, { asn: 12389, country: "RU", place, reporters: random.integer(40, 900) });
    feed.publish(person.now, [], { issued: 0, networks: [complaint] });
    scene.breakWith(sitesFail([site], breaks(random.pick(["timeout", "refused", "reset"]))));
    for (const neighbour of well) {
      scene.open(site, 1);
      scene.open(neighbour, 3);
    }
    visitElsewhere(scene, place, 2);
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", [siteAnswer(site), UNCLEAR]);
  },
};

/** The person asks from elsewhere about a site that fails here: it answers there, or fails there too. It stays the site's trouble. */
const askedElsewhere: Scenario = {
  name: "askedElsewhere",
  truth: "site",
  play(scene) {
    const { random, recording, person, setting } = scene;
    const site = scene.someSite(isPlain);
    const spoken = random.chance(0.5);
    const harm = spoken ? statusOf(random, setting.statuses) : breaks(random.pick(["refused", "reset", "timeout"]));
    const hidden = spoken && scene.mode === "basic";
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(3, [site]);
    scene.breakWith(sitesFail([site], harm));
    for (let load = random.integer(2, 3); load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    const answers = random.chance(0.5);
    const views = random
      .sample(["fra", "iad", "sin", "gru"], random.integer(2, 3))
      .map((from) =>
        answers
          ? { from, country: "DE", failure: null, status: 200, ms: random.integer(20, 900) }
          : { from, country: "US", failure: spoken ? "http.error" : "tcp.timed_out", ...(spoken ? { status: 503 } : {}) },
      );
    person.wait(random.integer(500, 6_000));
    recording.write(person.now, { event: "elsewhere", host: site.hosts.www.name, views });
    if (random.chance(0.5)) scene.open(site, 1);
    scene.askFinally([{ tab: 1 }, { site }], "site", hidden ? [CLEAR] : [siteAnswer(site)]);
  },
};

export const WHERE_SCENARIOS: readonly Scenario[] = [
  elsewhereOnly("officialElsewhere", "official", [1, 1]),
  elsewhereOnly("peopleElsewhere", "people", [1, 2]),
  incidentHere,
  otherNetworks,
  askedElsewhere,
];
