import { siteOf } from "../net/site-name.ts";
import { customerOf } from "./page-names.ts";

/** What a status page says of itself. Missing texts are "". */
export type NamedPage = {
  name: string;
  /** Its own address. */
  url: string;
  /** The address of the company whose page it is, where the format has it. */
  company: string;
};

/** Words of a page's name that are read. Judged: no name has more. */
const MAX_WORDS = 20;

/**
 * Whether a page that was found by its name is believed to be that of a site. The name or the domain of the site must stand on it, or it
 * must lie at the domain; and nothing on it may say that it is somebody else's.
 * @param page what it says of itself
 * @param from the address that answered
 * @param site the registrable domain
 */
export function isPageOf({ name, url, company }: NamedPage, from: string, site: string): boolean {
  const label = site.slice(0, site.indexOf("."));
  const told = [url, company].filter((address) => URL.canParse(address)).map((address) => new URL(address).hostname);
  if (told.some((host) => isElsewhere(host, label, site))) return false;
  const own = [...told, new URL(from).hostname].some((host) => siteOf(host) === site);
  return own || isNamed(name, label) || name.toLowerCase().includes(site);
}

/** Whether a host is another owner's: neither the site's, nor one of the same name, nor one of a platform, which says nothing. */
function isElsewhere(host: string, label: string, site: string): boolean {
  const owner = siteOf(host);
  if (owner === site || customerOf(host) !== null) return false;
  const other = owner.slice(0, Math.max(0, owner.indexOf(".")));
  return ![label, `${label}status`, `${label}-status`].includes(other);
}

/** Whether whole words of a text, written together, are the label: "Morning News Status" names `morningnews` and `morning-news`. */
function isNamed(text: string, label: string): boolean {
  const wanted = label.replaceAll("-", "");
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, MAX_WORDS);
  return words.some((_, start) => {
    let joined = "";
    for (const word of words.slice(start)) {
      joined += word;
      if (joined === wanted || joined === `${wanted}status`) return true;
      if (joined.length > wanted.length) return false;
    }
    return false;
  });
}
