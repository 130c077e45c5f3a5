import { CLEAR, isCloud, NETWORK, providerAnswer, siteAnswer, tolerated, UNCLEAR } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, type Harm, placesFail, sitesFail, statusOf } from "../fault.ts";
import { addPlainSites, isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { placeErrors, seenHere, sufferFrom, visitElsewhere } from "./outage.ts";

/** Nothing may be named. `?` is what a tab may show that a page has sent into the wilderness. */
const NOTHING_NAMED: Answer[] = [CLEAR, UNCLEAR];

type Attack = { scene: Scene; page: Site; origin: string; victims: Site[] };

/** A page of somebody who wants a cloud, or a rival on it, to be accused. `act` returns the tab that it sent astray. It knows sites there, and what fails at them. */
function attack(
  name: string,
  act: (attack: Attack) => number,
  more: { basic?: (victims: Site[]) => Answer[]; visited?: true } = {},
): Scenario {
  return {
    name,
    truth: "clear",
    play(scene) {
      const { random, internet } = scene;
      const { place } = scene.crowdedPlace(1, isCloud);
      const victims = addPlainSites(internet, random, random.integer(3, 5), { www: place, api: place, static: place });
      const page = addPlainSites(internet, random, 1, { www: null, api: null, static: null })[0] as Site;
      // The victims are known to this browser, from the learned map or from a visit, so that their places are.
      if (more.visited || random.chance(0.5)) scene.acquaint(victims);
      else scene.learn(victims);
      scene.quietFeed(victims);
      scene.warmUp();
      scene.visitOthers(2, victims);
      scene.open(page, 1);
      const tab = act({ scene, page, origin: `https://${page.hosts.www.name}`, victims });
      scene.visitOthers(random.integer(1, 2), victims);
      const basic = scene.mode === "basic" ? [...NOTHING_NAMED, NETWORK, ...(more.basic?.(victims) ?? [])] : NOTHING_NAMED;
      scene.askFinally([{ tab }, { site: victims[0] as Site }, "toolbar"], "clear", basic);
    },
  };
}

/** Basic access does not hear who began a load: a site may be named there, a cloud may not. */
const anySite = { basic: (victims: Site[]): Answer[] => victims.map((site) => siteAnswer(site)) };

/** Ports at which nobody listens, asked by calls and by windows. */
const closedPorts = attack("closedPorts", ({ scene, origin, victims }) => {
  const { random, person } = scene;
  for (let round = random.integer(1, 4); round > 0; round--) {
    for (const [index, victim] of victims.entries()) {
      const host = { ...victim.hosts.www, name: `${victim.hosts.www.name}:${random.pick([8443, 4443, 9443, 2053, 10443])}` };
      const breakage = random.pick(["refused", "refused", "timeout", "reset"] as const);
      person.wait(random.integer(50, 2_000));
      if (random.chance(0.5)) scene.failPage(host, breakage, `https://${host.name}/`, 20 + index);
      else person.fail(host, breakage, { tabId: 1, url: `https://${host.name}/x`, type: "xmlhttprequest", ms: 30, initiator: origin });
    }
  }
  return 20;
});

/** What fails at a victim whenever one asks in a certain way: a host that never answers, or a request that ends in an error. */
function weakSpot(scene: Scene): Harm {
  const { random } = scene;
  return random.pick([statusOf(random, [500, 503]), statusOf(random, [503, 504]), breaks("timeout"), breaks("refused"), breaks("reset")]);
}

/** Windows and tabs that a script opens at victims, again and again. */
const openedByScript = attack(
  "openedByScript",
  ({ scene, origin, victims }) => {
    const { random, person } = scene;
    scene.breakWith(sitesFail(victims, weakSpot(scene)));
    // Browsers tell, in basic access too, which tab's page opened another.
    for (const index of victims.keys()) scene.recording.write(person.now, { event: "tab-opened", tabId: 30 + index, by: 1 });
    for (let round = random.integer(1, 4); round > 0; round--)
      for (const [index, victim] of victims.entries())
        person.visit(victim, { tab: 30 + index, gap: random.integer(200, 4_000), from: origin, bare: true });
    return 30;
  },
  anySite,
);

/** One tab is sent from victim to victim: each page's own script, or a refresh in its head, leads to the next. */
const chain = attack(
  "refreshChain",
  ({ scene, origin, victims }) => {
    const { random, person } = scene;
    scene.breakWith(sitesFail(victims, statusOf(random, [500, 502, 503])));
    let from = origin;
    for (const victim of victims) {
      person.visit(victim, { tab: 31, gap: random.integer(100, 1_500), from, bare: true });
      from = `https://${victim.hosts.www.name}`;
    }
    return 31;
  },
  anySite,
);

/** The page's own tab reloads itself at a victim without end. The person has not come back to it. */
const loop = attack(
  "loopAtVictim",
  ({ scene, origin, victims }) => {
    const { random, person } = scene;
    const [victim] = victims as [Site, ...Site[]];
    scene.breakWith(sitesFail(victims, weakSpot(scene)));
    for (let turn = random.integer(4, 15); turn > 0; turn--)
      person.visit(victim, { tab: 1, gap: random.integer(100, 1_500), from: origin, bare: true });
    return 1;
  },
  anySite,
);

/** Calls and frames that a page sends to strangers: they belong to no site that the person has opened. */
const foreignCalls = attack("foreignCalls", ({ scene, page, victims }) => {
  const { random, person } = scene;
  scene.breakWith(sitesFail(victims, weakSpot(scene)));
  for (let round = random.integer(3, 12); round > 0; round--) {
    const victim = random.pick(victims);
    person.wait(random.integer(50, 900));
    person.request(page, victim.hosts.api, random.pick(["xmlhttprequest", "sub_frame", "websocket"]), { tab: 1 });
  }
  return 1;
});

/**
 * An error page that loads itself again every few seconds: the person has tried once. Both browsers keep the initiator when a person
 * reloads, so the two cannot be told apart, and it is one witness of its own trouble either way.
 */
const selfLoop: Scenario = {
  name: "selfLoop",
  truth: "site",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(3, [site]);
    scene.breakWith(sitesFail([site], statusOf(random, [500, 502, 503])));
    scene.open(site, 1);
    for (let turn = random.integer(3, 12); turn > 0; turn--)
      person.visit(site, { tab: 1, gap: random.integer(1_000, 6_000), from: `https://${site.hosts.www.name}`, bare: true });
    scene.visitOthers(1, [site]);
    const accept = scene.mode === "basic" ? [CLEAR] : [UNCLEAR, siteAnswer(site)];
    scene.askFinally([{ tab: 1 }, "toolbar"], "site", accept);
  },
};

/** After such a page the person tries a victim with their own hands, and it is down: that counts. */
const triedAgain: Scenario = {
  name: "triedAgain",
  truth: "site",
  play(scene) {
    const { random, person } = scene;
    const page = scene.someSite((site) => site.hosts.www.place === null && !site.serviceWorker);
    const site = scene.someSite((candidate) => candidate !== page && !candidate.serviceWorker && candidate.scheme === "https");
    const harm = random.chance(0.5) ? statusOf(random, [500, 502, 503]) : breaks(random.pick(["refused", "reset", "timeout"]));
    const hidden = scene.mode === "basic" && "status" in harm({ host: site.hosts.www, type: "main_frame", at: 0, url: "" });
    scene.quietFeed([site]);
    scene.warmUp();
    scene.visitOthers(3, [site]);
    scene.open(page, 1);
    scene.breakWith(sitesFail([site], harm));
    person.visit(site, { tab: 1, gap: random.integer(1_000, 6_000), from: `https://${page.hosts.www.name}`, bare: true });
    if (scene.mode === "full") scene.ask("mid", { tab: 1 }, "site", [UNCLEAR, CLEAR, tolerated(siteAnswer(site))]);
    for (let load = random.integer(2, 4); load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", hidden ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** Results of a search lead to sites in an outage. A click on another site's link is no witness; the person's own second try is. */
const fromSearch: Scenario = {
  name: "fromSearch",
  truth: "provider",
  play(scene) {
    const { random, person } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCloud);
    const search = scene.someSite((site) => site.hosts.www.place === null && !site.serviceWorker);
    scene.acquaint(dependents);
    scene.warmUp();
    visitElsewhere(scene, place, 2);
    scene.breakWith(placesFail([place], placeErrors(scene, place)));
    const answers = seenHere(scene, place, dependents);
    const sites = dependents.slice(0, random.integer(3, 4));
    for (const site of sites) {
      scene.open(search, 1);
      person.visit(site, { tab: 1, gap: random.integer(1_000, 6_000), from: `https://${search.hosts.www.name}`, bare: true });
    }
    const early = [UNCLEAR, CLEAR, ...sites.map((site) => siteAnswer(site)), ...answers(0)].map(tolerated);
    scene.ask("mid", "toolbar", "provider", early);
    for (const site of sites) scene.open(site, 1);
    visitElsewhere(scene, place, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answers(sites.length));
  },
};

/** Domains of a stranger share one address of a cloud, so that it looks like a proxy's. A real outage of that cloud is still seen. */
const takenPlacement: Scenario = {
  name: "takenPlacement",
  truth: "provider",
  play(scene) {
    const { random, internet, person, setting } = scene;
    const { place, dependents } = scene.crowdedPlace(5, isCloud);
    const page = addPlainSites(internet, random, 1, { www: null, api: null, static: null })[0] as Site;
    scene.acquaint(dependents);
    scene.warmUp();
    scene.open(page, 1);
    for (const victim of dependents.slice(0, 3)) {
      const address = victim.hosts.www.addresses;
      for (const name of random.sample(["a-decoy.com", "b-lure.net", "c-bait.org", "d-snare.io", "e-trap.dev"], random.integer(3, 5))) {
        const decoy = { ...page.hosts.www, name: `x.${name}`, addresses: address, place };
        person.wait(random.integer(30, 400));
        person.answer(
          decoy,
          { tabId: 1, url: `https://${decoy.name}/`, type: "sub_frame", status: 200, initiator: `https://${page.hosts.www.name}` },
          false,
        );
      }
    }
    person.wait(random.integer(2_000, 30_000));
    scene.breakWith(placesFail([place], random.chance(0.7) ? placeErrors(scene, place) : statusOf(random, setting.statuses)));
    const answers = () => (scene.mode === "basic" ? [CLEAR, UNCLEAR] : [providerAnswer(place, "correlated")]);
    sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [4, 5] });
    visitElsewhere(scene, place, 1);
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answers());
  },
};

export const HOSTILE_SCENARIOS: readonly Scenario[] = [
  closedPorts,
  openedByScript,
  chain,
  loop,
  foreignCalls,
  selfLoop,
  triedAgain,
  fromSearch,
  takenPlacement,
];
