import type { Random } from "../scenarios/random.ts";
import type { RangeEntry } from "../scenarios/trace-event.ts";

/** Who hosts a host: `provider/region`, `provider`, or null for somebody's own machines. */
export type Place = string | null;

export type Host = { name: string; domain: string; place: Place; ip: string };

/** A site: where its page, its calls and its pictures come from. */
export type Site = { domain: string; page: Host; calls: Host; pictures: Host };

/** Some thirty to fifty sites, as a person has, on the places that a hold-out scenario needs. */
export type SitePool = { sites: Site[]; thirdParties: Host[]; ranges: RangeEntry[]; places: string[] };

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
  const blocks = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [index, place] of places.entries()) blocks.set(place, index);
  const width = random.pick([20, 24]);
  const six = random.chance(0.15);
  const cidrOf = (block: number) => (six ? `2001:db8:${(block + 1).toString(16)}::/48` : `198.18.${block * 16}.0/${width}`);
  const addressOf = (place: Place): string => {
    const key = place ?? "own";
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const block = place === null ? null : (blocks.get(place) ?? 0);
    if (six)
      return block === null
        ? `2001:db8:ff::${(count + 16).toString(16)}`
        : `2001:db8:${(block + 1).toString(16)}::${(count + 16).toString(16)}`;
    return block === null ? `198.19.${count % 250}.${10 + (count % 200)}` : `198.18.${block * 16}.${1 + (count % 254)}`;
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
    (name): Host => ({ name, domain: name, place: null, ip: six ? `2001:db8:fe::${name.length}` : `198.19.252.${name.length}` }),
  );
  const ranges = places.map((place): RangeEntry => {
    const [provider = place, region] = place.split("/");
    const cidr = cidrOf(blocks.get(place) ?? 0);
    return region === undefined ? { cidr, provider } : { cidr, provider, region };
  });
  return { sites, thirdParties, ranges, places };
}

/** Makes sure that the place hosts the page or the calls of at least `count` sites; moves others there where they are too few. */
export function moveSites(random: Random, pool: SitePool, place: string, role: "page" | "calls", count: number): Site[] {
  const there = pool.sites.filter((site) => site[role].place === place);
  const neighbour = pool.sites.find((site) => site[role].place === place || site.page.place === place || site.pictures.place === place);
  const block = pool.ranges.find(({ provider, region }) => (region === undefined ? provider : `${provider}/${region}`) === place);
  const free = random.shuffle(pool.sites.filter((site) => site[role].place !== place));
  while (there.length < count) {
    const site = free.pop();
    if (site === undefined) break;
    const ip = block?.cidr.replace(
      /(?:\.0|::)\/\d+$/,
      block.cidr.includes("::") ? `::f${there.length}${role === "page" ? 1 : 2}` : `.${200 + there.length}`,
    );
    const move = (host: Host): Host => ({ ...host, place, ip: ip ?? neighbour?.page.ip ?? host.ip });
    if (role === "page") Object.assign(site, { page: move(site.page), calls: move(site.calls), pictures: move(site.pictures) });
    else {
      // The front stays where it is, if that is elsewhere.
      Object.assign(site, { calls: move(site.calls) });
    }
    there.push(site);
  }
  return random.shuffle(there);
}
