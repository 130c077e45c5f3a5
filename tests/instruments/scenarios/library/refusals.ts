import { CLEAR, refusesAnswer, siteAnswer, tolerated, UNCLEAR } from "../answers.ts";
import { type Fault, type Harm, sitesFail, statusOf, writtenBy } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";

/** The site turns this person away, again and again. The toolbar calls that clear; basic access cannot see it. */
function turnedAway(name: string, draw: (scene: Scene) => Harm, whole: boolean): Scenario {
  return {
    name,
    truth: "clear",
    play(scene) {
      const { random } = scene;
      const site = scene.someSite(isPlain);
      scene.quietFeed([site]);
      scene.warmUp();
      if (random.chance(0.5)) scene.open(site, 1);
      scene.visitOthers(random.integer(1, 3), [site]);
      scene.breakWith(sitesFail([site], draw(scene), whole ? {} : { roles: ["www"] }));
      for (let load = random.integer(1, 4); load > 0; load--) {
        scene.open(site, 1);
        if (random.chance(0.4)) scene.visitOthers(1, [site]);
      }
      const right = scene.mode === "basic" ? CLEAR : refusesAnswer(site);
      scene.askFinally([{ tab: 1 }, { site }], "clear", [right]);
      scene.ask("final", "toolbar", "clear", [CLEAR]);
      const other = scene.someSite((candidate) => isPlain(candidate) && candidate !== site);
      scene.open(other, 9);
      scene.askFinally([{ tab: 9 }], "clear", [CLEAR]);
    },
  };
}

const byStatus = turnedAway(
  "turnedAway",
  (scene) => {
    const harm = statusOf(scene.random, scene.random.pick([[403], [429], [451], [403, 429]]));
    return scene.headersTell ? writtenBy(scene.random.pick(["edge", "origin"]), harm) : harm;
  },
  true,
);

/** A check of the visitor that is never passed. */
const challenged = turnedAway(
  "challenged",
  (scene) => writtenBy("challenge", statusOf(scene.random, scene.random.pick([[403], [403], [503], [429]]))),
  false,
);

/** A check of the visitor, and some seconds later the page. */
const challengePassed: Scenario = {
  name: "challengePassed",
  truth: "clear",
  play(scene) {
    const { random, person } = scene;
    const site = scene.someSite(isPlain);
    scene.quietFeed([site]);
    scene.warmUp();
    const named = random.chance(0.6);
    const errors = statusOf(random, named ? random.pick([[403], [503], [429]]) : [503]);
    const check: Fault = sitesFail([site], named ? writtenBy("challenge", errors) : errors, { roles: ["www"] });
    // Who has passed is let through for a while. Only a check that says its name can be told from a site that fails now and then.
    for (let round = named ? random.integer(1, 3) : 1; round > 0; round--) {
      person.faults = [check];
      person.visit(site, { tab: 1, gap: random.integer(3_000, 25_000), bare: true });
      person.faults = [];
      person.visit(site, { tab: 1, gap: random.integer(3_500, 6_500), fresh: true });
    }
    if (random.chance(0.5)) scene.visitOthers(1, [site]);
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", [CLEAR]);
  },
};

/** The page is open, and one of its calls is refused: the visitor is not signed in, or too quick. */
const callsRefused: Scenario = {
  name: "callsRefused",
  truth: "clear",
  play(scene) {
    const { random } = scene;
    const site = scene.someSite(isPlain);
    site.corners = [{ role: random.pick(["www", "api"]), type: "xmlhttprequest", path: "session/renew" }];
    scene.quietFeed([site]);
    scene.warmUp();
    const refused = statusOf(random, random.pick([[401], [403], [429], [451], [401, 403]]));
    const wholly = random.chance(0.4);
    scene.breakWith((request) => {
      if (request.host.site !== site || request.type !== "xmlhttprequest") return null;
      return wholly || request.url.endsWith("session/renew") ? refused(request) : null;
    });
    for (let load = random.integer(2, 5); load > 0; load--) {
      scene.open(site, 1, 3);
      if (random.chance(0.4)) scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR]);
  },
};

/** First refused, then let in; or first let in, then broken in earnest. */
const letIn: Scenario = {
  name: "letIn",
  truth: "clear",
  play(scene) {
    const { random, person, setting } = scene;
    const site = scene.someSite(isPlain);
    scene.warmUp();
    scene.visitOthers(2, [site]);
    person.faults = [sitesFail([site], statusOf(random, [403, 429]))];
    for (let load = random.integer(1, 3); load > 0; load--) scene.open(site, 1);
    person.faults = [];
    scene.open(site, 1, 3);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", [CLEAR]);
    if (random.chance(0.5) || scene.mode === "basic") return;
    person.faults = [sitesFail([site] as Site[], statusOf(random, setting.statuses))];
    for (let load = random.integer(3, 4); load > 0; load--) {
      scene.open(site, 1);
      scene.visitOthers(1, [site]);
    }
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "site", [siteAnswer(site, "http"), tolerated(UNCLEAR)]);
  },
};

export const REFUSAL_SCENARIOS: readonly Scenario[] = [byStatus, challenged, challengePassed, callsRefused, letIn];
