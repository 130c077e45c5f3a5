import type { IncidentStatus } from "../../feed/incident.ts";

/** How far an open event has come. */
export type OpenStatus = Extract<IncidentStatus, "investigating" | "identified" | "monitoring">;

/** How far an event has come, on pages that state it. */
export type BegunStage = OpenStatus | "resolved";

/** The same on pages that also list maintenance before it begins: `planned`, which is not published. */
export type Stage = BegunStage | "planned";

/** How far an event has come, on pages that only state whether it is open. */
export type CoarseStage = "open" | "resolved" | "planned";
