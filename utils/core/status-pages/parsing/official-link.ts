import { siteOf } from "../../net/site-name.ts";
import type { SourceContext } from "./adapter.ts";
import { webAddress } from "./web-address.ts";

/** Platforms on which anybody may have a status page: there a name is its owner's, not the platform's. From `source-table.ts` and its like. */
const SHARED_SITES = new Set([
  "statuspage.io",
  "status.io",
  "instatus.com",
  "betteruptime.com",
  "freshstatus.io",
  "hund.io",
  "statuspal.io",
  "statuspal.eu",
  "statuscast.com",
]);

/**
 * The link to show with an incident: the first of the payload's addresses that leads to the source's own site over https at the default
 * port; else the source's page. A payload could name any address, and the feed would sign it as the provider's own. Short links
 * (`stspg.io`) are left out too: where they lead cannot be known.
 * @returns "" where the source's page is no https address either
 */
export function officialLink(links: readonly string[], { page, url }: Pick<SourceContext, "page" | "url">): string {
  const own = [page, url].flatMap((address) => (URL.canParse(address) ? new URL(address).hostname : []));
  return links.find((link) => isOnOwnSite(link, own)) ?? webAddress(page) ?? "";
}

function isOnOwnSite(link: string, own: readonly string[]): boolean {
  if (webAddress(link) === null) return false;
  const { hostname, port } = new URL(link);
  return port === "" && own.some((host) => host === hostname || (siteOf(host) === siteOf(hostname) && !SHARED_SITES.has(siteOf(host))));
}
