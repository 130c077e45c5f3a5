import { isExtension, type Origin } from "../net/origin.ts";
import { siteOf } from "../net/site-name.ts";
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
  const initiator = "initiator" in event ? ownerOfInitiator(event.initiator, knowledge) : null;
  if (initiator !== null && initiator !== own && !isTriedAgain(world, event, host)) return { by: "page", owner: initiator };
  const first = loadingOf(world, event.tabId);
  if (first !== null && first.owner !== own) return { by: "redirect", owner: first.owner };
  return world.mode === "full" ? null : shownBefore(world, event, own, knowledge);
}

/** What led the browser to the failed page that makes a call. */
export function leadOfTab({ tabs }: World, { tabId }: { tabId: number }): Lead | null {
  return tabs[tabId]?.lead ?? null;
}

/**
 * In basic access the page that the tab showed until a moment ago, where another owner runs it: it may have led on, and again, unless
 * the tab is the person's own.
 */
function shownBefore({ tabs }: World, { tabId, at }: { tabId: number; at: number }, own: string, knowledge: Knowledge): Lead | null {
  const tab = tabs[tabId];
  const began = tab?.loading?.at ?? at;
  if (tab === undefined || tab.site === null) {
    if (tab?.free === true) return null;
    return tab?.lead === undefined ? shownElsewhere(tabs, began, own, knowledge) : tab.lead.owner === own ? null : tab.lead;
  }
  if (tab.state === "failed") return tab.lead?.by === "perhaps" && tab.free !== true ? tab.lead : null;
  if (began - tab.at >= LATELY || tab.state !== "shown") return null;
  const owner = ownerOfHost(tab.site, knowledge);
  return owner === own ? null : { by: "perhaps", owner };
}

/** A tab of which nothing is known may have been opened by a page that another tab showed a moment ago. */
function shownElsewhere(tabs: World["tabs"], at: number, own: string, knowledge: Knowledge): Lead | null {
  for (const tab of Object.values(tabs)) {
    if (tab.site === null || tab.state !== "shown" || at - tab.at >= LATELY) continue;
    const owner = ownerOfHost(tab.site, knowledge);
    if (owner !== own) return { by: "perhaps", owner };
  }
  return null;
}

/** Who runs the page that began a load; null where none did. A sandboxed frame has an opaque origin ("null" in Chromium): it is a page. */
function ownerOfInitiator(initiator: Origin | undefined, knowledge: Knowledge): string | null {
  if (initiator === undefined || isExtension(initiator)) return null;
  return initiator.host === null ? "" : ownerOfHost(initiator.host, knowledge);
}

/**
 * Whether the person tries again what failed in this tab. Both browsers keep the initiator of the first load when the person reloads a
 * page that failed (recorded 2026-11-30 on Chromium 156 and Firefox 153). But a tab that shows the browser's own error page runs no
 * script: only the person begins a load there, or a window that opened this tab or was opened by it. So it stays a question in a tab of
 * which no `tab-opened` was told (a trace made by hand): nothing else there tells a reload from such a window.
 */
function isTriedAgain({ tabs }: World, { tabId }: { tabId: number }, host: string): boolean {
  const tab = tabs[tabId];
  return tab?.state === "failed" && tab.host === host && tab.free === true;
}

function ownerOfHost(host: string, knowledge: Knowledge): string {
  return ownerOf(siteOf(host), knowledge.serviceOf(host));
}
