import type { Random } from "../scenarios/random.ts";
import type { RangeEntry } from "../scenarios/trace-event.ts";

/** Who hosts a host: `provider/region`, `provider`, or null for somebody's own machines. */
export type Place = string | null;

export type Host = { name: string; domain: string; place: Place; ip: string };

/** A site: where its page, its calls and its pictures come from. */
export type Site = { domain: string; page: Host; calls: Host; pictures: Host };

/** Some thirty to fifty sites, as a person has, on the places that a hold-out scenario needs. */
export type SitePool = {
  sites: Site[];
  thirdParties: Host[];
  ranges: RangeEntry[];
  places: string[];
  /** Addresses are of IPv6. */
  six: boolean;
  /** How many bits of an IPv4 address the table's entries fix. */
  width: number;
};

const PLACES = [
  "aws/us-east-1",
  "aws/us-west-2",
  "aws/eu-west-1",
  "aws/eu-central-1",
  "azure/eastus",
  "azure/westeurope",
  "gcp/us-central1",
  "gcp/europe-west1",
  "cloudflare",
  "fastly",
  "akamai",
];

/**
 * Where each place has its addresses: 4,096 of IPv4 and a /48 of IPv6, out of the vendors' own published lists (August 2026). Not out of
 * the ranges that are kept for documents and benchmarks: those belong to nobody.
 */
const BLOCKS: Readonly<Record<string, readonly [four: string, six: string]>> = {
  "aws/us-east-1": ["52.4.16", "2600:1f18:16"],
  "aws/us-west-2": ["54.148.16", "2600:1f14:16"],
  "aws/eu-west-1": ["18.200.16", "2a05:d018:16"],
  "aws/eu-central-1": ["18.192.16", "2a05:d014:16"],
  "aws/ap-south-1": ["3.108.16", "2406:da1a:16"],
  "aws/sa-east-1": ["15.228.16", "2600:1f1e:16"],
  "azure/eastus": ["4.156.16", "2603:1030:16"],
  "azure/westeurope": ["4.175.16", "2603:1020:205"],
  "azure/australiaeast": ["4.147.16", "2603:1010:5"],
  "gcp/us-central1": ["8.35.192", "2600:1900:4000"],
  "gcp/europe-west1": ["23.251.128", "2600:1900:4010"],
  cloudflare: ["104.16.16", "2606:4700:16"],
  fastly: ["151.101.16", "2a04:4e42:16"],
  akamai: ["23.32.16", "2a02:26f0:16"],
  bunny: ["89.187.160", "2400:52e0:16"],
  aws: ["18.160.16", "2600:9000:3000"],
  azure: ["13.107.240", "2620:1ec:16"],
  google: ["142.250.176", "2a00:1450:16"],
  vercel: ["76.76.16", "2a12:8ec0:16"],
  render: ["216.24.48", "2a09:b280:16"],
  github: ["140.82.112", "2606:50c0:16"],
};
const OWN_MACHINES = ["193.46", "2a0d:3341:16"] as const;
const STRANGERS = ["80.67.65", "2a0d:3342:16"] as const;

const FAMOUS = [
  "netflix.com",
  "reddit.com",
  "spotify.com",
  "wikipedia.org",
  "office.com",
  "gov.uk",
  "discord.com",
  "coinbase.com",
  "nytimes.com",
];
const WORDS =
  "moss fern clay reed tide dusk loam bark flint heron otter lark wren elm ash rowan brook heath marsh dale combe glen croft holt".split(
    " ",
  );
const TRADES = "mail shop bank post clinic rail lunch tickets homes jobs travel cinema".split(" ");
const ENDINGS = ["com", "com", "com", "net", "org", "io", "app", "co.uk", "de", "es", "com.br", "edu"];
const THIRD_PARTIES = ["www.google-analytics.com", "fonts.gstatic.com", "cdn.adnet.example", "tag.metrics.example", "js.stripe.com"];

export const providerOf = (place: string): string => place.split("/")[0] ?? place;
export const isRegion = (place: string): boolean => place.includes("/");

/** Builds the pool. Each site keeps most of its hosts in one place; some have a front elsewhere, some run on their own machines. */
export function buildSitePool(random: Random): SitePool {
  const places = random.sample(PLACES, random.integer(7, PLACES.length));
  const counts = new Map<string, number>();
  const width = random.pick([20, 24]);
  const six = random.chance(0.15);
  const addressOf = (place: Place): string => {
    const key = place ?? "own";
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (place !== null) return addressAt(place, six, 1 + (count % 190));
    return six ? `${OWN_MACHINES[1]}::${(count + 16).toString(16)}` : `${OWN_MACHINES[0]}.${count % 250}.${10 + (count % 200)}`;
  };
  const count = random.integer(26, 50);
  const famous = random.sample(FAMOUS, random.integer(0, FAMOUS.length));
  const pairs = WORDS.flatMap((word) => TRADES.map((trade) => `${word}${trade}`));
  const invented = random.sample(pairs, count - famous.length).map((name) => `${name}.${random.pick(ENDINGS)}`);
  const fronts = places.filter((place) => !isRegion(place));
  const regions = places.filter(isRegion);
  const sites = [...famous, ...invented].map((domain): Site => {
    const kind = random.weighted({ whole: 60, fronted: 18, own: 14, split: 8 });
    const home: Place = kind === "own" ? null : random.pick(places);
    const front: Place = kind === "fronted" ? random.pick(fronts.length > 0 ? fronts : places) : home;
    const calls: Place = kind === "split" || (kind === "fronted" && (home === null || !isRegion(home))) ? random.pick(regions) : home;
    const host = (name: string, place: Place): Host => ({ name, domain, place, ip: addressOf(place) });
    const bare = domain !== "gov.uk" && random.chance(0.15);
    return {
      domain,
      page: host(bare ? domain : `www.${domain}`, front),
      calls: host(`${random.pick(["api", "api", "app", "gateway"])}.${domain}`, calls),
      pictures: host(`${random.pick(["static", "static", "cdn", "assets", "img"])}.${domain}`, random.chance(0.8) ? front : calls),
    };
  });
  const thirdParties = THIRD_PARTIES.map(
    (name): Host => ({ name, domain: name, place: null, ip: six ? `${STRANGERS[1]}::${name.length}` : `${STRANGERS[0]}.${name.length}` }),
  );
  const pool: SitePool = { sites, thirdParties, ranges: [], places: [], six, width };
  for (const place of places) openPlace(pool, place);
  return pool;
}

/** The nth address of a place. */
function addressAt(place: string, six: boolean, index: number): string {
  const block = BLOCKS[place];
  if (block === undefined) throw new Error(`no addresses for ${place}`);
  return six ? `${block[1]}::${index.toString(16)}` : `${block[0]}.${index}`;
}

/** Adds a place to those that the address table of the trace knows. */
export function openPlace(pool: SitePool, place: string): void {
  if (pool.places.includes(place)) return;
  const [provider = place, region] = place.split("/");
  const cidr = addressAt(place, pool.six, 0).replace(/0$/, pool.six ? "/48" : `0/${pool.width}`);
  pool.places.push(place);
  pool.ranges.push(region === undefined ? { cidr, provider } : { cidr, provider, region });
}

/** A site with one host, such as an app under a name that its platform hands out. `index` from 0 to 40 tells addresses apart. */
export function loneSite(pool: SitePool, name: string, place: Place, index: number): Site {
  const ip = place === null ? `193.47.8.${20 + index}` : addressAt(place, pool.six, 210 + index);
  const host: Host = { name, domain: name, place, ip };
  return { domain: name, page: host, calls: host, pictures: host };
}

/** Makes sure that the place hosts the page or the calls of at least `count` sites; moves others there where they are too few. */
export function moveSites(random: Random, pool: SitePool, place: string, role: "page" | "calls", count: number): Site[] {
  const there = pool.sites.filter((site) => site[role].place === place);
  openPlace(pool, place);
  const free = random.shuffle(pool.sites.filter((site) => site[role].place !== place));
  while (there.length < count) {
    const site = free.pop();
    if (site === undefined) break;
    const ip = addressAt(place, pool.six, 191 + there.length);
    const move = (host: Host): Host => ({ ...host, place, ip });
    if (role === "page") Object.assign(site, { page: move(site.page), calls: move(site.calls), pictures: move(site.pictures) });
    else {
      // The front stays where it is, if that is elsewhere.
      Object.assign(site, { calls: move(site.calls) });
    }
    there.push(site);
  }
  return random.shuffle(there);
}
