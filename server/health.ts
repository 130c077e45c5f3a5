import type { FeedPipeline } from "./leader/feed-pipeline.ts";
import type { Intake } from "./reports/intake.ts";
import type { Store } from "./store/store.ts";

/** How the server stands, for its operator and for anybody who wants to know. */
export function healthOf(now: number, sequence: number | null, editor: FeedPipeline | null, intake: Intake, store: Store): object {
  const states = editor?.states() ?? [];
  return {
    time: new Date(now).toISOString(),
    /** The number of the document that is served. */
    sequence,
    store: store.kind,
    /** Whether this process publishes; among several one does. */
    publishes: editor !== null,
    /** Whether the report that came last could be kept. */
    keepsReports: intake.keeps(),
    readable: states.filter(({ trouble }) => trouble === null).length,
    sources: states.map(({ id, checked, trouble, incidents, unknown }) => ({
      id,
      checked: checked === null ? null : new Date(checked).toISOString(),
      trouble,
      incidents: incidents.length,
      unknown,
    })),
  };
}
