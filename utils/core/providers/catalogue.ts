import { siteOf } from "../net/site-name.ts";
import { CATALOGUE } from "./catalogue-table.ts";
import type { ServiceName } from "./service-name.ts";

/** A service that people know by name. Ids are stable: the feed and reports contain them. */
export type Service = ServiceName & {
  /** Registrable domains and host suffixes that belong to it. */
  domains: string[];
  /** The providers that it is known to be hosted on, the main one first: a prior only. */
  on: string[];
  category: string;
  /** The company that runs it, where it runs several entries: they fail together and count as one witness. */
  owner?: string;
  /** Nothing about it may ever be reported. */
  sensitive?: true;
};

const words = (text: string) => text.split(" ").filter((word) => word !== "");

/** A line of a table of services: the service, and the fields that a table has beyond it. */
export type ServiceLine = { service: Service; rest: string[] };

function readLine(line: string, languages: string[], category: string, sensitive: boolean): ServiceLine {
  const [id = "", name = "", names = "", domains = "", on = "", owner = "", ...rest] = line.split("|");
  const service = {
    id,
    name,
    ...readNames(names, languages),
    domains: words(domains),
    on: words(on),
    category,
    ...(owner === "" ? {} : { owner }),
    ...(sensitive ? { sensitive: true as const } : {}),
  };
  return { service, rest };
}

/** Reads `أمازون;آمازون` as names in the languages `ar` and `fa`. */
function readNames(text: string, languages: string[]): { names?: { [language: string]: string } } {
  const names = text.split(";").flatMap((name, index) => (name === "" ? [] : [[languages[index] ?? "", name]]));
  return names.length === 0 ? {} : { names: Object.fromEntries(names) };
}

/** Reads a table of services: `catalogue-table.ts` has the format. */
export function readServices(table: string): ServiceLine[] {
  const services: ServiceLine[] = [];
  let category = "";
  let sensitive = false;
  const [header = "", ...lines] = table.trim().split("\n");
  const [, ...languages] = words(header);
  for (const line of lines) {
    if (line.includes("|")) {
      services.push(readLine(line, languages, category, sensitive));
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
  builtIn ??= readServices(CATALOGUE).map(({ service }) => service);
  return builtIn;
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
export function serviceFinder(services: readonly Service[]): ServiceFinder {
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
