import type { Feed } from "../../utils/core/feed/feed.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import { DAY, MINUTE } from "../../utils/core/time.ts";
import { advance } from "../detect/close-minute.ts";
import { createDetector, type Detector } from "../detect/detector.ts";
import { ingestActive, ingestReport, type ReceivedReport } from "../detect/ingest.ts";
import { detectorOutput } from "../detect/output.ts";
import type { CountryShares } from "../detect/reporters/usual-countries.ts";
import { feedIncidents, stillRemembered } from "../merge/feed-incidents.ts";
import type { SourcedIncident } from "../merge/sourced-incident.ts";
import { neatIncident, neatNetwork } from "../publish/body.ts";
import type { KeptIncident } from "../store/incident-store.ts";

/** An official incident that ended is reported for this long, as status pages do. */
const REPORTED_AFTER_END = DAY;
const SOURCE = "stream";

/** The open incidents, the services and the networks as they would be published. */
export type FeedAnswer = Pick<Feed, "incidents" | "services" | "networks">;

/** The feed as a live server would make it of the same events, over the time of the events. */
export type ReplayedFeed = {
  report(report: ReceivedReport, at: number): void;
  /** @param shares where people usually are; null where the stream does not tell */
  installs(count: number, shares: CountryShares | null, at: number): void;
  /** An official incident: a new one, a change of a known one, or its end. */
  official(incident: Incident, at: number): void;
  answer(at: number): FeedAnswer;
};

type Service = { id: string; name?: string | undefined; on: string[] };

/**
 * The detector and the merging of incidents, as in a live server but without sources, store and clock. Instants are milliseconds of
 * the epoch and never fall back to an earlier minute.
 * @param baseline usual reports a minute by service id
 */
export function createReplayedFeed(services: Service[], baseline: { [id: string]: number }, start: number): ReplayedFeed {
  const detector = createDetector({ services, baseline }, start);
  const official = new Map<string, Incident>();
  let records: KeptIncident[] = [];

  /** Closes minute by minute, because alarms that come and go between two lines are incidents too. */
  function advanceTo(at: number): void {
    for (;;) {
      const next = (detector.closed + 2) * MINUTE;
      if (next > at) return;
      advance(detector, isIdle(detector) ? at : next);
      merge((detector.closed + 1) * MINUTE);
    }
  }

  function merge(now: number): void {
    for (const [id, { resolved }] of official)
      if (resolved !== null && now - Date.parse(resolved) > REPORTED_AFTER_END) official.delete(id);
    const reported: SourcedIncident[] = [...official.values()].map((incident) => ({ source: SOURCE, incident, feedId: incident.id }));
    const crowd = detectorOutput(detector);
    const isOpen = records.some(({ incident }) => incident.resolved === null);
    if (reported.length === 0 && crowd.alarms.length === 0 && !isOpen) return;
    records = stillRemembered(
      feedIncidents(records, { official: reported, crowd, measured: null }, services, () => true, now),
      now,
    );
  }

  return {
    report(report, at) {
      advanceTo(at);
      ingestReport(detector, report, at);
    },
    installs(count, shares, at) {
      advanceTo(at);
      ingestActive(detector, count, at, shares);
    },
    official(incident, at) {
      advanceTo(at);
      const resolved = incident.status === "resolved" ? (incident.resolved ?? incident.updated) : incident.resolved;
      official.set(incident.id, { ...incident, resolved });
      merge(at);
    },
    answer(at) {
      advanceTo(at);
      merge(at);
      const open = records.filter(({ isReported, incident }) => isReported && incident.resolved === null);
      const { services, networks } = detectorOutput(detector);
      const incidents = open.map(({ incident }) => neatIncident(incident));
      return {
        incidents: incidents.sort((one, other) => one.started.localeCompare(other.started) || one.id.localeCompare(other.id)),
        services,
        networks: networks.map(neatNetwork),
      };
    },
  };
}

/** Whether no minute can bring an alarm or end one before the next report. */
function isIdle({ active, activePlaces }: Detector): boolean {
  return active.size === 0 && activePlaces.size === 0;
}
