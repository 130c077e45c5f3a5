import { registeredLabel } from "../net/site-name.ts";
import type { Service } from "./catalogue.ts";

/**
 * Names the owner of a site, so that amazon.com and amazon.co.uk falling together are not taken for two witnesses.
 * @returns the catalogue's owner or id where the host is in there, else the registrable label without its suffix.
 */
export function ownerOf(site: string, service: Service | null): string {
  return service?.owner ?? service?.id ?? registeredLabel(site) ?? site;
}
