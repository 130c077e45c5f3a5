import { adapterFor } from "../../utils/core/status-pages/formats.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { fetchPayload } from "./fetch-payload.ts";

/** The state of a source when a maintainer checks it. */
export type Check = {
  source: Source;
  /** Null if it answered, else the reason why it did not. */
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
async function checkSource(source: Source, userAgent: string, now: number, stop: AbortSignal): Promise<Check> {
  const nothing = { source, asExpected: false, age: null, open: 0, unknown: [], bytes: null };
  const fetched = await fetchPayload(source.url, { etag: null, lastModified: null }, userAgent, stop);
  if (fetched.result === "trouble") return { ...nothing, trouble: fetched.reason };
  if (fetched.result === "unchanged") return { ...nothing, trouble: "says unchanged, though nothing was asked before" };
  const { id, provider, site, page, format } = source;
  const reading = adapterFor(format)?.read(fetched.bytes, { id, provider, site, page, now });
  if (reading === undefined || !reading.parsed) return { ...nothing, trouble: null, bytes: fetched.bytes };
  const { incidents, unknown } = reading;
  const stated = fetched.lastModified === null ? Number.NaN : Date.parse(fetched.lastModified);
  const changed = Number.isNaN(stated) ? latestOf(incidents.map(({ updated }) => updated)) : stated;
  return {
    source,
    trouble: null,
    asExpected: true,
    age: changed === null ? null : Math.max(0, now - changed),
    open: incidents.filter(({ status, severity }) => status !== "resolved" && severity !== "maintenance").length,
    unknown,
    bytes: fetched.bytes,
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
  const stop = new AbortController().signal;
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      const check = await checkSource(source, userAgent, Date.now(), stop);
      checks.set(source.id, check);
      onCheck(check);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return sources.flatMap(({ id }) => checks.get(id) ?? []);
}

function latestOf(times: string[]): number | null {
  return times.length === 0 ? null : times.reduce((last, time) => Math.max(last, Date.parse(time)), 0);
}
