import { isPrivateAddress, parseAddress } from "./address.ts";
import { originOf } from "./origin.ts";
import { publicSuffixOf } from "./public-suffix.ts";

/**
 * Takes the host out of a URL as browsers write URLs (international names already in ASCII).
 * @returns lower case, without port, without a trailing dot, IPv6 without brackets; null unless http, https, ws or wss.
 */
export function hostOf(url: string): string | null {
  return originOf(url).host;
}

/**
 * Public suffixes under which a government publishes one website of its own at the bare suffix (www.gov.uk, www.gov.br,
 * www.gob.mx), beside the domains of its departments. Domains under them with a technical name are parts of that website.
 */
const SUFFIX_WITH_WEBSITE = /^(?:gov|gob|gub|gouv|govt|nhs|police|mil)\.[a-z]{2}$/;
const PARTS_OF_A_WEBSITE = new Set(["www", "m", "api", "static", "assets", "cdn", "media", "images", "img"]);

/** The public suffix and one label more; null for a host that is a suffix itself. */
function registrableOf(host: string, publicSuffix: string): string | null {
  if (host.length <= publicSuffix.length) return null;
  const rest = host.slice(0, -publicSuffix.length - 1);
  return host.slice(rest.lastIndexOf(".") + 1);
}

/** The label that somebody registered: `amazon` of `amazon.co.uk`; null for a public suffix. */
export function registeredLabel(host: string): string | null {
  return registrableOf(host, publicSuffixOf(host))?.split(".")[0] ?? null;
}

function readSite(host: string): string {
  if (parseAddress(host) !== null) return host;
  const publicSuffix = publicSuffixOf(host);
  // A host that is a public suffix itself may show a page: github.io, gov.uk.
  const site = registrableOf(host, publicSuffix) ?? host;
  const dot = site.indexOf(".");
  const suffix = site.slice(dot + 1);
  if (!suffix.includes(".")) return site;
  const label = site.slice(0, dot);
  if (label === "www" && suffix === publicSuffix) return suffix;
  return PARTS_OF_A_WEBSITE.has(label) && SUFFIX_WITH_WEBSITE.test(suffix) ? suffix : site;
}

const REMEMBERED = 2000;
const remembered = new Map<string, string>();

/**
 * The registrable domain of a host: what one owner runs. Names that platforms hand out (`you.github.io`,
 * `bucket.s3.amazonaws.com`) are sites of their own, and so is an address.
 * @param host as `hostOf` gives it.
 */
export function siteOf(host: string): string {
  const known = remembered.get(host);
  if (known !== undefined) return known;
  const site = readSite(host);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(host, site);
  return site;
}

const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|test|internal|home\.arpa)$/;

/**
 * True for hosts that are somebody's workshop and never judged, learned or reported: this machine, private networks, names
 * without a dot, and the names set aside for them (RFC 6761, 6762, 8375 and ICANN's `.internal`).
 * @param host as `hostOf` gives it.
 */
export function isPrivateHost(host: string): boolean {
  const address = parseAddress(host);
  if (address !== null) return isPrivateAddress(address);
  return !host.includes(".") || PRIVATE_NAME.test(host);
}
