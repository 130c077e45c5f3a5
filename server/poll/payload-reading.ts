import type { Reading, SourceContext } from "../../utils/core/status-pages/parsing/adapter.ts";

// What the main thread and the thread that parses say to each other.

/** A payload to parse. */
export type Task = {
  format: string;
  bytes: Uint8Array;
  /** The source that it comes from; or, for a saved payload, the moment (milliseconds of the epoch) at which its source is to be found out. */
  source: SourceContext | { unknownAt: number };
  /** Whether all incidents are wanted, however many; else those that matter to a feed (`capReading`). */
  whole: boolean;
};

/** What the thread says: that it has loaded the parsers, or what it has read. */
export type Said = { said: "ready" } | { said: "read"; reading: Reading };
