import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { MINUTE } from "../time.ts";
import type { CompletedEvent, ErrorEvent, NavigationErrorEvent } from "./events.ts";
import { loadingOf } from "./loading.ts";
import type { Lead, World } from "./world.ts";

/** In basic access a page of another owner that was shown so lately may have led to this one. design.md fixes the minute. */
const LATELY = 1 * MINUTE;

/**
 * What led the browser to a page, where it was perhaps not the person. A page can make the browser open others, so what fails then is no
 * witness until the person opens it too.
 */
export function leadOf(world: World, event: CompletedEvent | ErrorEvent | NavigationErrorEvent, knowledge: Knowledge): Lead | null {
  const { host } = event.target;
  if (host === null) return null;
  const own = ownerOfHost(host, knowledge);
  const initiator = "initiator" in event ? event.initiator?.host : null;
  if (initiator != null && !isPrivateHost(initiator)) {
    const owner = ownerOfHost(initiator, knowledge);
    if (owner !== own) return { by: "page", owner };
  }
  const first = loadingOf(world, event.tabId);
  if (first !== null && first.owner !== own) return { by: "redirect", owner: first.owner };
  if (world.mode === "full") return null;
  const tab = world.tabs[event.tabId];
  if (tab == null || tab.site === null || tab.state !== "shown" || event.at - tab.at >= LATELY) return null;
  const owner = ownerOfHost(tab.site, knowledge);
  return owner === own ? null : { by: "perhaps", owner };
}

function ownerOfHost(host: string, knowledge: Knowledge): string {
  return ownerOf(siteOf(host), knowledge.serviceOf(host));
}
