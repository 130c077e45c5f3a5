import { publicSuffixOf } from "../net/public-suffix.ts";
import { registeredLabel } from "../net/site-name.ts";
import type { Service } from "./catalogue.ts";
import { placementOfHost } from "./host-rules.ts";

/**
 * The owner of a site. Sites of one owner (amazon.com, amazon.co.uk) fail together and count as one witness.
 * @returns the owner or id of the catalogue's service, where there is one; else the registered label
 */
export function ownerOf(site: string, service: Service | null): string {
  return service?.owner ?? service?.id ?? registeredLabel(site) ?? site;
}

/**
 * As whom a site counts where independent witnesses against a provider are counted: the platform that hands out its name, else its owner.
 * `one.vercel.app` and `two.vercel.app` have owners of their own, so that one is a control for the other; but Vercel's failure alone takes
 * both down, so they are one witness against what is under Vercel.
 * @returns a provider's id, or what `ownerOf` returns
 */
export function witnessOf(site: string, service: Service | null): string {
  const suffix = service === null ? handedOutSuffix(site) : null;
  return (suffix === null ? null : placementOfHost(suffix)?.provider) ?? ownerOf(site, service);
}

/** The public suffix of a site where a host rule gives it to a provider, which hands out the names below it; null elsewhere. */
export function handedOutSuffix(site: string): string | null {
  const suffix = publicSuffixOf(site);
  return suffix !== site && placementOfHost(suffix) !== null ? suffix : null;
}
