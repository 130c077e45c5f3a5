import { hostOf, isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { CompletedEvent, ErrorEvent } from "./events.ts";
import type { World } from "./world.ts";

/**
 * Finds the site that a request counts for.
 * @returns null where it is nobody's trouble: a tracker, an advertisement, a frame of somebody else.
 */
export function siteOfRequest(world: World, event: CompletedEvent | ErrorEvent, host: string, knowledge: Knowledge): string | null {
  const site = siteOf(host);
  if (event.type === "main_frame") return site;
  const caller = callerOf(world, event, site);
  if (caller === null) return null;
  if (caller === undefined) return site;
  if (site === caller || host.endsWith(`.${caller}`)) return caller;
  const service = knowledge.serviceOf(host);
  if (service !== null && knowledge.serviceOf(caller)?.id === service.id) return caller;
  // A name that a cloud hands out with its region in it (an API gateway, a function, a bucket) serves whoever calls it.
  if (event.type === "xmlhttprequest" && knowledge.byHost(host)?.region != null) return caller;
  return null;
}

/** The site whose page made the request; null: a stranger's frame; undefined: not known. */
function callerOf(world: World, event: CompletedEvent | ErrorEvent, site: string): string | null | undefined {
  const initiatorHost = event.initiator === undefined ? null : hostOf(event.initiator);
  const initiator = initiatorHost === null ? undefined : isPrivateHost(initiatorHost) ? null : siteOf(initiatorHost);
  if (event.tabId < 0) {
    // A service worker's request belongs to no tab; its site must at least be one that the person opened.
    const caller = initiator === undefined ? site : initiator;
    return caller !== null && world.sites[caller]?.visited === true ? caller : null;
  }
  const tab = world.tabs[event.tabId];
  if (tab === undefined) return initiator;
  if (initiator !== undefined && initiator !== tab.site) return null;
  return tab.site;
}
