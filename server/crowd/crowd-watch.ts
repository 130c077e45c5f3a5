import type { Feed, Incident } from "../../utils/core/feed/feed.ts";
import { DAY, SECOND } from "../../utils/core/time.ts";
import { advance } from "../detect/close-minute.ts";
import { createDetector, type Watched } from "../detect/detector.ts";
import { ingestOfficial, ingestReport } from "../detect/ingest.ts";
import { detectorOutput } from "../detect/output.ts";
import { CROWD, type SourcedIncident } from "../merge/sourced-incident.ts";
import { hourOf, REPORTS_KEPT, type ReportStore } from "../store/report-store.ts";
import { restoreLearned, writeLearned } from "./learned-baselines.ts";
import { createReportReader } from "./report-reader.ts";

/** An official incident that began earlier says nothing about a rise of today. */
const TELLING = DAY;
const BASELINES = "baselines";
/** A clock that goes back further was set, and what was heard by it stands in a time that has yet to come. */
const SET_BACK = SECOND;

export type CrowdDetector = {
  /** Takes in what officials say now. */
  hearOfficials(told: readonly SourcedIncident[], now: number): void;
  /** Takes in new reports and closes the minutes that have ended. */
  listen(now: number): Promise<void>;
  /** Incidents that people tell of, alone or along with officials. */
  told(): SourcedIncident[];
  services(): Feed["services"];
  /** What stands, without its numbers: changes only when there is news. */
  standing(): object;
};

/** Watches the reports. */
export async function openCrowdDetector(
  store: ReportStore,
  watched: Watched[],
  writers: "one" | "several",
  now: number,
): Promise<CrowdDetector> {
  let { detector, reader, officials, saved } = begin(await store.learned(BASELINES), now);
  let latest = now;

  function begin(learned: string | null, time: number) {
    const since = time - REPORTS_KEPT;
    const made = createDetector({ services: watched }, since);
    if (learned !== null) restoreLearned(made, learned, time);
    const nobody = new Map<string, Incident>();
    return { detector: made, reader: createReportReader(store, since, writers), officials: nobody, saved: hourOf(time) };
  }

  return {
    hearOfficials(told, time) {
      const open = new Map<string, Incident>();
      for (const { source, incident } of told) {
        const id = `${source}:${incident.id}`;
        const isOld = time - Date.parse(incident.started) > TELLING && !officials.has(id);
        if (incident.severity !== "maintenance" && incident.resolved === null && !isOld) open.set(id, { ...incident, id });
      }
      for (const [id, incident] of open) {
        if (JSON.stringify(officials.get(id)) !== JSON.stringify(incident)) ingestOfficial(detector, incident, time);
      }
      const ended = new Date(time).toISOString();
      for (const [id, incident] of officials) {
        if (!open.has(id)) ingestOfficial(detector, { ...incident, status: "resolved", resolved: ended, updated: ended }, time);
      }
      officials = open;
    },

    async listen(time) {
      // As after a start: the reports of the last two hours are heard again, and what was learned stays.
      if (time < latest - SET_BACK) ({ detector, reader, officials, saved } = begin(writeLearned(detector), time));
      latest = time;
      await reader.readNew(time, ({ service, place, failure, slot, network, received }) => {
        ingestReport(detector, { service, on: place === "" ? null : place, failure, prefix: slot, network }, received);
      });
      advance(detector, time);
      if (hourOf(time) !== saved) {
        saved = hourOf(time);
        await store.saveLearned(BASELINES, writeLearned(detector));
      }
    },
    told() {
      const heard = detectorOutput(detector).incidents.filter(
        ({ crowd, official, affects }) => crowd !== null || official === null || affects.length > 0,
      );
      // The officials speak for themselves; this is the people's part.
      return heard.map((incident) => ({ source: CROWD, incident: { ...incident, official: null } }));
    },
    services: () => detectorOutput(detector).services,
    standing() {
      const { incidents, services } = detectorOutput(detector);
      return [
        incidents.map(({ id, status, severity, affects }) => [id, status, severity, affects]),
        services.map(({ id, state }) => [id, state]),
      ];
    },
  };
}
