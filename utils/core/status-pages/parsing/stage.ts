import type { OpenStatus } from "./status-from-text.ts";

/** How far an event has come, on pages that state it. */
export type BegunStage = OpenStatus | "resolved";

/** The same on pages that also list maintenance before it begins: `planned`, which is not published. */
export type Stage = BegunStage | "planned";

/** How far an event has come, on pages that only state whether it is open. */
export type CoarseStage = "open" | "resolved" | "planned";
