import { classifyError } from "../net/classify-error.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { SECOND } from "../time.ts";
import type { CompletedEvent, ErrorEvent, NavigationErrorEvent } from "./events.ts";
import { isIntermediaryAddress } from "./place-host.ts";
import type { World } from "./world.ts";

/*
 * Proxies and filters between this browser and the sites: nothing is reported from behind one, because its trouble looks like that of
 * the sites. Firefox says of each request whether a proxy answered. Chromium does not (156, 2026-11-30: `details` has no `proxyInfo`),
 * so there what shows itself has to do. A proxy in good health that Chromium reaches from basic access shows nothing.
 */

/** The last sight of an intermediary is recorded at most this often: only its age in minutes matters. Judged. */
const SPACING = 30 * SECOND;
const PROXY_AUTHENTICATION_REQUIRED = 407;
/** Codes whose class says no more than that the site was not reached, or not by this certificate. */
const CODES_OF_INTERMEDIARIES = /PROXY_UNABLE_TO_CONNECT|KNOWN_INTERCEPTION|MITM_DETECTED/;
/** Chromium's word for a site that answers 407 where no proxy is set: any page can bring it about. */
const NO_PROXY_AT_ALL = /UNEXPECTED_PROXY_AUTH/;

/** Keeps when the browser itself last said that a proxy answered. */
export function recordProxy(world: World, event: CompletedEvent | ErrorEvent): World {
  return event.proxied === true && event.at - world.proxiedAt > SPACING ? { ...world, proxiedAt: event.at } : world;
}

/** Keeps when an event last showed something in between: by the proxy's own status or error, or by the address that answered. */
export function recordIntermediary(
  world: World,
  event: CompletedEvent | ErrorEvent | NavigationErrorEvent,
  knowledge: Pick<Knowledge, "byAddress">,
): World {
  if (event.at - world.intermediaryAt <= SPACING) return world;
  return showsIntermediary(world, event, knowledge) ? { ...world, intermediaryAt: event.at } : world;
}

function showsIntermediary(
  world: World,
  event: CompletedEvent | ErrorEvent | NavigationErrorEvent,
  knowledge: Pick<Knowledge, "byAddress">,
): boolean {
  if (event.event !== "completed") {
    if (NO_PROXY_AT_ALL.test(event.error)) return false;
    const { kind } = classifyError(world.browser, event.error);
    return kind === "proxy" || kind === "gateway" || CODES_OF_INTERMEDIARIES.test(event.error);
  }
  // Firefox hands on the 407 of a site, too, and names real proxies by itself.
  if (event.status === PROXY_AUTHENTICATION_REQUIRED) return world.browser === "chromium";
  return event.fromCache !== true && event.ip !== undefined && isIntermediaryAddress(world, event.ip, knowledge);
}
