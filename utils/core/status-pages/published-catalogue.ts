import { wholeCatalogue } from "../providers/further-services.ts";
import { LINKED_PAGES, SOURCES } from "./all-sources.ts";
import type { CatalogueDocument } from "./catalogue-document.ts";

/** The whole catalogue as a document to publish. Its JSON has the same bytes for the same version, so it can be hashed. */
export function catalogueDocument(): CatalogueDocument {
  const pages = statusPages();
  return {
    version: 2,
    services: wholeCatalogue().map((service) => {
      const statusPage = pages.get(service.id);
      return { ...service, ...(statusPage === undefined ? {} : { statusPage }) };
    }),
    sources: SOURCES.map(({ id, format, url, provider, site, page }) => ({ id, format, url, provider, site, page })),
  };
}

/** The status page of each service that has one, by its id. */
export function statusPages(): Map<string, string> {
  const pages = new Map<string, string>();
  // A service's own page comes before one that also speaks for it.
  const all = [...SOURCES, ...LINKED_PAGES];
  for (const { page, speaksFor = [] } of all) for (const id of speaksFor) pages.set(id, page);
  for (const { id, provider, site, page } of all.toReversed()) for (const own of new Set([provider, site ?? id, id])) pages.set(own, page);
  return pages;
}
