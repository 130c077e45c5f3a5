import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browsers/find.ts";
import { CASES } from "./cases/index.ts";
import type { LabCase } from "./lab-case.ts";
import { type Laboratory, openLaboratory } from "./laboratory.ts";
import type { Outcome } from "./outcome.ts";
import { lineOf } from "./print.ts";
import { keepTrace } from "./recording.ts";

/** One case of each class of fault, with full access; `npm run lab` plays them all. */
const QUICK = CASES.filter(({ quick }) => quick === true);

const FAMILIES = [
  { family: "chromium", found: findBrowser(["chromium", "chrome", "edge"]) },
  { family: "firefox", found: findBrowser(["firefox"]) },
] as const;

for (const { family, found } of FAMILIES) {
  if (found === null) console.warn(`the fault lab: skipped in ${family}, because no such browser is on this machine`);
  describe.skipIf(found === null)(`the fault lab, in ${family}`, () => {
    const outcomes = new Map(QUICK.map((labCase) => [labCase, Promise.withResolvers<Outcome>()]));
    let laboratory: Laboratory | null = null;

    beforeAll(async () => {
      if (found === null) return;
      laboratory = await openLaboratory(found);
      // The cases share one browser and are played one after the other; each test waits for its own.
      laboratory
        .run(QUICK, ["full"], (outcome) => outcomes.get(outcome.labCase)?.resolve(outcome))
        .catch((problem: unknown) => {
          for (const { reject } of outcomes.values()) reject(problem);
        });
    });

    afterAll(async () => {
      await laboratory?.close();
    });

    for (const labCase of QUICK) test(`${labCase.faultClass}: ${labCase.title}`, async () => await isRight(labCase));

    async function isRight(labCase: LabCase): Promise<void> {
      const outcome = await outcomes.get(labCase)?.promise;
      if (outcome === undefined) throw new Error("not played");
      if ("trace" in outcome) keepTrace(join(".cache", "lab"), outcome, outcome.trace);
      expect(outcome.result, lineOf(outcome)).toBe("right");
    }
  });
}
