import { siteOf } from "../net/site-name.ts";
import { customerOf } from "./recognise-platform.ts";

/** What a status page says of itself. Missing texts are "". */
export type NamedPage = {
  name: string;
  /** Its own address. */
  url: string;
  /** The address of the company whose page it is, where the format has it. */
  company: string;
};

/** UTF-16 code units of a page's name that are read. Judged: no name has more. */
const MAX_NAME_LENGTH = 200;
const LETTER = "[\\p{L}\\p{N}]";

/**
 * Whether a page that was found by its name is believed to be that of a site. The name or the domain of the site must stand on it, or it
 * must lie at the domain; and nothing on it may say that it is somebody else's.
 * @param page what it says of itself
 * @param from the address that answered
 * @param site the registrable domain
 */
export function isPageOf({ name, url, company }: NamedPage, from: string, site: string): boolean {
  const label = site.slice(0, site.indexOf("."));
  const hosts = [url, company].flatMap((address) => (URL.canParse(address) ? new URL(address).hostname : []));
  if (hosts.some((host) => isElsewhere(host, label, site))) return false;
  return [...hosts, new URL(from).hostname].some((host) => siteOf(host) === site) || isNamed(name.slice(0, MAX_NAME_LENGTH), label);
}

/** Whether a host is another owner's: neither the site's, nor one of the same name, nor one of a platform, which says nothing. */
function isElsewhere(host: string, label: string, site: string): boolean {
  const owner = siteOf(host);
  return owner !== site && customerOf(host) === null && ![label, `${label}status`, `${label}-status`].includes(owner.split(".")[0] ?? "");
}

/** Whether whole words of a text, written together, are the label: "Morning News Status" names `morningnews` and `morning-news`. */
function isNamed(text: string, label: string): boolean {
  const letters = [...label.replaceAll("-", "")].join("[^\\p{L}\\p{N}]*");
  return new RegExp(`(?<!${LETTER})${letters}(?:status)?(?!${LETTER})`, "iu").test(text);
}
