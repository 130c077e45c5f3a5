import type { IncidentSeverity } from "../../utils/core/feed.ts";
import { jsonAdapter } from "./define.ts";
import { fieldsOf, firstText } from "./fields.ts";
import { incidentsOf } from "./incident.ts";
import { instantOf, isoTime } from "./instant.ts";
import { phaseOf } from "./phase.ts";
import { meaningOf, vocabulary } from "./unknown-values.ts";

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
  const at = instantOf(firstText(document.started, document.time, document.updated));
  return incidentsOf(source, {
    id: `status-${at === null ? "now" : isoTime(at).slice(0, 10).replaceAll("-", "")}`,
    severity: state,
    status: phaseOf([message]),
    started: at,
    updated: at,
    title: message || `Stripe is ${light.toLowerCase()}`,
    posts: [message],
  });
});
