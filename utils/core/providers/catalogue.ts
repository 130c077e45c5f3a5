import * as v from "valibot";
import { siteOf } from "../net/site-name.ts";
import { CATALOGUE } from "./catalogue-table.ts";
import type { ServiceName } from "./service-name.ts";

/** A service that people know by name. Ids are stable: the feed and reports contain them. */
export type Service = ServiceName & {
  /** Registrable domains and host suffixes that belong to it. */
  domains: string[];
  /** Its official status page for people. */
  statusPage?: string;
  /** The providers that it is known to be hosted on, the main one first: a prior only. */
  on: string[];
  category: string;
  /** The company that runs it, where it runs several entries: they fail together and count as one witness. */
  owner?: string;
  /** Nothing about it may ever be reported. */
  sensitive?: true;
};

/** The catalogue as the feed server publishes it, by hash. The extension uses the one built into it. */
export type CatalogueDocument = { version: 1; services: Service[] };

const words = (text: string) => text.split(" ").filter((word) => word !== "");

function readService(line: string, languages: string[], category: string, sensitive: boolean): Service {
  const [id = "", name = "", names = "", domains = "", statusPage = "", on = "", owner = ""] = line.split("|");
  return {
    id,
    name,
    ...readNames(names, languages),
    domains: words(domains),
    ...(statusPage === "" ? {} : { statusPage: `https://${statusPage}` }),
    on: words(on),
    category,
    ...(owner === "" ? {} : { owner }),
    ...(sensitive ? { sensitive: true } : {}),
  };
}

/** Reads `أمازون;آمازون` as names in the languages `ar` and `fa`. */
function readNames(text: string, languages: string[]): { names?: { [language: string]: string } } {
  const names = text.split(";").flatMap((name, index) => (name === "" ? [] : [[languages[index] ?? "", name]]));
  return names.length === 0 ? {} : { names: Object.fromEntries(names) };
}

function readTable(): Service[] {
  const services: Service[] = [];
  let category = "";
  let sensitive = false;
  const [header = "", ...lines] = CATALOGUE.trim().split("\n");
  const [, ...languages] = words(header);
  for (const line of lines) {
    if (line.includes("|")) {
      services.push(readService(line, languages, category, sensitive));
      continue;
    }
    sensitive = line.endsWith("!");
    category = sensitive ? line.slice(0, -1) : line;
  }
  return services;
}

let builtIn: Service[] | undefined;

/** The services built into this version. Read on the first call. */
export function catalogue(): Service[] {
  builtIn ??= readTable();
  return builtIn;
}

/** The built-in catalogue as a document to publish. Its JSON has the same bytes for the same version, so it can be hashed. */
export function catalogueDocument(): CatalogueDocument {
  return { version: 1, services: catalogue() };
}

const text = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length));
const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

const service = v.object({
  id: identifier,
  name: text(80),
  names: v.exactOptional(v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)), text(80))),
  domains: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/), v.maxLength(100))), v.maxLength(60)),
  statusPage: v.exactOptional(v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/), v.maxLength(200))),
  on: v.pipe(v.array(identifier), v.maxLength(10)),
  category: identifier,
  owner: v.exactOptional(identifier),
  sensitive: v.exactOptional(v.literal(true)),
});

const document = v.object({ version: v.literal(1), services: v.pipe(v.array(service), v.minLength(1), v.maxLength(5000)) });

export type CatalogueReading = { ok: true; services: Service[] } | { ok: false; reason: string };

/** Reads a parsed JSON value as a catalogue document. Any deviation refuses the whole document. */
export function readCatalogue(value: unknown): CatalogueReading {
  const result = v.safeParse(document, value);
  if (result.success) return { ok: true, services: result.output.services };
  const issue = result.issues[0];
  return { ok: false, reason: `${v.getDotPath(issue) ?? "document"}: ${issue.message}` };
}

/** Finds the service to which a host belongs; null where the catalogue has none. */
export type ServiceFinder = (host: string) => Service | null;

/**
 * Public suffixes below which the service alone has names: they are in the public suffix list because of what users upload, or so that
 * cookies stay apart.
 */
const OWN_SUFFIXES = new Set(["githubusercontent.com", "googleapis.com", "oaiusercontent.com"]);

/**
 * Prepares the search by host name. The longest matching domain decides. A name that a platform gives to a customer
 * (`shop.myshopify.com`, `you.github.io`) belongs to the customer, not to the platform; `raw.githubusercontent.com` is GitHub's own.
 */
export function serviceFinder(services: Service[]): ServiceFinder {
  const byDomain = new Map<string, Service>();
  for (const entry of services) for (const domain of entry.domains) byDomain.set(domain, entry);
  return (host) => {
    const site = siteOf(host);
    let domain = host;
    for (;;) {
      const found = byDomain.get(domain);
      if (found !== undefined) return found;
      const dot = domain.indexOf(".");
      const parent = domain.slice(dot + 1);
      if (dot === -1 || (domain === site && !OWN_SUFFIXES.has(parent))) return null;
      domain = parent;
    }
  };
}
