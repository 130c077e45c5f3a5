import { conditionsAt, learnHour, passMinute } from "./baseline.ts";
import type { Detector, ServiceRecord } from "./detector.ts";
import { sumOf } from "./network-spread.ts";
import { closeNetworks } from "./network-trouble.ts";
import { advancePlaces } from "./placement-alarm.ts";
import { advanceService } from "./service-alarm.ts";
import type { AlarmedService } from "./stray-reports.ts";

/**
 * Closes every minute that has ended. The cost is that of the services with reports in the last hour; idle time costs next to
 * nothing.
 * @param at milliseconds of the epoch; an instant in the past changes nothing
 */
export function advance(detector: Detector, at: number): void {
  const last = Math.floor(at / 60_000) - 1;
  while (detector.closed < last) {
    const idle = detector.active.size === 0 && detector.activePlacements.size === 0 && detector.networkMinutes.length === 0;
    // Nothing to look at before the hour turns: what an hour teaches must still be learned on time.
    const next = idle ? Math.min(last, Math.floor((detector.closed + 1) / 60) * 60 + 59) : detector.closed + 1;
    closeMinute(detector, next);
  }
}

function closeMinute(detector: Detector, minute: number): void {
  const { rhythm } = detector;
  const mood = conditionsAt(rhythm, minute);
  passMinute(rhythm, minute, mood.factor);
  closeNetworks(detector, minute, mood);
  const louds: AlarmedService[] = [];
  const loudestFirst = [...detector.active]
    .flatMap((id) => detector.services.get(id) ?? [])
    .map((record) => ({ record, loudness: loudnessOf(record) }))
    .sort((a, b) => b.loudness - a.loudness);
  for (const { record } of loudestFirst) {
    if (!advanceService(detector, record, minute, mood, louds)) detector.active.delete(record.id);
  }
  advancePlaces(detector, minute, mood, louds);
  detector.closed = minute;
  if ((minute + 1) % 60 === 0) learnHour(baselinesOf(detector), rhythm, minute);
}

/** The loudest go first: what they spill onto others must be known when the others are looked at. */
function loudnessOf(record: ServiceRecord): number {
  const now = record.open === null ? 0 : sumOf(record.open.fresh);
  return record.standing.state === "alarm" ? Math.max(now, record.standing.alarm.decay) : now;
}

function* baselinesOf(detector: Detector) {
  for (const record of detector.services.values()) yield record.baseline;
}
