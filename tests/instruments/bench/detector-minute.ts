import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector } from "../../../server/detect/detector.ts";
import { ingestActive, ingestReport } from "../../../server/detect/ingest.ts";
import { detectorOutput } from "../../../server/detect/output.ts";
import { activeShare, COUNTRIES, drawCrowd, someoneActive } from "../simulation/crowd.ts";
import { poisson, randomFrom } from "../simulation/random.ts";
import { type SimulatedService, tailServices } from "../simulation/world.ts";
import { clocked } from "./clocked.ts";
import type { Measurement } from "./outcome.ts";
import { median } from "./statistics.ts";

const DAYS = 30;
/** Stray reports a minute over all services together. */
const STRAYS = 2;
/** A busy hour, then an outage of the largest provider as half a million opted-in installs would report it. */
const BUSY = { minutes: 60, strays: 5 };
const OUTAGE = { minutes: 30, reports: 1000, provider: "cloudflare" };
const START = Math.floor(Date.UTC(2026, 1, 2) / 60_000);

/** What it costs to close one minute and say what is to be published, after a month and in the middle of an outage. */
export const detectorMinute: Measurement = {
  name: "detector",
  async measure() {
    const random = randomFrom(1);
    const crowd = drawCrowd(100_000, random);
    const services = tailServices();
    const detector = createDetector({ services }, START * 60_000);
    ingestActive(detector, 14_000, START * 60_000, COUNTRIES);
    const there = services.filter(({ place }) => place === OUTAGE.provider);

    const say = (service: SimulatedService | undefined, minute: number) => {
      if (service === undefined) return;
      const { prefix, network, country } = someoneActive(crowd, minute);
      const on = service.place === "" ? null : service.place;
      ingestReport(detector, { service: service.id, on, failure: "http.error", prefix, network, country }, minute * 60_000);
    };
    const strays = (minute: number, mean: number) => {
      for (let left = poisson(random, (mean * activeShare(minute)) / 0.14); left > 0; left--)
        say(services[Math.floor(random() * services.length)], minute);
    };
    const close = (minute: number) => {
      advance(detector, (minute + 1) * 60_000);
      return detectorOutput(detector);
    };
    const span = (from: number, minutes: number) => Array.from({ length: minutes }, (_, index) => from + index);

    const calm = START + DAYS * 24 * 60;
    for (const minute of span(START, DAYS * 24 * 60)) {
      strays(minute, STRAYS);
    }
    const costsOf = (minutes: number[], fill: (minute: number) => void) =>
      minutes.flatMap((minute) => {
        fill(minute);
        return clocked([minute], close).map((microseconds) => microseconds / 1000);
      });
    const busy = costsOf(span(calm, BUSY.minutes), (minute) => strays(minute, BUSY.strays));
    const struck = costsOf(span(calm + BUSY.minutes, OUTAGE.minutes), (minute) => {
      strays(minute, BUSY.strays);
      for (let left = OUTAGE.reports; left > 0; left--) say(there[Math.floor(random() ** 2 * there.length)], minute);
    });
    return [
      {
        what: `one detector minute, ${services.length.toLocaleString("en")} services, ${DAYS} days of history, the slowest`,
        value: Math.max(...busy, ...struck),
        unit: "ms",
        budget: { atMost: 100 },
        reference: `median of a busy hour: ${median(busy).toFixed(1)} ms`,
        detail: `median in an outage of ${there.length} services with ${OUTAGE.reports.toLocaleString("en")} reports a minute: ${median(struck).toFixed(1)} ms`,
      },
    ];
  },
};
