import type { CrowdAlarm } from "../../../server/detect/output.ts";
import { isoTime } from "../../../utils/core/status-pages/parsing/parse-time.ts";

/** What is in alarm and since when: the same for as long as the alarm lasts. */
export function nameOfAlarm(alarm: CrowdAlarm): string {
  return `${alarm.kind === "place" ? alarm.place : alarm.service} ${isoTime(alarm.since)}`;
}
