import { reduce } from "../../../utils/core/world/reduce.ts";
import { eventOf } from "./browsing/browsing.ts";
import { sampleWorld } from "./browsing/sample-world.ts";
import { clocked } from "./clocked.ts";
import type { Measurement } from "./outcome.ts";
import { pageLoadEvents } from "./page-load-events.ts";
import { mean, median, quantile } from "./statistics.ts";

const SITES = 100;
const EVENTS = 20_000;

/** What one event of the browser costs on its way into the world, from the cut of its URLs on. */
export const eventCost: Measurement = {
  name: "event",
  async measure() {
    const { world, knowledge, browsing } = await sampleWorld(SITES, null);
    const reports = Array.from({ length: EVENTS }, () => browsing.next());
    let current = world;
    let changed = 0;
    const costs = clocked(reports, (report) => {
      const next = reduce(current, eventOf(report), knowledge);
      if (next !== current) changed++;
      current = next;
    });
    const addresses = reports.flatMap(({ line }) => ("url" in line ? [line.url] : []));
    const parsing = clocked(addresses, (address) => new URL(address).hostname);
    return [
      {
        what: `one event through observe and reduce, ${SITES} sites, median`,
        value: median(costs),
        unit: "µs",
        budget: { atMost: 10 },
        reference: `parsing its URL by new URL(): ${median(parsing).toFixed(2)} µs`,
        detail: `mean ${mean(costs).toFixed(2)} µs, p99 ${quantile(costs, 0.99).toFixed(1)} µs; ${EVENTS} events, ${Math.round((100 * changed) / EVENTS)} % changed the world`,
      },
      ...(await pageLoadEvents()),
    ];
  },
};
