import { reduce } from "../../../utils/core/world/reduce.ts";
import { sampleWorld } from "./browsing/sample-world.ts";
import { clocked } from "./clocked.ts";
import type { Measurement } from "./outcome.ts";
import { mean, median, quantile } from "./statistics.ts";

const SITES = 100;
const EVENTS = 20_000;

/** What one event of the browser costs on its way into the world. */
export const eventCost: Measurement = {
  name: "event",
  async measure() {
    const { world, knowledge, browsing } = await sampleWorld(SITES, null);
    const events = Array.from({ length: EVENTS }, () => browsing.next());
    let current = world;
    let taught = 0;
    const costs = clocked(events, (event) => {
      const next = reduce(current, event, knowledge);
      if (next !== current) taught++;
      current = next;
    });
    const addresses = events.flatMap((event) => ("url" in event ? [event.url] : []));
    const parsing = clocked(addresses, (address) => new URL(address).hostname);
    return [
      {
        what: `one event through observe and reduce, ${SITES} sites, median`,
        value: median(costs),
        unit: "µs",
        budget: { atMost: 10 },
        reference: `parsing its URL by new URL(): ${median(parsing).toFixed(2)} µs`,
        detail: `mean ${mean(costs).toFixed(2)} µs, p99 ${quantile(costs, 0.99).toFixed(1)} µs; ${EVENTS} events, ${Math.round((100 * taught) / EVENTS)} % changed the world`,
      },
    ];
  },
};
