import type { Source } from "../../utils/core/status-pages/source.ts";
import { type Fetched, fetchPayload } from "./fetch-payload.ts";
import type { PayloadReader } from "./payload-reader.ts";
import { namesPrivatePlace } from "./public-lookup.ts";
import { newSourceState, type SourceState } from "./source-state.ts";

/** What a read needs besides its source. */
export type Reader = {
  payloads: PayloadReader;
  userAgent: string;
  /** Milliseconds of the epoch. */
  now(): number;
  stop: AbortSignal;
};

export type SourceReading = { state: SourceState; pause: number | null };

/**
 * Reads one source once.
 * @param before its state after the last read; not used if that was of another address
 * @returns its state now, and the pause that it asked for in milliseconds
 */
export async function readSource(
  source: Source,
  before: SourceState | undefined,
  { payloads, userAgent, now, stop }: Reader,
): Promise<SourceReading> {
  const known = before?.url === source.url ? before : newSourceState(source.id, source.url);
  // What could not be read must be sent again, or "unchanged" would look like health.
  const conditional = known.trouble === null ? known : { etag: null, lastModified: null };
  const fetched = await fetchPayload({ url: source.url, known: conditional, userAgent, mayBePrivate: mayBePrivate(source) }, stop);
  return { state: await stateAfter(source, known, fetched, payloads, now()), pause: fetched.result === "trouble" ? fetched.pause : null };
}

/** Whether the source is one of the operator's own network: its entry says so, or its address does. */
export function mayBePrivate({ isPrivate, url }: Source): boolean {
  return isPrivate === true || namesPrivatePlace(new URL(url));
}

async function stateAfter(
  source: Source,
  known: SourceState,
  fetched: Fetched,
  payloads: PayloadReader,
  now: number,
): Promise<SourceState> {
  if (fetched.result === "trouble") return failed(known, fetched.reason, fetched.detail);
  if (fetched.result === "unchanged") {
    return known.trouble === null
      ? { ...known, checked: now, failures: 0 }
      : failed(known, "says unchanged, though nothing was read before");
  }
  const { bytes, digest, etag, lastModified } = fetched;
  const { id, provider, site, page, url, format } = source;
  if (known.trouble === null && known.digest === digest) return { ...known, checked: now, failures: 0, etag, lastModified };
  const read = await payloads.read({ format, bytes, source: { id, provider, site, page, url, now }, whole: false });
  if (read.result === "trouble") return failed(known, read.reason);
  const { parsed, incidents, unknown } = read.reading;
  if (!parsed) return failed(known, `is not what a source of format ${format} sends`);
  return { id, url, checked: now, trouble: null, detail: "", failures: 0, etag, lastModified, digest, incidents, unknown };
}

function failed(known: SourceState, reason: string, detail = ""): SourceState {
  return { ...known, trouble: reason, detail, failures: known.failures + 1 };
}
