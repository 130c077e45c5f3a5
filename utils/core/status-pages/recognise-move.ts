import { siteOf } from "../net/site-name.ts";
import { customerOf } from "./recognise-platform.ts";

/**
 * Whether a redirect of a name may be followed: over https on its default port, to the site's own hosts, to another of the names or its
 * `www`, or to a host that a platform of status pages gave to this site's name. Any other host is another owner's.
 * @param to the `Location` header
 * @param from the address that answered
 * @param site the registrable domain
 * @param names that the person agreed to
 * @returns the address to ask, without a fragment; null where it is not to be asked
 */
export function allowedMove(to: string, from: string, site: string, names: readonly string[]): string | null {
  if (!URL.canParse(to, from)) return null;
  const { protocol, hostname, port, username, origin, pathname, search } = new URL(to, from);
  if (protocol !== "https:" || port + username !== "") return null;
  const isOwn = siteOf(hostname) === site || names.includes(hostname.replace(/^www\./, "")) || customerOf(hostname) === site.split(".")[0];
  return isOwn ? origin + pathname + search : null;
}
