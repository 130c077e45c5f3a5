import type { Incident } from "../../utils/core/feed/incident.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { HOUR } from "../../utils/core/time.ts";
import type { DetectorOutput } from "../detect/output.ts";
import type { JointView } from "../measure/join-vantages.ts";
import { isUnderstood, type SourceState } from "../poll/source-state.ts";
import type { IncidentStore, KeptIncident } from "../store/incident-store.ts";
import { feedIncidents, REMEMBERED, stillRemembered } from "./feed-incidents.ts";
import type { SourcedIncident } from "./sourced-incident.ts";

/** What a source reported last counts for this long after it can no longer be read. */
const KEPT_UNREADABLE = 2 * HOUR;
/** How long an incident stays in the feed after its end, so that people learn that it is over. */
export const KEPT_RESOLVED = 2 * HOUR;

export type IncidentRegistry = {
  /** Takes in what the sources, the crowd and the vantages report now; resolves once what changed is stored. */
  update(states: readonly SourceState[], others: { crowd: DetectorOutput; measured: JointView | null }, now: number): Promise<void>;
  /** What belongs into the feed now. */
  current(now: number): Incident[];
};

/** Holds the feed's incidents over time and stores them. */
export async function openIncidentRegistry(store: IncidentStore, catalogue: readonly Service[], now: number): Promise<IncidentRegistry> {
  let records = await store.current(now - REMEMBERED);

  return {
    async update(states, { crowd, measured }, time) {
      const readable = new Set(states.filter(isUnderstood).map(({ id }) => id));
      const official = reportedBy(states, time);
      const merged = feedIncidents(records, { official, crowd, measured }, catalogue, (source) => readable.has(source), time);
      await store.save(changed(records, merged));
      records = stillRemembered(merged, time);
    },
    current(time) {
      return records
        .filter(
          ({ isReported, incident: { resolved } }) => isReported && (resolved === null || time - Date.parse(resolved) < KEPT_RESOLVED),
        )
        .map(({ incident }) => incident);
    },
  };
}

/** What the sources report, without those that could not be read for too long. */
function reportedBy(states: readonly SourceState[], now: number): SourcedIncident[] {
  const current = states.filter(
    ({ trouble, checked }) => checked !== null && (trouble === null || Math.abs(now - checked) < KEPT_UNREADABLE),
  );
  return current.flatMap(({ id, incidents }) => incidents.map((incident) => ({ source: id, incident })));
}

function changed(before: readonly KeptIncident[], after: readonly KeptIncident[]): KeptIncident[] {
  const known = new Map(before.map((record) => [record.incident.id, JSON.stringify(record)]));
  return after.filter((record) => known.get(record.incident.id) !== JSON.stringify(record));
}
