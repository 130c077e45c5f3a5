import { createHash } from "node:crypto";
import type { Adapter, Reading, SourceContext } from "../../utils/core/status-pages/parsing/adapter.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { type Fetched, fetchPayload } from "./fetch-payload.ts";
import { newSourceState, type SourceState } from "./source-state.ts";

export type SourceReading = { state: SourceState; pause: number | null };

/**
 * Reads one source once.
 * @param before its state after the last read; not used if that was of another address
 * @param now milliseconds of the epoch
 * @returns its state now, and the pause that it asked for in milliseconds
 */
export async function readSource(
  source: Source,
  adapter: Adapter,
  before: SourceState | undefined,
  now: () => number,
  userAgent: string,
  stop: AbortSignal,
): Promise<SourceReading> {
  const known = before?.url === source.url ? before : newSourceState(source.id, source.url);
  // What could not be read must be sent again, or "unchanged" would look like health.
  const conditional = known.trouble === null ? known : { etag: null, lastModified: null };
  const fetched = await fetchPayload(source.url, conditional, userAgent, stop);
  return { state: stateAfter(source, adapter, known, fetched, now()), pause: fetched.result === "trouble" ? fetched.pause : null };
}

function stateAfter(source: Source, adapter: Adapter, known: SourceState, fetched: Fetched, now: number): SourceState {
  if (fetched.result === "trouble") return failed(known, fetched.reason);
  if (fetched.result === "unchanged") {
    return known.trouble === null
      ? { ...known, checked: now, failures: 0 }
      : failed(known, "says unchanged, though nothing was read before");
  }
  const { bytes, etag, lastModified } = fetched;
  const digest = createHash("sha256").update(bytes).digest("base64url");
  const { id, provider, site, page } = source;
  if (known.trouble === null && known.digest === digest) return { ...known, checked: now, failures: 0, etag, lastModified };
  const reading = readGuarded(adapter, bytes, { id, provider, site, page, now });
  if (!reading.parsed) return failed(known, `is not what a source of format ${source.format} sends`);
  const { incidents, unknown } = reading;
  return { id, url: source.url, checked: now, trouble: null, failures: 0, etag, lastModified, digest, incidents, unknown };
}

/** Adapters never throw; a bug in one must fail its own source only, not the server. */
function readGuarded(adapter: Adapter, bytes: Uint8Array, context: SourceContext): Reading {
  try {
    return adapter.read(bytes, context);
  } catch {
    return { parsed: false, incidents: [], unknown: [] };
  }
}

function failed(known: SourceState, reason: string): SourceState {
  return { ...known, trouble: reason, failures: known.failures + 1 };
}
