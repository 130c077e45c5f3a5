import * as v from "valibot";
import type { Service } from "../providers/catalogue.ts";

/** A page that a person can ask directly, where no feed answers. */
export type PublishedSource = { id: string; format: string; url: string; provider: string; site: string | null; page: string };

/** A service with its official status page for people. */
export type PublishedService = Service & { statusPage?: string };

/** The catalogue as the feed server publishes it, by hash: every service and source that it knows. */
export type CatalogueDocument = { version: 2; services: PublishedService[]; sources: PublishedSource[] };

const text = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length));
const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const webAddress = v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/), v.maxLength(200));

const service = v.object({
  id: identifier,
  name: text(80),
  names: v.exactOptional(v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)), text(80))),
  domains: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/), v.maxLength(100))), v.maxLength(60)),
  statusPage: v.exactOptional(webAddress),
  on: v.pipe(v.array(identifier), v.maxLength(10)),
  category: identifier,
  owner: v.exactOptional(identifier),
  sensitive: v.exactOptional(v.literal(true)),
});

const source = v.object({
  id: identifier,
  format: identifier,
  url: webAddress,
  provider: identifier,
  site: v.nullable(identifier),
  page: webAddress,
});

const document = v.object({
  version: v.literal(2),
  services: v.pipe(v.array(service), v.minLength(1), v.maxLength(5000)),
  sources: v.pipe(v.array(source), v.maxLength(2000)),
});

export type CatalogueReading = { ok: true; catalogue: CatalogueDocument } | { ok: false; reason: string };

/** Reads a parsed JSON value as a catalogue document. Any deviation refuses the whole document. */
export function readCatalogue(value: unknown): CatalogueReading {
  const result = v.safeParse(document, value);
  if (result.success) return { ok: true, catalogue: result.output };
  const issue = result.issues[0];
  return { ok: false, reason: `${v.getDotPath(issue) ?? "document"}: ${issue.message}` };
}
