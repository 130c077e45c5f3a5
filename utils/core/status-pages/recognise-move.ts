import { siteOf } from "../net/site-name.ts";
import { askedNames, customerOf } from "./page-names.ts";

/**
 * Whether a redirect of one of the usual names may be followed: over https on its default port, to the site's own hosts, to another of
 * those names, or to a host that a platform of status pages gave to this name. Any other host is another owner's.
 * @param to the `Location` header
 * @param from the address that answered
 * @returns the address to ask, without a fragment; null where it is not to be asked
 */
export function allowedMove(to: string, from: string, site: string): string | null {
  if (!URL.canParse(to, from)) return null;
  const { protocol, hostname, port, username, password, origin, pathname, search } = new URL(to, from);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return null;
  const name = site.slice(0, site.indexOf("."));
  if (siteOf(hostname) !== site && !askedNames(site).includes(hostname) && customerOf(hostname) !== name) return null;
  return origin + pathname + search;
}
