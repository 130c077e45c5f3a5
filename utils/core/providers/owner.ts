import { registeredLabel } from "../net/site-name.ts";
import type { Service } from "./catalogue.ts";

/**
 * The owner of a site. Sites of one owner (amazon.com, amazon.co.uk) fail together and count as one witness.
 * @returns the owner or id of the catalogue's service, where there is one; else the registered label
 */
export function ownerOf(site: string, service: Service | null): string {
  return service?.owner ?? service?.id ?? registeredLabel(site) ?? site;
}
