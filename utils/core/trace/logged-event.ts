import type { CompletedEvent, ErrorEvent, WorldEvent } from "../world/events.ts";

/**
 * An event as it may be kept for a while: no path, no query, nothing of a page but scheme and host. A feed is named only (the
 * document itself is in the world), and what says nothing in a trace is left out.
 */
export type LoggedEvent =
  | Exclude<WorldEvent, { event: "feed" } | { event: "ranges" }>
  | { event: "feed"; at: number }
  /** The background was stopped by the browser and has just been started again. */
  | { event: "restart"; at: number };

/** In Chromium its mere presence marks a load that nobody asked for; what it says is nobody's business. */
const SOME_DOCUMENT = "document";

/** True for an event that says that something went wrong, whether or not it is evidence. */
export function isFailure(event: WorldEvent): boolean {
  return event.event === "error" || event.event === "navigation-error" || (event.event === "completed" && event.status >= 500);
}

/**
 * Takes out of an event what may be kept.
 * @param taught whether it changed the picture: what teaches nothing now would teach nothing in a replay, and there is a lot of it
 * @returns null for what is not worth a line, and what a trace has none for
 */
export function loggedEvent(event: WorldEvent, taught: boolean): LoggedEvent | null {
  if (!taught && !isFailure(event)) return null;
  switch (event.event) {
    case "completed": {
      // What its headers told is in the learned map, where it matters.
      const { front: _, ...kept } = event;
      return { ...kept, ...shortened(event) };
    }
    case "error":
      return { ...event, ...shortened(event) };
    case "navigation-error":
    case "navigation-completed":
      return { ...event, url: schemeAndHost(event.url) };
    case "feed":
      return { event: "feed", at: event.at };
    case "ranges":
      return null;
    default:
      return event;
  }
}

/** Of the addresses in a request's event, what may be kept. */
function shortened({ url, initiator, documentId }: CompletedEvent | ErrorEvent) {
  return {
    url: schemeAndHost(url),
    ...(initiator === undefined ? {} : { initiator: schemeAndHost(initiator) }),
    ...(documentId === undefined ? {} : { documentId: SOME_DOCUMENT }),
  };
}

/** `https://example.com/`: all that is left of an address. Of schemes without hosts on the net only the scheme. */
function schemeAndHost(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/(?:[^/?#\\@]*@)?(\[[0-9a-f:.]+\]|[^/?#\\:@]*))?/i.exec(url);
  const [, scheme = "about", host = ""] = parts ?? [];
  if (/^(?:https?|wss?)$/i.test(scheme)) return `${scheme.toLowerCase()}://${host.toLowerCase()}/`;
  // The id of an extension may be of this browser alone.
  return `${scheme.toLowerCase()}://other/`;
}
