import type { Incident } from "../../utils/core/feed/feed.ts";
import { DAY, HOUR } from "../../utils/core/time.ts";
import { isUnderstood, type SourceState } from "../poll/source-state.ts";
import type { IncidentStore, KeptIncident } from "../store/incident-store.ts";
import { mergeIncidents } from "./merge-incidents.ts";
import { CROWD, DEPENDENTS, type SourcedIncident } from "./sourced-incident.ts";

/** What a source told last stands for this long after it can no longer be read. */
export const KEPT_UNREADABLE = 2 * HOUR;
/** How long an incident stays in the feed after its end, so that people learn that it is over. */
export const KEPT_RESOLVED = 2 * HOUR;
/** What is worked out here can always be read. */
const OURS = [CROWD, DEPENDENTS];
/** Remembered beyond that, so that an id is not given twice and an old story is recognised. */
const REMEMBERED = 7 * DAY;

export type IncidentRegistry = {
  /** Takes in how the sources stand now and what else is told; resolves once what changed is kept. */
  update(states: readonly SourceState[], others: readonly SourcedIncident[], now: number): Promise<void>;
  /** What belongs into the feed now. */
  current(now: number): Incident[];
};

/** Holds the incidents that official sources tell of. */
export async function openIncidentRegistry(store: IncidentStore, now: number): Promise<IncidentRegistry> {
  let records = await store.current(now - REMEMBERED);

  return {
    async update(states, others, time) {
      const readable = new Set([...states.filter(isUnderstood).map(({ id }) => id), ...OURS]);
      const merged = mergeIncidents(records, [...readableIncidents(states, time), ...others], (source) => readable.has(source), time);
      await store.save(changed(records, merged));
      records = merged.filter(({ incident }) => incident.resolved === null || time - Date.parse(incident.resolved) < REMEMBERED);
    },
    current(time) {
      return records
        .filter(
          ({ told, incident }) => told === "now" && (incident.resolved === null || time - Date.parse(incident.resolved) < KEPT_RESOLVED),
        )
        .map(({ incident }) => incident);
    },
  };
}

/** What sources tell, as far as it still stands. */
export function readableIncidents(states: readonly SourceState[], now: number): SourcedIncident[] {
  const standing = states.filter((state) => stands(state, now));
  return standing.flatMap(({ id, incidents }) => incidents.map((incident) => ({ source: id, incident })));
}

function stands({ trouble, checked }: SourceState, now: number): boolean {
  return checked !== null && (trouble === null || Math.abs(now - checked) < KEPT_UNREADABLE);
}

function changed(before: readonly KeptIncident[], after: readonly KeptIncident[]): KeptIncident[] {
  const known = new Map(before.map((record) => [record.incident.id, JSON.stringify(record)]));
  return after.filter((record) => known.get(record.incident.id) !== JSON.stringify(record));
}
