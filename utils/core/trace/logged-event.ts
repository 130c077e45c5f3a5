import type { FeedEvent, WorldEvent } from "../world/events.ts";
import { isFailure } from "../world/events.ts";
import type { IgnoredReason } from "../world/ignored.ts";

/**
 * An event as it may be kept for some minutes: of a page nothing but scheme, host and port. A feed is named only, because the document
 * itself is in the world.
 */
export type LoggedEvent = (
  | Exclude<WorldEvent, FeedEvent | { event: "ranges" | "targets" }>
  | { event: "feed"; at: number; local?: boolean | undefined }
  /** The background was stopped by the browser and has just been started again. */
  | { event: "restart"; at: number }
) & {
  /** Why the event counted for nothing when it came. */
  ignored?: IgnoredReason;
};

/** What an event led to. */
export type Outcome = { changed: boolean; ignored: IgnoredReason | null };

/**
 * Takes out of an event what may be kept.
 * @param outcome an event that changed nothing, and there are many, would change nothing in a replay and is not worth a line unless
 * something failed
 * @returns null for an event that is not worth a line, or that a trace has no line for
 */
export function loggedEvent(event: WorldEvent, { changed, ignored }: Outcome): LoggedEvent | null {
  if (!changed && !isFailure(event)) return null;
  const kept = keptOf(event);
  return kept === null || ignored === null ? kept : { ...kept, ignored };
}

function keptOf(event: WorldEvent): LoggedEvent | null {
  switch (event.event) {
    case "feed":
    case "feeds":
      return { event: "feed", at: event.at, ...(event.local === true ? { local: true } : {}) };
    case "ranges":
    case "targets":
      return null;
    default:
      return event;
  }
}
