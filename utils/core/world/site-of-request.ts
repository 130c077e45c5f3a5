import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { CompletedEvent, ErrorEvent } from "./events.ts";
import type { Ignored } from "./ignored.ts";
import type { World } from "./world.ts";

type Request = CompletedEvent | ErrorEvent;

/** The site that a request counts for, or why it counts for none. */
export type ServedSite = { site: string } | Ignored;

const THIRD_PARTY: Ignored = { ignored: "third-party" };
const UNJUDGED_PAGE: Ignored = { ignored: "unjudged-page" };
const UNVISITED_SITE: Ignored = { ignored: "unvisited-site" };

/**
 * Finds the site that a request counts for: the host's own, or the one whose page called a host that is a part of it.
 * @param host the host of the request's target
 */
export function siteOfRequest(world: World, event: Request, host: string, knowledge: Knowledge): ServedSite {
  const site = siteOf(host);
  if (event.type === "main_frame") return { site };
  const initiator = siteOfInitiator(event);
  if (event.tabId < 0) {
    // A service worker's request belongs to no tab; its site must at least be one that the person opened.
    const caller = initiator === undefined ? site : initiator;
    if (caller === null || world.sites[caller]?.visited !== true) return UNVISITED_SITE;
    return isPartOf(caller, event, host, knowledge) ? { site: caller } : THIRD_PARTY;
  }
  const tab = world.tabs[event.tabId];
  if (tab !== undefined && initiator !== undefined && initiator !== tab.site) return THIRD_PARTY;
  const caller = tab === undefined ? initiator : tab.site;
  if (caller === undefined) return { site };
  if (caller === null) return UNJUDGED_PAGE;
  return isPartOf(caller, event, host, knowledge) ? { site: caller } : THIRD_PARTY;
}

/** The site whose page made the request; null: a private host's page; undefined: not known. */
function siteOfInitiator({ initiator }: Request): string | null | undefined {
  if (initiator === undefined || initiator.host === null) return undefined;
  return isPrivateHost(initiator.host) ? null : siteOf(initiator.host);
}

/** Whether a host is a part of the site whose page requests it. A failure of the host is then one of that site. */
function isPartOf(caller: string, { type }: Request, host: string, knowledge: Knowledge): boolean {
  if (host.endsWith(`.${caller}`) || siteOf(host) === caller) return true;
  const service = knowledge.serviceOf(host);
  if (service !== null && knowledge.serviceOf(caller)?.id === service.id) return true;
  // A name that a cloud gives to a customer, with its region in it (an API gateway, a function, a bucket), serves the site that calls it.
  return (type === "xmlhttprequest" || type === "websocket") && knowledge.byHost(host)?.region != null;
}
