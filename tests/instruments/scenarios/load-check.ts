import type { TimedEvent } from "./trace-event.ts";

/** Says what no browser would tell of the loads of its tabs: a page that comes, breaks or is left though nothing has begun. */
export function loadProblemsOf(events: readonly TimedEvent[]): string[] {
  const problems: string[] = [];
  const begun = new Set<string>();
  const committed = new Set<string>();
  for (const [index, event] of events.entries()) {
    if (!("tabId" in event && "url" in event)) continue;
    const load = `${event.tabId} ${event.url}`;
    const say = (problem: string) => problems.push(`line ${index + 1} (${event.event}): ${problem}`);
    if (event.event === "navigation-started") begun.add(load);
    if (event.event === "navigation-committed" || event.event === "navigation-completed" || event.event === "navigation-error") {
      if (!begun.has(load)) say("nothing began there");
    }
    if (event.event === "navigation-committed") committed.add(load);
    if (event.event === "navigation-completed" && !committed.has(load)) say("nothing was committed there");
  }
  return problems;
}
