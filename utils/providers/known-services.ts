import type { Feed } from "../core/feed/feed.ts";
import { parseJson } from "../core/parse-json.ts";
import { catalogue, type Service } from "../core/providers/catalogue.ts";
import { type CatalogueDocument, type PublishedSource, readCatalogue } from "../core/status-pages/catalogue-document.ts";
import { type AttachmentKind, refreshAttachment, storedAttachment } from "../feed/attachment.ts";
import type { OpenDatabase } from "../storage/database.ts";

/** A catalogue of twelve hundred services takes some 300 kB. */
const CATALOGUE: AttachmentKind<CatalogueDocument> = { name: "catalogue", largest: 2 * 1024 * 1024, read: readDocument };

let published: CatalogueDocument | null = null;
let services: readonly Service[] | null = null;
let loading: Promise<void> | null = null;

/** The services of this build and, once they are loaded, those that only the feed's catalogue has. */
export function knownServices(): readonly Service[] {
  services ??= withPublished(catalogue(), published?.services ?? []);
  return services;
}

/** The status pages that the feed's catalogue has; none before it is loaded. */
export function publishedSources(): readonly PublishedSource[] {
  return published?.sources ?? [];
}

/** Loads the catalogue that was downloaded last, once. Never rejects. */
export function loadServices(database: OpenDatabase): Promise<void> {
  loading ??= storedAttachment(database, CATALOGUE.name).then((kept) => {
    // It was checked when it was downloaded; another version of it is downloaded anew.
    const stored = kept === null ? undefined : (parseJson(new TextDecoder().decode(kept.bytes)) as CatalogueDocument | undefined);
    if (stored?.version === 2) use(stored);
  });
  return loading;
}

/** Downloads the catalogue whose hash the feed names. @returns whether there is a new one */
export async function refreshServices(database: OpenDatabase, feed: Feed, mirrors: readonly string[]): Promise<boolean> {
  const fresh = await refreshAttachment(database, CATALOGUE, feed, mirrors);
  if (fresh !== null) use(fresh);
  return fresh !== null;
}

/** What is erased is not used any longer either. */
export function forgetServices(): void {
  use(null);
}

function use(document: CatalogueDocument | null): void {
  published = document;
  services = null;
}

function readDocument(bytes: Uint8Array): CatalogueDocument | null {
  const reading = readCatalogue(parseJson(new TextDecoder().decode(bytes)));
  return reading.ok ? reading.catalogue : null;
}

/**
 * Adds services that the build does not have. What the build says of a service stands, whatever a feed says. About the added ones nothing is
 * reported: what may leave the browser is decided by a list that everybody can read in the build, and not by a feed.
 */
function withPublished(own: readonly Service[], others: readonly Service[]): readonly Service[] {
  const ids = new Set(own.map(({ id }) => id));
  const domains = new Set(own.flatMap((service) => service.domains));
  const added = others.filter((service) => !ids.has(service.id) && !service.domains.some((domain) => domains.has(domain)));
  return [...own, ...added.map((service) => ({ ...service, sensitive: true as const }))];
}
