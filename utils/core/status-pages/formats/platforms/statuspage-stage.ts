import { type Fields, textOf } from "../../parsing/fields.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import type { Stage } from "../../parsing/stage.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { STATUSPAGE } from "../word-table.ts";

const MAINTENANCE_STAGES = new Set(["scheduled", "in_progress", "verifying", "completed"]);

/** An incident or maintenance and its stage; null for a status that is not known and not resolved. */
export type StagedEvent = { raw: Fields; stage: Stage | null; maintenance: boolean; resolved: number | null };

/** Reads the stage of an incident, or of a maintenance where `scheduled`. */
export function readStage(raw: Fields, scheduled: boolean, unknown: UnknownValues): StagedEvent {
  const stage = meaningOf(STATUSPAGE.stage, raw.status, unknown);
  const resolved = parseTime(raw.resolved_at);
  const maintenance = scheduled || raw.impact === "maintenance" || MAINTENANCE_STAGES.has(textOf(raw.status).toLowerCase());
  return { raw, stage: stage ?? (resolved === null ? null : "resolved"), maintenance, resolved };
}
