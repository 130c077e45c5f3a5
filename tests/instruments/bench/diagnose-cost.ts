import { diagnose, type Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import { sampleWorld } from "./browsing/sample-world.ts";
import { clocked } from "./clocked.ts";
import type { Figure, Measurement } from "./outcome.ts";
import { median, quantile } from "./statistics.ts";

const SITES = 500;
const TIMES = 1500;

/** What a verdict costs while a browser with many sites has some in trouble. */
export const diagnoseCost: Measurement = {
  name: "diagnose",
  async measure() {
    const { world, browsing } = await sampleWorld(SITES, null);
    const snapshot = takeSnapshot(world, browsing.now);
    const failing = Object.keys(world.sites).filter((site) => diagnose(snapshot, { site }).scope !== "clear");
    const text = JSON.stringify(world);
    const copying = median(clocked(Array.from({ length: 50 }), () => JSON.parse(text))) / 1000;
    const subjects: { name: string; question: Question }[] = [
      { name: "of everything", question: "everything" },
      { name: "of a failing site", question: { site: failing[0] ?? "" } },
    ];
    return subjects.map(({ name, question }): Figure => {
      const times = Array.from({ length: TIMES }, (_, index) => browsing.now + index);
      const costs = clocked(times, (now) => diagnose(takeSnapshot(world, now), question));
      return {
        what: `a diagnosis ${name}, ${SITES} sites, median`,
        value: median(costs) / 1000,
        unit: "ms",
        budget: { atMost: 1 },
        reference: `reading that world from JSON: ${copying.toFixed(2)} ms`,
        detail: `p99 ${(quantile(costs, 0.99) / 1000).toFixed(3)} ms; ${failing.length} sites in trouble`,
      };
    });
  },
};
