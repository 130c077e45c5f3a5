import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inFamily } from "../instruments/browser/in-family.ts";
import { CASES } from "./cases/index.ts";
import type { LabCase } from "./lab-case.ts";
import { type Laboratory, openLaboratory } from "./laboratory.ts";
import type { Outcome } from "./outcome.ts";
import { lineOf } from "./print.ts";
import { keepTrace } from "./recording.ts";

/** One case of each class of fault, with full access; `npm run lab` plays them all. */
const QUICK = CASES.filter(({ quick }) => quick === true);

inFamily("the fault lab", (found) => {
  const outcomes = new Map(QUICK.map((labCase) => [labCase, Promise.withResolvers<Outcome>()]));
  let laboratory: Laboratory | null = null;
  let firstRound: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    if (found === null) return;
    laboratory = await openLaboratory(found);
    // The cases share one browser and are played one after the other; each test waits for its own.
    firstRound = laboratory
      .run(QUICK, ["full"], (outcome) => outcomes.get(outcome.labCase)?.resolve(outcome))
      .catch((problem: unknown) => {
        for (const { reject } of outcomes.values()) reject(problem);
      });
  });

  afterAll(async () => {
    await laboratory?.close();
  });

  for (const labCase of QUICK) test(`${labCase.faultClass}: ${labCase.title}`, async ({ skip }) => await isRight(labCase, skip));

  async function isRight(labCase: LabCase, skip: (reason: string) => never): Promise<void> {
    let outcome = await outcomes.get(labCase)?.promise;
    if (outcome === undefined) throw new Error("not played");
    if (outcome.result === "skipped") return skip(outcome.reason);
    if (outcome.result !== "right") outcome = await playAgain(labCase);
    if ("trace" in outcome) keepTrace(join(".cache", "lab"), outcome, outcome.trace);
    expect(outcome.result, lineOf(outcome)).toBe("right");
  }

  /** On a busy machine a fault and its control may happen more than a minute apart: one more try, alone. */
  async function playAgain(labCase: LabCase): Promise<Outcome> {
    await firstRound;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    await laboratory?.run([labCase], ["full"], resolve);
    return await promise;
  }
});
