import { siteOf } from "../../../utils/core/net/site-name.ts";
import { type AddressPlan, isCdn, makeAddressPlan, PLACES, type Place } from "./address-plan.ts";
import type { Random } from "./random.ts";
import type { Setting } from "./setting.ts";
import { BRAND_NAMES, BRAND_SUFFIXES, KNOWN_SITES } from "./site-names.ts";

export type Role = "www" | "api" | "static";

export type Host = { name: string; role: Role; site: Site; place: Place | null; addresses: string[] };

/** Everything under one registrable domain. Each site has an owner of its own. */
export type Site = {
  domain: string;
  hosts: Readonly<Record<Role, Host>>;
  scheme: "https" | "http";
  /** A service worker of the page answers navigations. */
  serviceWorker: boolean;
  /** Requests that each page of the site makes besides its ordinary ones. */
  corners?: readonly Corner[];
};

/** One particular request of a page, such as the renewal of a token. */
export type Corner = { role: Role; type: string; path: string };

export type Internet = { sites: Site[]; thirdParties: Host[]; plan: AddressPlan };

const THIRD_PARTIES = [
  "www.google-analytics.com",
  "fonts.gstatic.com",
  "connect.facebook.net",
  "cdn.adnet.example",
  "sync.adexchange.example",
  "o42.ingest.sentry.io",
  "js.stripe.com",
  "widget.intercom.io",
];

export type Layout = { www: Place | null; api: Place | null; static: Place | null };

function drawLayout(random: Random): Layout {
  const clouds = PLACES.filter((place) => !isCdn(place));
  const cdns = PLACES.filter(isCdn);
  const cloud = random.pick(clouds);
  const cdn = random.pick(cdns);
  const kind = random.weighted({ cloud: 40, fronted: 26, cdn: 12, own: 14, split: 8 });
  if (kind === "cloud") return { www: cloud, api: cloud, static: random.chance(0.3) ? cdn : cloud };
  if (kind === "fronted") return { www: cdn, api: cloud, static: cdn };
  if (kind === "cdn") return { www: cdn, api: cdn, static: cdn };
  if (kind === "own") return { www: null, api: null, static: random.chance(0.4) ? cdn : null };
  return { www: cloud, api: random.pick(clouds), static: cdn };
}

/** Under these, each name is another customer's, and a site of one host. */
const HANDED_OUT = [".github.io", ".vercel.app", ".netlify.app", ".onrender.com", ".herokuapp.com", ".githubusercontent.com"];

/**
 * Builds the site of a name at the places given. `gov.uk`-like names have no `www` owner of their own, `github.io`-like sites only one host.
 */
export function makeSite(name: string, layout: Layout, plan: AddressPlan, random: Random): Site {
  const single = HANDED_OUT.some((suffix) => name.endsWith(suffix));
  const addresses = (place: Place | null) => Array.from({ length: random.integer(1, 3) }, () => plan.next(place));
  const site = {
    domain: siteOf(name),
    scheme: random.chance(0.03) ? "http" : "https",
    serviceWorker: random.chance(0.06),
  } as Site;
  const host = (role: Role, place: Place | null): Host => ({
    name: single ? name : `${role}.${name}`,
    role,
    site,
    place,
    addresses: addresses(place),
  });
  const www = host("www", name.endsWith(".github.io") ? { provider: "fastly", region: null } : layout.www);
  const hosts = single ? { www, api: www, static: www } : { www, api: host("api", layout.api), static: host("static", layout.static) };
  return Object.assign(site, { hosts });
}

/** Sites of different owners on the clouds, CDNs and machines of the world, and the third parties that all of them use. */
export function makeInternet(random: Random, setting: Setting): Internet {
  const plan = makeAddressPlan(random, random.pick(setting.addresses));
  const count = random.integer(...setting.sites);
  const known = random.sample(KNOWN_SITES, Math.floor(count / 5));
  const invented = random.sample(BRAND_NAMES, count - known.length).map((name) => `${name}.${random.pick(BRAND_SUFFIXES)}`);
  const sites = random.shuffle([...known, ...invented]).map((domain) => makeSite(domain, drawLayout(random), plan, random));
  const thirdParties = THIRD_PARTIES.map(
    (name): Host => ({ name, role: "static", site: { domain: name } as Site, place: null, addresses: [plan.next(null)] }),
  );
  return { sites, thirdParties, plan };
}

/** A site of the most usual kind: encrypted, answered by its servers, with hosts of its own for pages and calls. */
export const isPlain = (site: Site): boolean => !site.serviceWorker && site.scheme === "https" && site.hosts.www !== site.hosts.api;

/** Adds plain sites of other owners at the places given. */
export function addPlainSites(internet: Internet, random: Random, count: number, layout: Layout): Site[] {
  return Array.from({ length: count }, () => {
    for (;;) {
      const site = addSite(internet, random, layout);
      if (isPlain(site)) return site;
      internet.sites.pop();
    }
  });
}

/** Adds a site of yet another owner, drawn as the others are or at the places given, under a name of one's own or that given. */
export function addSite(internet: Internet, random: Random, layout: Layout = drawLayout(random), domain?: string): Site {
  const name = domain ?? `${random.pick(BRAND_NAMES)}${internet.sites.length}.${random.pick(BRAND_SUFFIXES)}`;
  const site = makeSite(name, layout, internet.plan, random);
  internet.sites.push(site);
  return site;
}

/** What a verdict may call the site: a name right under a public suffix such as gov.uk can be read in two ways. */
export function subjectsOf(site: Site): string[] {
  if (site.domain === "gov.uk") return ["gov.uk", "www.gov.uk", "api.gov.uk"];
  return [site.domain];
}
