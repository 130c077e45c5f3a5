import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/** The state of one source. Times are milliseconds of the epoch. Stored between starts. */
export type SourceState = {
  id: string;
  /** The first address of the source: with another one everything starts anew. */
  url: string;
  /** The address that the rest was read from; null when none was. Validators and digest belong to it. */
  from: string | null;
  /** When the first address is asked again, where another one is read instead; else null. */
  firstAgain: number | null;
  /** Why the first address is not read, a phrase of ours; null where it is. */
  firstTrouble: string | null;
  /** When it was last read, changed or not; null when never. */
  checked: number | null;
  /** Null while all is well, else a short English phrase of ours. */
  trouble: string | null;
  /** What the operator is told besides, with words of the source; "" where there is nothing to add. */
  detail: string;
  /** Failures in a row. */
  failures: number;
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the last payload: the same bytes need not be parsed again. */
  digest: string | null;
  /** What it last reported; kept for a while when it cannot be read. */
  incidents: SourceIncident[];
  /** Values that the parser does not know. */
  unknown: string[];
};

/**
 * Whether what a source last sent was read and understood. Unknown values without any open incident are no sign of health: the feed
 * then lists the source as not readable.
 */
export function isUnderstood({ trouble, incidents, unknown }: SourceState): boolean {
  return trouble === null && (unknown.length === 0 || incidents.some(({ status }) => status !== "resolved"));
}

export function newSourceState(id: string, url: string): SourceState {
  return {
    id,
    url,
    from: null,
    firstAgain: null,
    firstTrouble: null,
    checked: null,
    trouble: "not read yet",
    detail: "",
    failures: 0,
    etag: null,
    lastModified: null,
    digest: null,
    incidents: [],
    unknown: [],
  };
}
