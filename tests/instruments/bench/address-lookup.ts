import { deflateRawSync, gzipSync } from "node:zlib";
import { type Address, parseAddress } from "../../../utils/core/net/address.ts";
import { Random } from "../scenarios/random.ts";
import { builtTable } from "./browsing/built-table.ts";
import type { Measurement } from "./outcome.ts";
import { median, quantile } from "./statistics.ts";

const ADDRESSES = 4096;
const ROUNDS = 400;

/** The table of address ranges: how fast it answers and how much of the package it takes. */
export const addressLookup: Measurement = {
  name: "addresses",
  async measure() {
    const built = await builtTable();
    if (built === null)
      return [{ what: "address lookup and table", skipped: "no saved lists of address ranges and no public/ranges.bin are here" }];
    const { table, bytes, from } = built;
    const texts = sampleAddresses();
    const addresses = texts.map(parseAddress).filter((address): address is Address => address !== null);
    const found = addresses.filter((address) => table.find(address) !== null).length;
    // One look-up takes less time than reading the clock, so thousands are timed together.
    const looking = perItem(addresses, (address) => table.find(address));
    const parsing = perItem(texts, parseAddress);
    return [
      {
        what: "one address looked up, median",
        value: median(looking),
        unit: "µs",
        budget: { atMost: 0.5 },
        reference: `reading the address from its text: ${median(parsing).toFixed(2)} µs`,
        detail: `p99 ${quantile(looking, 0.99).toFixed(2)} µs; ${addresses.length} addresses, a third of them IPv6, ${Math.round((100 * found) / addresses.length)} % found`,
      },
      {
        what: "address table, compressed",
        value: deflateRawSync(bytes, { level: 9 }).length / 1000,
        unit: "kB",
        budget: { atMost: 120 },
        reference: `gzip ${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)} kB, plain ${(bytes.length / 1000).toFixed(0)} kB`,
        detail: from,
      },
    ];
  },
};

function perItem<Item>(items: readonly Item[], work: (item: Item) => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    for (const item of items) work(item);
    return Number(process.hrtime.bigint() - start) / 1000 / items.length;
  });
}

/** Addresses from everywhere, as a browser meets them: most in somebody's list. */
function sampleAddresses(): string[] {
  const random = new Random("addresses");
  const byte = () => random.integer(1, 254);
  const networks = ["2600:1f18", "2606:4700", "2a04:4e42", "2a01:111", "2001:db8"];
  return Array.from({ length: ADDRESSES }, (_, index) =>
    index % 3 === 2
      ? `${random.pick(networks)}:${byte().toString(16)}:${byte().toString(16)}::${byte().toString(16)}`
      : `${random.pick([3, 13, 18, 20, 34, 35, 52, 54, 104, 151, 172, 93])}.${byte()}.${byte()}.${byte()}`,
  );
}
