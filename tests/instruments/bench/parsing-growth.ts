import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import { type HostilePayload, hostilePayloads } from "./feed/hostile-payloads.ts";
import type { Measurement, Outcome } from "./outcome.ts";

/** Bytes. */
const SMALL = 400_000;
const LARGE = 10 * SMALL;
/** Runs of each; the fastest counts. */
const RUNS = 4;
/** Milliseconds of processor time: what a parser takes for less says nothing about its growth. */
const FLOOR = 4;
/** Times as long for ten times as much. Ten would be exactly linear; garbage collection takes its share. */
const BUDGET = 12;

/** Whether each parser's work grows with the length of its payload, and not faster: the worst payloads in two sizes. */
export const parsingGrowth: Measurement = {
  name: "parsing-growth",
  async measure({ say }) {
    const large = hostilePayloads(LARGE);
    const grown = hostilePayloads(SMALL).flatMap((payload) => {
      const other = large.find(({ format, how }) => format === payload.format && how === payload.how);
      if (other === undefined) return [];
      const small = fastest(payload);
      const big = fastest(other);
      const sizes = other.bytes.length / payload.bytes.length;
      const ratio = (Math.max(big, FLOOR) / Math.max(small, FLOOR)) * (10 / Math.max(sizes, 10));
      say(`parsing-growth: ${payload.format}, ${payload.how}: ${small.toFixed(1)} ms and ${big.toFixed(1)} ms`);
      return [{ payload, small, big, ratio }];
    });
    return FORMATS.map((format): Outcome => {
      const [worst] = grown.filter(({ payload }) => payload.format === format).toSorted((one, other) => other.ratio - one.ratio);
      const what = `${format}: 4 MB against 400 kB`;
      if (worst === undefined) return { what, skipped: "there is no payload to make it of" };
      const reference = `${worst.payload.how}: ${worst.small.toFixed(1)} ms and ${worst.big.toFixed(1)} ms`;
      return { what, value: worst.ratio, unit: "times", budget: { atMost: BUDGET }, reference };
    });
  },
};

function fastest({ format, bytes }: HostilePayload): number {
  const source = {
    id: "bench",
    provider: "aws",
    site: null,
    page: "https://status.example.com",
    url: "https://status.example.com",
    now: 0,
  };
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const before = process.threadCpuUsage();
    adapterFor(format)?.read(bytes, source);
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
