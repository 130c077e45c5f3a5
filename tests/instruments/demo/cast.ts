import type { StandIn } from "../loopback/stand-in.ts";

/** The sites that the person of the demo has open, and who hosts them. */
export type Role = {
  /** What the narration calls it. */
  name: string;
  page: string;
  api: string;
  address: string;
  /** `first` and `second`: on AWS us-east-1, back with the first or the second wave of recovery; `untouched`: stands elsewhere. */
  wave: "first" | "second" | "untouched";
};

/** Loopback ranges that play the providers' own. What is in none of them is a server of somebody's own. */
export const RANGES = [
  { cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" },
  { cidr: "127.20.0.0/16", provider: "aws", region: "us-west-2" },
  { cidr: "127.30.0.0/16", provider: "gcp", region: "us-central1" },
];

/**
 * Who was named on the day, and three that were spared. Amazon's log-ins waited for the last parts (tokens, the API gateway),
 * so Amazon with its Flex drivers, AWS's own sign-in and the two brokers come back last; those that only needed the network come back first.
 */
export const CAST: Role[] = [
  { name: "Netflix", page: "www.netflix.com", api: "api.netflix.com", address: "127.10.1.1", wave: "first" },
  { name: "Disney+", page: "www.disneyplus.com", api: "api.disneyplus.com", address: "127.10.2.1", wave: "first" },
  { name: "Amazon", page: "www.amazon.com", api: "api.amazon.com", address: "127.10.3.1", wave: "second" },
  { name: "Amazon Flex's log-in", page: "flex.amazon.com", api: "login.amazon.com", address: "127.10.3.3", wave: "second" },
  // Where people sign in to AWS itself; its calls go to a name that carries the region.
  { name: "AWS's sign-in", page: "acme.awsapps.com", api: "portal.sso.us-east-1.amazonaws.com", address: "127.10.6.1", wave: "second" },
  { name: "Coinbase", page: "www.coinbase.com", api: "api.coinbase.com", address: "127.10.4.1", wave: "second" },
  { name: "Robinhood", page: "robinhood.com", api: "api.robinhood.com", address: "127.10.5.1", wave: "second" },
  {
    name: "an outfitter on us-west-2",
    page: "www.rainier-outfitters.example",
    api: "api.rainier-outfitters.example",
    address: "127.20.1.1",
    wave: "untouched",
  },
  {
    name: "a weather site on Google Cloud",
    page: "www.alpine-weather.example",
    api: "api.alpine-weather.example",
    address: "127.30.1.1",
    wave: "untouched",
  },
  { name: "a small bakery", page: "www.corner-bakery.example", api: "api.corner-bakery.example", address: "127.40.1.1", wave: "untouched" },
];

/** The stand-ins behind the cast: each role has a page and, on the next address, the host that its page calls. */
export function standIns(): StandIn[] {
  return CAST.flatMap(({ name, page, api, address }) => [
    { host: page, address, title: name, calls: [api] },
    { host: api, address: nextAddress(address), title: name },
  ]);
}

function nextAddress(address: string): string {
  const [a, b, c, d] = address.split(".").map(Number);
  return `${a}.${b}.${c}.${(d ?? 0) + 1}`;
}
