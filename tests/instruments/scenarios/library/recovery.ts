import type { Place } from "../address-plan.ts";
import { CLEAR, providerAnswer, siteAnswer } from "../answers.ts";
import type { Answer } from "../expectation.ts";
import { breaks, placesFail, statusOf } from "../fault.ts";
import type { Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { knownOutside, placeErrors, seenHere, sufferFrom, visitElsewhere } from "./outage.ts";

type Outage = { place: Place; failed: Site[]; answer: Answer[]; known: boolean };

/** A cloud fails until it is called a provider's outage; in basic access only those break that can be seen. */
function fail(scene: Scene): Outage | null {
  const { random, feed, mode } = scene;
  const { place, dependents } = scene.crowdedPlace(5);
  const known = random.chance(0.5);
  scene.acquaint(dependents);
  scene.warmUp();
  visitElsewhere(scene, place, 3);
  const harm = mode === "full" && random.chance(0.7) ? placeErrors(scene, place) : breaks(random.pick(["timeout", "refused"]));
  scene.breakWith(placesFail([place], harm));
  if (known) feed.publish(scene.now, [feed.incident(scene.now, { place, age: 4 })]);
  const answers = known ? knownOutside(scene, place, dependents) : seenHere(scene, place, dependents);
  const { failed, spoken } = sufferFrom(scene, { place, dependents, fault: () => null, answers, sites: [3, 4] });
  if (failed.length === 0) return null;
  const answer = answers(spoken);
  scene.ask("mid", "toolbar", "provider", answer);
  return { place, failed, answer, known };
}

/** The sites that failed are opened again and work; the last question comes a minute or two later. */
function enjoyAgain(scene: Scene, { place, failed, known }: Outage): void {
  const { random, person, feed } = scene;
  person.faults = [];
  person.wait(random.integer(3_000, 60_000));
  if (known && random.chance(0.7)) {
    const status = random.pick(["resolved", "monitoring"] as const);
    feed.publish(scene.now, [feed.incident(scene.now, { place, age: 20, status })]);
  }
  for (const site of [...failed, ...failed]) scene.open(site, 1, 2);
  person.wait(random.integer(60_000, 150_000));
  const last = random.pick(failed);
  scene.open(last, 1, 2);
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "clear", [CLEAR]);
}

const recovery: Scenario = {
  name: "recovery",
  truth: "provider",
  play(scene) {
    const outage = fail(scene);
    if (outage === null) return scene.askFinally(["toolbar"], "clear", [CLEAR]);
    enjoyAgain(scene, outage);
  },
};

/** It gets better, worse, and better: between the two waves no answer may say that it is over. */
const twoWaves: Scenario = {
  name: "twoWaves",
  truth: "provider",
  play(scene) {
    const { random, person } = scene;
    const outage = fail(scene);
    if (outage === null) return scene.askFinally(["toolbar"], "clear", [CLEAR]);
    person.faults = [placesFail([outage.place], statusOf(random, [500, 503]), { random, share: random.between(0.35, 0.6) })];
    const between: Answer[] = [
      ...outage.answer,
      providerAnswer(outage.place),
      { scope: "unclear", weak: true },
      ...outage.failed.map((site) => ({ ...siteAnswer(site), weak: true as const })),
      ...(scene.mode === "basic" ? [CLEAR] : []),
    ];
    for (let turn = random.integer(4, 8); turn > 0; turn--) {
      const loading = scene.open(random.pick(outage.failed), 1, 3);
      if (loading.failed || loading.apiFailures > 0) scene.ask("mid", "toolbar", "provider", between);
    }
    enjoyAgain(scene, outage);
  },
};

export const RECOVERY_SCENARIOS: readonly Scenario[] = [recovery, twoWaves];
