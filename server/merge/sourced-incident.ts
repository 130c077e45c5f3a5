import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/** One incident as one source reports it. */
export type SourcedIncident = {
  source: string;
  incident: SourceIncident;
  /** The id that it has in a feed already, as in a recorded stream; most sources have ids of their own that mean nothing here. */
  feedId?: string;
};

/** Source of what is inferred from the status pages of a provider's large customers. */
export const DEPENDENTS = "dependents";
/** Source of what people report. */
export const CROWD = "crowd";
