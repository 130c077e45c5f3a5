import type { Random } from "./random.ts";
import type { RangeEntry } from "./trace-event.ts";

/** A place that hosts can be in: a provider, and its region where it has regions. */
export type Place = { provider: string; region: string | null };

export const PLACES: readonly Place[] = [
  { provider: "aws", region: "us-east-1" },
  { provider: "aws", region: "us-west-2" },
  { provider: "aws", region: "eu-west-1" },
  { provider: "gcp", region: "us-central1" },
  { provider: "gcp", region: "europe-west1" },
  { provider: "azure", region: "eastus" },
  { provider: "azure", region: "westeurope" },
  { provider: "cloudflare", region: null },
  { provider: "fastly", region: null },
  { provider: "akamai", region: null },
];

/** Platforms that hand out names and host domains of their customers, each behind an edge of its own. */
export const PLATFORMS: readonly Place[] = ["vercel", "netlify", "render", "heroku"].map((provider) => ({ provider, region: null }));

const KNOWN_PLACES = [...PLACES, ...PLATFORMS];

export const placeName = (place: Place): string => (place.region === null ? place.provider : `${place.provider}/${place.region}`);

export const isCdn = (place: Place): boolean => place.region === null;

/** Hands out addresses: of a place, of somebody's own machines, and of third parties. */
export type AddressPlan = {
  ranges: RangeEntry[];
  /** A new address at a place, or at no known place for null. */
  next: (place: Place | null) => string;
};

type Block = { cidr: string; address: (index: number) => string };

const four = (first: number, second: number, third: number, bits: number): Block => ({
  cidr: `${first}.${second}.${third}.0/${bits}`,
  address: (index) => `${first}.${second}.${third + (Math.floor(index / 200) % 2 ** Math.max(0, 24 - bits))}.${(index % 200) + 20}`,
});

const six = (prefix: string): Block => ({
  cidr: `${prefix}::/40`,
  address: (index) => `${prefix}:${((index % 200) + 16).toString(16)}::${(index * 7 + 1).toString(16)}`,
});

const BENCH = KNOWN_PLACES.map((_, index) => four(198, 18, index * 16, 20));
/** Shaped like the vendors' real space (some of it is), so that a built-in table and the trace's ranges must get along. */
const LOOKALIKE = [
  four(52, 94, 0, 20),
  four(52, 32, 0, 20),
  four(54, 76, 0, 20),
  four(35, 192, 0, 20),
  four(35, 195, 0, 20),
  four(20, 42, 0, 20),
  four(20, 50, 0, 20),
  four(104, 16, 0, 20),
  four(151, 101, 0, 20),
  four(23, 32, 0, 20),
  four(76, 76, 16, 20),
  four(75, 2, 48, 20),
  four(216, 24, 48, 20),
  four(15, 197, 128, 20),
];
const SIX = [
  "2600:1f18",
  "2600:1f14",
  "2a05:d018",
  "2600:1900",
  "2600:1901",
  "2603:1030",
  "2603:1020",
  "2606:4700",
  "2a04:4e42",
  "2600:1480",
  "2602:fb54",
  "2a05:d014",
  "2602:fd3f",
  "2a0e:1a80",
].map(six);
const OWN = { bench: four(198, 19, 0, 16), lookalike: four(185, 15, 56, 22), six: six("2a0f:5707") };

export function makeAddressPlan(random: Random, style: "bench" | "lookalike" | "six"): AddressPlan {
  const blocks = { bench: BENCH, lookalike: LOOKALIKE, six: SIX }[style];
  const own = OWN[style];
  const counts = new Map<Block, number>();
  const ranges = KNOWN_PLACES.map((place, index): RangeEntry => {
    const cidr = blocks[index]?.cidr ?? "";
    return place.region === null ? { cidr, provider: place.provider } : { cidr, provider: place.provider, region: place.region };
  });
  return {
    ranges: random.shuffle(ranges),
    next: (place) => {
      const index = place === null ? -1 : KNOWN_PLACES.findIndex((known) => placeName(known) === placeName(place));
      const block = blocks[index] ?? own;
      const count = counts.get(block) ?? 0;
      counts.set(block, count + 1);
      return block.address(count);
    },
  };
}
