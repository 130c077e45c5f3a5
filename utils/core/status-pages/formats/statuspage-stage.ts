import { type Fields, textOf } from "../parsing/fields.ts";
import { parseTime } from "../parsing/parse-time.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";

type Stage = "investigating" | "identified" | "monitoring" | "resolved" | "planned";

const STAGES = vocabulary<Stage>({
  investigating: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  resolved: "resolved",
  postmortem: "resolved",
  scheduled: "planned",
  in_progress: "identified",
  verifying: "monitoring",
  completed: "resolved",
});

const MAINTENANCE_STAGES = new Set(["scheduled", "in_progress", "verifying", "completed"]);

/** An incident or maintenance with how far it has come; `stage` null: open, in words nobody knows. */
export type Staged = { raw: Fields; stage: Stage | null; maintenance: boolean; resolved: number | null };

export function stagedOf(raw: Fields, scheduled: boolean, unknown: UnknownValues): Staged {
  const stage = meaningOf(STAGES, raw.status, unknown);
  const resolved = parseTime(raw.resolved_at);
  const maintenance = scheduled || raw.impact === "maintenance" || MAINTENANCE_STAGES.has(textOf(raw.status).toLowerCase());
  return { raw, stage: stage ?? (resolved === null ? null : "resolved"), maintenance, resolved };
}
