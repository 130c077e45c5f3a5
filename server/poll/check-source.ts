import type { Source } from "../../utils/core/status-pages/source.ts";
import { fetchPayload } from "./fetch-payload.ts";
import { createPayloadReader, type PayloadReader } from "./payload-reader.ts";
import { mayBePrivate } from "./read-source.ts";

/** The state of a source when a maintainer checks it. */
export type Check = {
  source: Source;
  /** Null if it answered and was parsed, else the reason why not. */
  trouble: string | null;
  /** Whether what it sent is of its format. */
  asExpected: boolean;
  /** Milliseconds since it last changed; null where neither its header nor its incidents have a time. */
  age: number | null;
  /** Open incidents, without planned work. */
  open: number;
  /** Values that its parser does not know. */
  unknown: string[];
  /** What it sent, byte for byte; null when it did not answer. */
  bytes: Uint8Array | null;
};

/** Reads one source once, without its stored state. */
async function checkSource(source: Source, userAgent: string, payloads: PayloadReader, now: number): Promise<Check> {
  const nothing = { source, asExpected: false, age: null, open: 0, unknown: [], bytes: null };
  const fetched = await fetchPayload(
    { url: source.url, known: { etag: null, lastModified: null }, userAgent, mayBePrivate: mayBePrivate(source) },
    new AbortController().signal,
  );
  if (fetched.result === "trouble")
    return { ...nothing, trouble: fetched.detail === "" ? fetched.reason : `${fetched.reason} (${fetched.detail})` };
  if (fetched.result === "unchanged") return { ...nothing, trouble: "says unchanged, though nothing was asked before" };
  const { id, provider, site, page, url, format } = source;
  const { bytes } = fetched;
  const read = await payloads.read({ format, bytes, source: { id, provider, site, page, url, now }, whole: true });
  if (read.result === "trouble") return { ...nothing, trouble: read.reason, bytes };
  if (!read.reading.parsed) return { ...nothing, trouble: null, bytes };
  const { incidents, unknown } = read.reading;
  const stated = fetched.lastModified === null ? Number.NaN : Date.parse(fetched.lastModified);
  const changed = Number.isNaN(stated) ? latestOf(incidents.map(({ updated }) => updated)) : stated;
  return {
    source,
    trouble: null,
    asExpected: true,
    age: changed === null ? null : Math.max(0, now - changed),
    open: incidents.filter(({ status, severity }) => status !== "resolved" && severity !== "maintenance").length,
    unknown,
    bytes,
  };
}

/** Reads many sources, a few at a time. @returns what was found, in the order of the sources */
export async function checkSources(
  sources: readonly Source[],
  userAgent: string,
  atOnce: number,
  onCheck: (check: Check) => void,
): Promise<Check[]> {
  const checks = new Map<string, Check>();
  const queue = [...sources];
  const payloads = createPayloadReader();
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      const check = await checkSource(source, userAgent, payloads, Date.now());
      checks.set(source.id, check);
      onCheck(check);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work)).finally(payloads.close);
  return sources.flatMap(({ id }) => checks.get(id) ?? []);
}

function latestOf(times: string[]): number | null {
  return times.length === 0 ? null : times.reduce((last, time) => Math.max(last, Date.parse(time)), 0);
}
