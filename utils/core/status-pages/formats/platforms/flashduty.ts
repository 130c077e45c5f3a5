/**
 * Pages hosted by FlashDuty: the summary under `/api/status-page/` of the page. Undocumented; seen 24 July 2026 (DeepSeek).
 *
 * Holds the state of the page, open incidents with phase and affected components, and maintenance in progress and scheduled.
 * Traps: it looks like incident.io's widget, with other names for title, status and newest post. Its feed is read by `rss`.
 */

import { fieldsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { readSummary } from "./incident-io.ts";

export const flashduty = jsonAdapter("flashduty", (value, source, unknown) => {
  const summary = fieldsOf(value);
  const overall = fieldsOf(summary?.overall);
  if (summary === null || typeof overall?.status !== "string" || !Array.isArray(summary.ongoing_incidents)) return null;
  return readSummary(summary, source, unknown);
});
