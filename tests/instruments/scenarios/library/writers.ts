import { isCdn, PLATFORMS, type Place } from "../address-plan.ts";
import { CLEAR, providerAnswer, siteAnswer, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { always, breaks, type Fault, type Harm, sitesFail, statusOf, writtenBy } from "../fault.ts";
import { addPlainSites, addSite, isPlain, type Layout, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { playOutage, sitesElsewhere, visitElsewhere } from "./outage.ts";

const at = (place: Place): Layout => ({ www: place, api: place, static: place });
const provider = (name: string): Place => ({ provider: name, region: null });

type Story = {
  victims: Site[];
  neighbours?: Site[];
  place: Place;
  harm: Harm;
  accept: Answer[] /** The pages get no answer at all. */;
  silent?: boolean;
};

/** Some sites behind one edge answer with errors in turn, while others elsewhere work. */
function playErrors(scene: Scene, { victims, neighbours = [], place, harm, accept, silent = false }: Story): void {
  const { random } = scene;
  scene.acquaint([...victims, ...neighbours]);
  scene.warmUp();
  visitElsewhere(scene, place, 2);
  scene.breakWith(sitesFail(victims, harm, { roles: ["www", "api"] }));
  for (let round = random.integer(1, 2); round > 0; round--) {
    for (const site of victims) {
      scene.open(site, 1);
      if (random.chance(0.5)) visitElsewhere(scene, place, 1);
      if (neighbours.length > 0 && random.chance(0.5)) scene.open(random.pick(neighbours), 3);
    }
  }
  visitElsewhere(scene, place, 1);
  const last = victims.at(-1) as Site;
  scene.open(last, 1);
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "site", scene.mode === "basic" && !silent ? [CLEAR] : accept);
}

const sitesOr = (victims: readonly Site[]): Answer[] => [...victims.map((site) => siteAnswer(site)), UNCLEAR];

/** Origins of several owners are ill at the same time, and the CDN before them passes on what they say. */
const originsIll: Scenario = {
  name: "originsIll",
  truth: "site",
  play(scene) {
    const { random, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const victims = dependents.slice(0, random.integer(2, 4));
    const harm = writtenBy("origin", statusOf(random, setting.statuses));
    playErrors(scene, { victims, neighbours: dependents.slice(4), place, harm, accept: sitesOr(victims) });
  },
};

/** The same without a word of who wrote it: inside one browser it looks like the edge's own failure. */
const originsUnsigned: Scenario = {
  name: "originsUnsigned",
  truth: "site",
  coincidence: true,
  play(scene) {
    const { random, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const victims = dependents.slice(0, random.integer(3, 4));
    const accept = [...sitesOr(victims), tolerated(providerAnswer(place))];
    playErrors(scene, { victims, neighbours: dependents.slice(4), place, harm: statusOf(random, setting.statuses), accept });
  },
};

/** Several domains of one home server behind a CDN: the edge says itself that the host is gone. */
const homeServer: Scenario = {
  name: "homeServer",
  truth: "site",
  play(scene) {
    const { random } = scene;
    const place = provider("cloudflare");
    const victims = addPlainSites(scene.internet, random, random.integer(3, 5), at(place));
    const status = random.pick([520, 521, 522, 523, 524, 525, 526, 527, 530]);
    const after = status === 522 || status === 524 ? { after: random.integer(14_000, 19_500) } : {};
    const harm = always({ status, ...after, ...(random.chance(0.6) ? { wrote: "edge" as const } : {}) });
    playErrors(scene, { victims, place, harm, accept: sitesOr(victims) });
  },
};

/** A platform behind a CDN fails. Its own status page says so, or nobody does. */
function platformBehindEdge(name: string, known: boolean): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const { random, feed, person, headersTell } = scene;
      const { place, dependents } = scene.crowdedPlace(4, (candidate) => candidate.provider === "cloudflare");
      const victims = dependents.slice(0, random.integer(3, 4));
      const heroku = provider("heroku");
      if (known) feed.publish(person.now, [feed.incident(person.now, { place: heroku, title: "Elevated H12 and H99 errors" })]);
      else if (random.chance(0.5)) feed.publish(person.now, []);
      const errors = statusOf(random, [503, 503, 502, 504]);
      // Without a feed's word only the headers can acquit the edge.
      const harm = known && !headersTell ? errors : writtenBy(random.pick(["origin", "platform"]), errors);
      const accept = [...sitesOr(victims), ...(known ? [tolerated(providerAnswer(heroku))] : [])];
      playErrors(scene, { victims, place, harm, accept });
    },
  };
}

/** The same platform fails under customers' own domains, and its own headers say so. */
const platformFails: Scenario = {
  name: "platformFails",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const place = random.pick(PLATFORMS);
    const dependents = addPlainSites(scene.internet, random, 5, at(place));
    const fault: Fault = sitesFail(dependents, writtenBy("platform", statusOf(random, [500, 502, 503, 504])), { roles: ["www", "api"] });
    const answers = () => (scene.mode === "basic" ? [CLEAR] : [providerAnswer(place, "correlated")]);
    playOutage(scene, { place, dependents, fault, answers, sites: [3, 5] });
  },
};

/** Free apps of one platform, each paused, asleep or over its limit: names handed out are one witness. */
const handedOut: Scenario = {
  name: "handedOut",
  truth: "site",
  play(scene) {
    const { random, internet } = scene;
    const [suffix, owner] = random.pick([
      ["vercel.app", "vercel"],
      ["onrender.com", "render"],
      ["netlify.app", "netlify"],
      ["herokuapp.com", "heroku"],
    ] as const);
    const place = provider(owner);
    const apps = random
      .sample(["amber-notes", "tiny-fare", "my-kitchen", "raven-map", "opal-radio"], random.integer(3, 4))
      .map((name): Site => {
        const app = addSite(internet, random, at(place), `${name}-${random.integer(10, 99)}.${suffix}`);
        return Object.assign(app, { scheme: "https" as const, serviceWorker: false });
      });
    const statuses = random.pick([[503], [502, 503], [504], [402], [500]]);
    const errors = statusOf(random, statuses);
    const harm = random.chance(0.5) ? writtenBy("origin", errors) : errors;
    playErrors(scene, { victims: apps, place, harm, accept: sitesOr(apps) });
  },
};

/** A service, with the other domains that it runs: one owner, however many names fail. */
const serviceDomains: Scenario = {
  name: "serviceDomains",
  truth: "site",
  play(scene) {
    const { random, internet } = scene;
    const { place } = scene.crowdedPlace(1);
    const [domain, more] = random.pick([
      ["github.com", ["raw.githubusercontent.com", "github.githubassets.com"]],
      ["reddit.com", ["redd.it", "redditmedia.com"]],
      ["dropbox.com", ["dropboxusercontent.com", "dropboxapi.com"]],
    ] as const);
    const service = [domain, ...more].map((name): Site => {
      const known = internet.sites.findIndex((site) => site.domain === name);
      if (known >= 0) internet.sites.splice(known, 1);
      return Object.assign(addSite(internet, random, at(place), name), { scheme: "https" as const, serviceWorker: false });
    });
    const silent = random.chance(0.5);
    const harm = silent ? breaks(random.pick(["refused", "timeout"])) : statusOf(random, [500, 502, 503]);
    playErrors(scene, { victims: service, place, harm, accept: sitesOr(service), silent });
  },
};

/** A deployment is switched off for want of payment, or an account is over its limit: the answer is 402. */
const paymentRequired: Scenario = {
  name: "paymentRequired",
  truth: "site",
  play(scene) {
    const { random, internet } = scene;
    const own = random.chance(0.5);
    const site = own ? scene.someSite(isPlain) : (addPlainSites(internet, random, 1, at(provider("vercel")))[0] as Site);
    const harm = scene.headersTell ? writtenBy("origin", always({ status: 402 })) : always({ status: 402 });
    scene.warmUp();
    for (const other of random.sample(sitesElsewhere(scene, PLATFORMS), 2)) if (other !== site) scene.open(other, 3);
    scene.breakWith(sitesFail([site], harm, { roles: ["www"] }));
    for (let load = random.integer(2, 3); load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", scene.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http"), UNCLEAR]);
  },
};

export const WRITER_SCENARIOS: readonly Scenario[] = [
  originsIll,
  originsUnsigned,
  homeServer,
  platformBehindEdge("platformBehindEdge", false),
  platformBehindEdge("platformBehindEdgeKnown", true),
  platformFails,
  handedOut,
  serviceDomains,
  paymentRequired,
];
