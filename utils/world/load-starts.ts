import type { WorldEvent } from "../core/world/events.ts";

type FailedLoad = Extract<WorldEvent, { event: "error" | "navigation-error" }>;

/** When the page load of each tab began, so that the duration of a failed one is known. In memory only. */
export function createLoadStarts() {
  const starts = new Map<number, number>();
  return {
    began: (tabId: number, at: number) => void starts.set(tabId, at),
    forget: (tabId: number) => void starts.delete(tabId),

    /**
     * Adds how long a page load took, milliseconds, where its start was seen. Firefox may give a load that is blocked at once a time
     * before its start.
     */
    withDuration(event: FailedLoad): FailedLoad {
      const started = event.event === "error" && event.type !== "main_frame" ? undefined : starts.get(event.tabId);
      return started === undefined ? event : { ...event, ms: Math.max(0, event.at - started) };
    },
  };
}
