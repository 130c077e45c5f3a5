import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/** The state of one source. Times are milliseconds of the epoch. Stored between starts. */
export type SourceState = {
  id: string;
  /** The address that the rest was read from: with another address everything starts anew. */
  url: string;
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
