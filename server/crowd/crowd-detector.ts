import { SECOND } from "../../utils/core/time.ts";
import { advance } from "../detect/close-minute.ts";
import { createDetector, type Watched } from "../detect/detector.ts";
import { ingestReport } from "../detect/ingest.ts";
import { type DetectorOutput, detectorOutput } from "../detect/output.ts";
import { hourOf, REPORTS_KEPT, type ReportStore } from "../store/report-store.ts";
import { restoreLearned, writeLearned } from "./learned-baselines.ts";
import { createReportReader } from "./report-reader.ts";

const BASELINES = "baselines";
/** A clock that goes back further than this was set; the minutes that were closed by it have yet to come. */
const SET_BACK = SECOND;

export type CrowdDetector = {
  /** Reads the reports that are new, closes the minutes that have ended, and returns what the detector reports then. */
  update(now: number): Promise<DetectorOutput>;
};

/** Runs the detector on the reports of a store; what is usual is read from the store and saved there once an hour. */
export async function openCrowdDetector(
  store: ReportStore,
  watched: Watched[],
  writers: "one" | "several",
  now: number,
  log: (line: string) => void,
): Promise<CrowdDetector> {
  let { detector, reader, output, saved } = begin(await store.learned(BASELINES), now);
  let latest = now;

  function begin(learned: string | null, time: number) {
    const since = time - REPORTS_KEPT;
    const created = createDetector({ services: watched }, since);
    if (learned !== null && !restoreLearned(created, learned, time))
      log("usual levels are damaged, or of another version: they are learned anew");
    return {
      detector: created,
      reader: createReportReader(store, since, writers),
      output: detectorOutput(created),
      saved: hourOf(time),
    };
  }

  return {
    async update(time) {
      // As after a start: the reports of the last two hours are read again, and what was learned stays.
      if (time < latest - SET_BACK) ({ detector, reader, output, saved } = begin(writeLearned(detector), time));
      latest = time;
      const { closed } = detector;
      await reader.readNew(time, ({ service, place, failure, slot, network, country, received }) => {
        ingestReport(detector, { service, on: place === "" ? null : place, failure, prefix: slot, network, country }, received);
      });
      advance(detector, time);
      // The output is that of the last closed minute, so it is computed once a minute.
      if (detector.closed !== closed) output = detectorOutput(detector);
      if (hourOf(time) !== saved) {
        saved = hourOf(time);
        await store.saveLearned(BASELINES, writeLearned(detector));
      }
      return output;
    },
  };
}

/** What readers of the feed would notice: it does not change when only numbers do. */
export function withoutNumbers({ alarms, services, networks }: DetectorOutput): string {
  return JSON.stringify([
    alarms.map((alarm) =>
      alarm.kind === "place"
        ? [alarm.place, alarm.since, alarm.severity, alarm.areas, alarm.affected]
        : [alarm.service, alarm.since, alarm.severity, alarm.areas, alarm.hostedOn.map(({ place }) => place)],
    ),
    services.map(({ id, state }) => [id, state]),
    networks.map(({ crowd: _, ...trouble }) => trouble),
  ]);
}
