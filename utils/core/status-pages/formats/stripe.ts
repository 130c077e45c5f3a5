import type { IncidentSeverity } from "../../feed/feed.ts";
import { fieldsOf, firstText } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { isoTime, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { meaningOf, vocabulary } from "../parsing/unknown-values.ts";

/** `pending` and `paused` say that nobody is looking: neither trouble nor its absence, so they are not in here. */
const STATES = vocabulary<IncidentSeverity | "fine">({ up: "fine", degraded: "minor", down: "major", maintenance: "maintenance" });

/** `status.stripe.com/current/full`: one light and one sentence. */
export const stripe = jsonAdapter("stripe", (value, source, unknown) => {
  const document = fieldsOf(value);
  const light = firstText(document?.UptimeStatus, document?.uptimeStatus, document?.uptimestatus, document?.largestatus);
  if (document === null || light === "") return null;
  const state = meaningOf(STATES, light, unknown);
  if (state === null || state === "fine") return [];
  const message = firstText(document.message, document.Message);
  const at = parseTime(firstText(document.started, document.time, document.updated));
  return toIncidents(source, {
    id: `status-${at === null ? "now" : isoTime(at).slice(0, 10).replaceAll("-", "")}`,
    severity: state,
    status: statusFromText([message]),
    started: at,
    updated: at,
    title: message || `Stripe is ${light.toLowerCase()}`,
    posts: [message],
  });
});
