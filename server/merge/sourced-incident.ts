import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/** One incident as one source tells it. */
export type SourcedIncident = { source: string; incident: SourceIncident };

/** The name under which large customers' status pages tell of their provider's trouble. */
export const DEPENDENTS = "dependents";
/** The name under which the crowd tells of incidents. */
export const CROWD = "crowd";
