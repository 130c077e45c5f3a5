import { siteOf } from "../../net/site-name.ts";
import type { SourceContext } from "./adapter.ts";
import { webAddress } from "./web-address.ts";

/**
 * The link to show with an incident: the first of the payload's addresses that leads to one of the source's own hosts over https at the default
 * port; else the source's page. Of other hosts of its site only where the whole site is the status page, as `githubstatus.com` is: at
 * `zendesk.com`, `google.com` and `statuspage.io` anybody may have a host or a page. A payload could name any address, and the feed would sign it as the provider's own. Short links
 * (`stspg.io`) are left out too: where they lead cannot be known.
 * @returns "" where the source's page is no https address either
 */
export function officialLink(links: readonly string[], { page, url }: Pick<SourceContext, "page" | "url">): string {
  const own = [page, url].flatMap((address) => (URL.canParse(address) ? new URL(address).hostname : []));
  const site = siteThatIsPage(page);
  const isOwn = (host: string) => own.includes(host) || siteOf(host) === site;
  return links.find((link) => webAddress(link) !== null && isAtOwn(new URL(link), isOwn)) ?? webAddress(page) ?? "";
}

/** The site of a page that is all there is of its site; null for a page that is a part of one. */
function siteThatIsPage(page: string): string | null {
  if (!URL.canParse(page)) return null;
  const { hostname, pathname } = new URL(page);
  const site = siteOf(hostname);
  return pathname === "/" && (hostname === site || hostname === `www.${site}`) ? site : null;
}

function isAtOwn({ hostname, port }: URL, isOwn: (host: string) => boolean): boolean {
  return port === "" && isOwn(hostname);
}
