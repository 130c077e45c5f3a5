import { addressesOf, type Source, type SourceAddress } from "../../utils/core/status-pages/source.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { fetchPayload } from "./fetch-payload.ts";
import type { PayloadReader } from "./payload-reader.ts";
import { namesPrivatePlace } from "./public-lookup.ts";
import { isUnderstood, newSourceState, type SourceState } from "./source-state.ts";

/**
 * Milliseconds until a first address is asked again that did not do, while another one is read. Judged: a block or a move lasts for days, and
 * the longest back-off of a source is as long.
 */
const FIRST_AGAIN = 15 * MINUTE;

/** What a read needs besides its source. */
export type Reader = {
  payloads: PayloadReader;
  userAgent: string;
  /** Milliseconds of the epoch. */
  now(): number;
  stop: AbortSignal;
};

export type SourceReading = { state: SourceState; pause: number | null };

type Trouble = { ok: false; reason: string; detail: string; pause: number | null };
type Attempt = { ok: true; state: SourceState } | Trouble;

/**
 * Reads one source once: at its first address, and at the next ones where that does not do, be it that it is blocked, has moved, is dead or is not
 * understood. The address that did is asked first for a while.
 * @param before its state after the last read; not used if that was of another address
 * @returns its state now, and the pause that it asked for in milliseconds where nothing could be read
 */
export async function readSource(source: Source, before: SourceState | undefined, reader: Reader): Promise<SourceReading> {
  const known = before?.url === source.url ? before : newSourceState(source.id, source.url);
  const troubles: Trouble[] = [];
  let unclear: SourceState | null = null;
  let firstTrouble: Trouble | null = null;
  for (const address of inOrder(source, known, reader.now())) {
    const attempt = await readAddress(source, address, known, reader);
    const isFirst = address.url === source.url;
    if (attempt.ok && isUnderstood(attempt.state))
      return { state: atAddress(attempt.state, isFirst, firstTrouble, known, reader.now()), pause: null };
    if (attempt.ok) unclear ??= atAddress(attempt.state, isFirst, firstTrouble, known, reader.now());
    else troubles.push(attempt);
    if (isFirst) firstTrouble = attempt.ok ? NOT_UNDERSTOOD : attempt;
    if (reader.stop.aborted) break;
  }
  if (unclear !== null) return { state: unclear, pause: null };
  const [main] = troubles;
  const others = troubles.slice(1).map(({ reason }) => `; another address ${reason}`);
  const detail = `${main?.detail ?? ""}${others.join("")}`.replace(/^; /, "");
  const state = { ...known, trouble: main?.reason ?? "was not read", detail, failures: known.failures + 1 };
  return { state, pause: main?.pause ?? null };
}

const NOT_UNDERSTOOD: Trouble = { ok: false, reason: "sends words that its parser does not know", detail: "", pause: null };

/** The addresses in the order in which they are asked now. */
function inOrder(source: Source, { from, firstAgain }: SourceState, now: number): readonly SourceAddress[] {
  const all = addressesOf(source);
  const last = all.find(({ url }) => url === from);
  if (last === undefined || firstAgain === null || now >= firstAgain) return all;
  // The first one comes last: it is asked only where no other one does.
  const [first, ...others] = all.filter((address) => address !== last);
  return first === undefined ? all : [last, ...others, first];
}

/** Whether an address is one of the operator's own network: the source's entry says so, or the address does. */
export function mayBePrivate(source: Source, { url }: SourceAddress = source): boolean {
  return source.isPrivate === true || namesPrivatePlace(new URL(url));
}

/** A state with the note of why the first address was not read, and until when it is left alone. */
function atAddress(state: SourceState, isFirst: boolean, trouble: Trouble | null, known: SourceState, now: number): SourceState {
  if (isFirst) return { ...state, firstAgain: null, firstTrouble: null };
  if (trouble === null) return { ...state, firstAgain: known.firstAgain, firstTrouble: known.firstTrouble };
  return { ...state, firstAgain: now + Math.max(FIRST_AGAIN, trouble.pause ?? 0), firstTrouble: trouble.reason };
}

async function readAddress(source: Source, address: SourceAddress, known: SourceState, reader: Reader): Promise<Attempt> {
  const { payloads, userAgent, stop } = reader;
  // Validators belong to the address that they came from. What could not be read must be sent again, or "unchanged" would look like health.
  const isKnown = known.trouble === null && known.from === address.url;
  const conditional = isKnown ? known : { etag: null, lastModified: null };
  const fetched = await fetchPayload(
    { url: address.url, known: conditional, userAgent, mayBePrivate: mayBePrivate(source, address) },
    stop,
  );
  const now = reader.now();
  if (fetched.result === "trouble") return { ok: false, reason: fetched.reason, detail: fetched.detail, pause: fetched.pause };
  if (fetched.result === "unchanged") {
    return isKnown
      ? { ok: true, state: { ...known, checked: now, failures: 0 } }
      : failed("says unchanged, though nothing was read before");
  }
  const { bytes, digest, etag, lastModified } = fetched;
  if (isKnown && known.digest === digest) return { ok: true, state: { ...known, checked: now, failures: 0, etag, lastModified } };
  const { id, provider, site, page } = source;
  const { format, url } = address;
  const read = await payloads.read({ format, bytes, source: { id, provider, site, page, url, now }, whole: false });
  if (read.result === "trouble") return failed(read.reason);
  const { parsed, incidents, unknown } = read.reading;
  if (!parsed) return failed(`is not what a source of format ${format} sends`);
  const seen = { checked: now, trouble: null, detail: "", failures: 0, etag, lastModified, digest, incidents, unknown };
  return { ok: true, state: { id, url: source.url, from: url, firstAgain: null, firstTrouble: null, ...seen } };
}

function failed(reason: string): Trouble {
  return { ok: false, reason, detail: "", pause: null };
}
