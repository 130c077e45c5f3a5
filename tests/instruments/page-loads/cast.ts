import { makeAddressPlan, PLACES, type Place } from "../scenarios/address-plan.ts";
import type { Random } from "../scenarios/random.ts";
import { BRAND_NAMES, BRAND_SUFFIXES } from "../scenarios/site-names.ts";
import type { RangeEntry } from "../scenarios/trace-event.ts";
import { type Corner, drawCorner, SHOP_TOKEN } from "./corners.ts";
import { BOT_WALL, CORNERS, draw, HOSTS, MISSING, OWN, SIBLINGS } from "./shape.ts";

export type PageHost = { name: string; ip: string };

/** Somebody whose hosts many pages use. `state` is how its hosts answer this browser. */
export type ThirdParty = { hosts: PageHost[]; state: "fine" | "unresolved" | "refused" | "blocked" | "bad-certificate" };

export type SiteKind = "plain" | "news" | "shop" | "application";

/** A site as its pages show it. */
export type PageSite = {
  name: string;
  kind: SiteKind;
  /** Hosts that a person opens pages of: more than one where services of a house stand side by side. */
  pages: PageHost[];
  /** The host of its own calls; often that of the page. */
  api: PageHost;
  /** Third parties whose hosts its pages use. */
  uses: ThirdParty[];
  /** The share of the heard requests that go to its own hosts. */
  own: number;
  /** What its page is answered with in good health. */
  status: 200 | 403 | 404;
  corner: Corner | null;
};

export type Cast = { ranges: RangeEntry[]; sites: PageSite[]; shops: PageSite[] };

const THIRD_PARTIES = 900;
const SITES = 70;
/** Shops of one platform, with one program and one fault. */
const SHOPS = 5;
const KINDS: Readonly<Record<SiteKind, number>> = { plain: 45, news: 20, shop: 20, application: 15 };
const STATES: Readonly<Record<ThirdParty["state"], number>> = { fine: 955, unresolved: 8, refused: 15, blocked: 17, "bad-certificate": 5 };
const WORDS = [
  "font",
  "tag",
  "bid",
  "sync",
  "pixel",
  "widget",
  "script",
  "metric",
  "video",
  "consent",
  "chat",
  "player",
  "image",
  "banner",
];
const LABELS = ["cdn", "api", "js", "sync", "events", "static", "match", "s", "eu", "us-east"];
const OUTSIDE = ["www", "tienda", "banking", "account", "portal"];

/** Addresses as handed out by clouds: an edge serves many from few, others have one for each host. */
function addresses(random: Random) {
  const plan = makeAddressPlan(random, "lookalike");
  const shared = new Map(
    PLACES.filter(({ region }) => region === null).map((edge) => [edge, Array.from({ length: 24 }, () => plan.next(edge))]),
  );
  return {
    ranges: plan.ranges,
    next: (place: Place | null): string => random.pick(shared.get(place ?? { provider: "", region: null }) ?? [plan.next(place)]),
  };
}

/** Places by how many hosts of the recordings stood there: three in four at a known provider, one in ten with a region. */
function drawPlace(random: Random): Place | null {
  if (random.chance(0.25)) return null;
  const edges = PLACES.filter(({ region }) => region === null);
  return random.pick(random.chance(0.13) ? PLACES.filter(({ region }) => region !== null) : edges);
}

/** Makes up the sites of one person and the third parties that their pages share. The same random numbers give the same cast. */
export function makeCast(random: Random): Cast {
  const { ranges, next } = addresses(random);
  const others = Array.from({ length: THIRD_PARTIES }, (_, index): ThirdParty => {
    const name = `${random.pick(WORDS)}${random.pick(WORDS)}${index}.${random.pick(["com", "net", "io"])}`;
    const hosts = random.sample(LABELS, random.integer(1, 3)).map((label) => ({ name: `${label}.${name}`, ip: next(drawPlace(random)) }));
    return { hosts, state: random.weighted(STATES) };
  });
  const names = random.sample(BRAND_NAMES, SITES + SHOPS).map((brand) => `${brand}.${random.pick(BRAND_SUFFIXES)}`);
  const make = (name: string, place: Place | null, kind: SiteKind, corner: Corner | null): PageSite => {
    const siblings = random.chance(SIBLINGS) ? OUTSIDE : OUTSIDE.slice(0, 1);
    const ip = next(place);
    const pages = siblings.map((label) => ({ name: `${label}.${name}`, ip }));
    const api = random.chance(0.4) ? { name: `api.${name}`, ip: random.chance(0.5) ? ip : next(place) } : (pages[0] ?? { name, ip });
    const status = random.chance(BOT_WALL) ? 403 : random.chance(MISSING) ? 404 : 200;
    const uses = usedBy(random, others, draw(random, HOSTS) * (kind === "news" ? 1.2 : 1));
    return { name, kind, pages, api, uses, own: draw(random, OWN), status: corner === null ? status : 200, corner };
  };
  const sites = names
    .slice(SHOPS)
    .map((name) => make(name, drawPlace(random), random.weighted(KINDS), random.chance(CORNERS) ? drawCorner(random) : null));
  const platform = random.pick(PLACES.filter(({ provider }) => provider !== "akamai"));
  const shops = names.slice(0, SHOPS).map((name) => make(name, platform, "shop", SHOP_TOKEN));
  return { ranges, sites, shops };
}

/** The well-known are used by nearly every page, the others by few: four hosts in five were seen on one site only. */
function usedBy(random: Random, others: readonly ThirdParty[], hosts: number): ThirdParty[] {
  const used = new Set<ThirdParty>();
  let count = 0;
  while (count < Math.min(hosts, 300)) {
    const other = others[Math.floor(others.length * random.next() ** 2.2)];
    if (other === undefined || used.has(other)) continue;
    used.add(other);
    count += other.hosts.length;
  }
  return [...used];
}
