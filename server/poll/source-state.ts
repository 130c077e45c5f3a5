import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";

/** How one source stands. Times are milliseconds of the epoch. Kept between starts. */
export type SourceState = {
  id: string;
  /** The address that the rest is about: another address starts anew. */
  url: string;
  /** When it was last read, changed or not; null when never. */
  checked: number | null;
  /** Null while all is well, else a short English phrase. */
  trouble: string | null;
  /** Looks in a row that brought nothing. */
  failures: number;
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the last payload read: what is the same need not be read again. */
  digest: string | null;
  /** What it last told; kept for a while when it cannot be read. */
  incidents: SourceIncident[];
  /** Values that the parser does not know. */
  unknown: string[];
};

/**
 * Whether what a source last sent was read and understood. Words that nobody knows and nothing told beside them is no health: the
 * feed then says of it that it cannot be read.
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
    failures: 0,
    etag: null,
    lastModified: null,
    digest: null,
    incidents: [],
    unknown: [],
  };
}
