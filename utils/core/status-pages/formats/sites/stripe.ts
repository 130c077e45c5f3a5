/**
 * Stripe: `status.stripe.com/current/full`. Undocumented; known from other readers (2026).
 *
 * Holds one state for all of Stripe and one sentence.
 * Traps: the key of the state is written in several ways; there is no incident and often no time.
 */

import { fieldsOf, firstText } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { isoTime, parseTime } from "../../parsing/parse-time.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf } from "../../parsing/unknown-values.ts";
import { STRIPE } from "../word-table.ts";

export const stripe = jsonAdapter("stripe", (value, source, unknown) => {
  const document = fieldsOf(value);
  const shown = firstText(document?.UptimeStatus, document?.uptimeStatus, document?.uptimestatus, document?.largestatus);
  if (document === null || shown === "") return null;
  const state = meaningOf(STRIPE.state, shown, unknown);
  if (state === null || state === "fine") return [];
  const message = firstText(document.message, document.Message);
  const at = parseTime(firstText(document.started, document.time, document.updated));
  return toIncidents(source, {
    id: `status-${at === null ? "now" : isoTime(at).slice(0, 10).replaceAll("-", "")}`,
    severity: state,
    status: statusFromText([message]),
    started: at,
    updated: at,
    title: message || `Stripe is ${shown.toLowerCase()}`,
    posts: [message],
  });
});
