import { isPrivateAddress, parseAddress } from "./address.ts";
import { originOf } from "./origin.ts";
import { publicSuffixOf } from "./public-suffix.ts";

/**
 * Extracts the host from a URL in the form of browsers (international names already in ASCII).
 * @returns the host in lower case, without port, trailing dot and the brackets of IPv6; null for schemes other than http, https, ws and wss
 */
export function hostOf(url: string): string | null {
  return originOf(url).host;
}

/**
 * Public suffixes at which a government also has a website (www.gov.uk, www.gov.br, www.gob.mx), beside the domains of its departments
 * below it. Domains with a technical name below the suffix are parts of that website.
 */
const SUFFIX_WITH_WEBSITE = /^(?:gov|gob|gub|gouv|govt|nhs|police|mil)\.[a-z]{2}$/;
const PARTS_OF_A_WEBSITE = new Set(["www", "m", "api", "static", "assets", "cdn", "media", "images", "img"]);

/** The public suffix and one more label; null for a host that is itself a public suffix. */
function registrableOf(host: string, publicSuffix: string): string | null {
  if (host.length <= publicSuffix.length) return null;
  const rest = host.slice(0, -publicSuffix.length - 1);
  return host.slice(rest.lastIndexOf(".") + 1);
}

/** The registered label of a host: `amazon` for `www.amazon.co.uk`; null for a public suffix. */
export function registeredLabel(host: string): string | null {
  return registrableOf(host, publicSuffixOf(host))?.split(".")[0] ?? null;
}

function siteOfName(host: string): string {
  const publicSuffix = publicSuffixOf(host);
  // A public suffix can have a page of its own: github.io, gov.uk.
  const site = registrableOf(host, publicSuffix) ?? host;
  const dot = site.indexOf(".");
  const suffix = site.slice(dot + 1);
  if (!suffix.includes(".")) return site;
  const label = site.slice(0, dot);
  if (label === "www" && suffix === publicSuffix) return suffix;
  return PARTS_OF_A_WEBSITE.has(label) && SUFFIX_WITH_WEBSITE.test(suffix) ? suffix : site;
}

const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|test|internal|home\.arpa)$/;

/** Judged: a browser session rarely meets more hosts. */
const MAX_CACHED = 2000;

/** What the name or address of a host alone says about it. It is cached, because every event asks for it several times. */
function cached<Fact>(read: (host: string) => Fact): (host: string) => Fact {
  const cache = new Map<string, Fact>();
  return (host) => {
    const known = cache.get(host);
    if (known !== undefined) return known;
    const fact = read(host);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(host, fact);
    return fact;
  };
}

/**
 * The site of a host: its registrable domain, which one owner runs. A name that a platform gives to a customer (`you.github.io`,
 * `bucket.s3.amazonaws.com`) is a site of its own, and so is an address.
 * @param host in the form of `hostOf`
 */
export const siteOf: (host: string) => string = cached((host) => (parseAddress(host) === null ? siteOfName(host) : host));

/**
 * Whether a host is private, so that it is never diagnosed, learned or reported: this machine, private networks, names without a dot, and
 * special-use names (RFC 6761, 6762, 8375 and ICANN's `.internal`).
 * @param host in the form of `hostOf`
 */
export const isPrivateHost: (host: string) => boolean = cached((host) => {
  const address = parseAddress(host);
  return address === null ? !host.includes(".") || PRIVATE_NAME.test(host) : isPrivateAddress(address);
});
