import { setTimeout as wait } from "node:timers/promises";
import { addressesOf, type Source, type SourceAddress } from "../../utils/core/status-pages/source.ts";
import { SECOND } from "../../utils/core/time.ts";
import { type Cause, fetchPayload } from "./fetch-payload.ts";
import { createPayloadReader, type PayloadReader } from "./payload-reader.ts";
import { mayBePrivate } from "./read-source.ts";

/** What came of asking one address: it was understood, has words that its parser does not know, is of another format, or could not be had. */
export type Outcome = "understood" | "unknown-words" | "other-format" | Cause;

/** What one address sent. */
export type Answer = {
  address: SourceAddress;
  outcome: Outcome;
  /** What went wrong, with words of the source; "" where nothing did. */
  detail: string;
  /** Where it leads, when it leads elsewhere. */
  target: string | null;
  /** Milliseconds since its newest incident changed; null where it lists none. */
  age: number | null;
  /** Open incidents, without planned work. */
  open: number;
  /** Values that its parser does not know. */
  unknown: string[];
  /** What it sent, byte for byte; null when it did not answer. */
  bytes: Uint8Array | null;
};

/** The state of a source when a maintainer checks it: what each address sent, up to the first that was understood. */
export type Check = { source: Source; answers: Answer[] };

/** The answer by which a source is read: that which was understood, else the first. */
export function mainAnswer({ answers }: Check): Answer | undefined {
  return answers.find(({ outcome }) => outcome === "understood") ?? answers[0];
}

/** Milliseconds between two requests to one host: many pages are at the same platform. */
const HOST_PAUSE = SECOND;

/** Lets one request at a time pass to each host, with a pause in between. */
function createPacer(pause: number) {
  const free = new Map<string, Promise<void>>();
  return async function paced<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
    const { host } = new URL(url);
    const before = free.get(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    free.set(host, promise);
    if (before !== undefined) await before.then(() => wait(pause));
    try {
      return await work();
    } finally {
      resolve();
    }
  };
}

type Pacer = ReturnType<typeof createPacer>;

/** Reads one address once, without stored state. */
async function checkAddress(source: Source, address: SourceAddress, userAgent: string, payloads: PayloadReader): Promise<Answer> {
  const nothing = { address, detail: "", target: null, age: null, open: 0, unknown: [], bytes: null };
  const fetched = await fetchPayload(
    { url: address.url, known: { etag: null, lastModified: null }, userAgent, mayBePrivate: mayBePrivate(source, address) },
    new AbortController().signal,
  );
  if (fetched.result === "trouble") {
    const { cause, reason, detail } = fetched;
    if (cause === "moved") return { ...nothing, outcome: cause, detail: reason, target: detail };
    return { ...nothing, outcome: cause, detail: detail === "" ? reason : `${reason} (${detail})` };
  }
  if (fetched.result === "unchanged")
    return { ...nothing, outcome: "misbehaving", detail: "says unchanged, though nothing was asked before" };
  const { bytes } = fetched;
  const { id, provider, site, page } = source;
  const { format, url } = address;
  const now = Date.now();
  const read = await payloads.read({ format, bytes, source: { id, provider, site, page, url, now }, whole: true });
  if (read.result === "trouble") return { ...nothing, outcome: "misbehaving", detail: read.reason, bytes };
  if (!read.reading.parsed) return { ...nothing, outcome: "other-format", detail: `is not ${format}, but ${kindOf(bytes)}`, bytes };
  const { incidents, unknown } = read.reading;
  const newest = Math.max(...incidents.map(({ updated }) => Date.parse(updated)));
  return {
    ...nothing,
    outcome: unknown.length > 0 ? "unknown-words" : "understood",
    age: incidents.length === 0 ? null : Math.max(0, now - newest),
    open: incidents.filter(({ status, severity }) => status !== "resolved" && severity !== "maintenance").length,
    unknown,
    bytes,
  };
}

/** What a payload of another format looks like. */
function kindOf(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 500)).trimStart().toLowerCase();
  if (start === "") return "empty";
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "a page of HTML";
  if (start.startsWith("<")) return "XML";
  return /^[[{]/.test(start) ? "JSON" : "text";
}

/** Reads one source at its first address, and at the next ones until one is understood. */
async function checkSource(source: Source, userAgent: string, payloads: PayloadReader, paced: Pacer): Promise<Check> {
  const answers: Answer[] = [];
  for (const address of addressesOf(source)) {
    const answer = await paced(address.url, () => checkAddress(source, address, userAgent, payloads));
    answers.push(answer);
    if (answer.outcome === "understood") break;
  }
  return { source, answers };
}

export type CheckOptions = {
  userAgent: string;
  /** Sources that are read at a time. */
  atOnce: number;
  /** Milliseconds between two requests to one host. */
  hostPause?: number;
  onCheck?(check: Check): void;
};

/** Reads many sources, a few at a time. @returns what was found, in the order of the sources */
export async function checkSources(
  sources: readonly Source[],
  { userAgent, atOnce, hostPause = HOST_PAUSE, onCheck }: CheckOptions,
): Promise<Check[]> {
  const checks = new Map<string, Check>();
  const queue = [...sources];
  const payloads = createPayloadReader();
  const paced = createPacer(hostPause);
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      const check = await checkSource(source, userAgent, payloads, paced);
      checks.set(source.id, check);
      onCheck?.(check);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work)).finally(payloads.close);
  return sources.flatMap(({ id }) => checks.get(id) ?? []);
}
