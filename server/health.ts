import type { FeedPipeline } from "./leader/feed-pipeline.ts";
import type { Vantage } from "./measure/vantage.ts";
import type { Intake } from "./reports/intake.ts";
import type { Store } from "./store/store.ts";

/**
 * The state of the server and its sources. It is public, so it has numbers alone of what a source sends: the words of its trouble and the
 * words that nobody knows go to the log.
 */
export function healthOf(
  now: number,
  sequence: number | null,
  pipeline: FeedPipeline | null,
  intake: Intake,
  store: Store,
  vantage: Vantage | null,
): object {
  const states = pipeline?.states() ?? [];
  return {
    time: new Date(now).toISOString(),
    /** The number of the document that is served. */
    sequence,
    store: store.kind,
    /** Whether this process publishes; one of several does. */
    publishes: pipeline !== null,
    /** Whether the last report could be kept. */
    keepsReports: intake.keeps(),
    /** What this process measures; null where it does not. */
    vantage: vantage?.state() ?? null,
    readable: states.filter(({ trouble }) => trouble === null).length,
    sources: states.map(({ id, from, checked, trouble, firstTrouble, failures, incidents, unknown }) => ({
      id,
      checked: checked === null ? null : new Date(checked).toISOString(),
      trouble,
      /** The address that was read, and why it was not the first one. */
      from,
      firstTrouble,
      failures,
      incidents: incidents.length,
      unknown: unknown.length,
    })),
  };
}
