import { MINUTE, SECOND } from "../../utils/core/time.ts";

/** A source that takes longer is as good as silent. Milliseconds, body and all. */
const PATIENCE = 15 * SECOND;
/** The largest payload seen (Google Workspace) has 0.4 MB. Counted after decompression. */
const BODY_LIMIT = 8 * 1024 * 1024;
const REDIRECTS = 3;
/** A source may ask for a pause, not for silence. */
const LONGEST_PAUSE = 60 * MINUTE;

export type Known = { etag: string | null; lastModified: string | null };

export type Fetched =
  | { result: "payload"; bytes: Uint8Array; etag: string | null; lastModified: string | null }
  | { result: "unchanged" }
  /** `pause`: milliseconds that the source asked for; null where it did not. */
  | { result: "trouble"; reason: string; pause: number | null };

/**
 * Reads one address with what is already known of it. Never throws. Redirects are followed on the same host only: another host is
 * a move that a maintainer must see, and could be an address inside the server's own network.
 */
export async function fetchPayload(url: string, known: Known, userAgent: string, stop: AbortSignal): Promise<Fetched> {
  const headers: Record<string, string> = { "User-Agent": userAgent, Accept: "*/*" };
  if (known.etag !== null) headers["If-None-Match"] = known.etag;
  if (known.lastModified !== null) headers["If-Modified-Since"] = known.lastModified;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]);
  let address = url;
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const reply = await fetch(address, { headers, signal, redirect: "manual" });
      const target = redirectTarget(reply, address);
      if (target === null) return await readReply(reply);
      await reply.body?.cancel();
      if (new URL(target).hostname !== new URL(url).hostname) return trouble(`moved to ${target.slice(0, 200)}, which is another host`);
      address = target;
    }
    return trouble("redirects without end");
  } catch (problem) {
    return trouble(describe(problem));
  }
}

function redirectTarget(reply: Response, from: string): string | null {
  const location = reply.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(reply.status) || location === null) return null;
  return new URL(location, from).href;
}

async function readReply(reply: Response): Promise<Fetched> {
  if (reply.status === 304) return { result: "unchanged" };
  if (reply.status !== 200) {
    await reply.body?.cancel();
    return trouble(`answered HTTP ${reply.status}`, pauseOf(reply));
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of reply.body ?? []) {
    size += part.length;
    if (size > BODY_LIMIT) return trouble(`larger than ${BODY_LIMIT} bytes`);
    parts.push(part);
  }
  return {
    result: "payload",
    bytes: Buffer.concat(parts),
    etag: reply.headers.get("etag"),
    lastModified: reply.headers.get("last-modified"),
  };
}

/** `Retry-After` in seconds or as a date. */
function pauseOf(reply: Response): number | null {
  const text = reply.headers.get("retry-after");
  if (text === null) return null;
  const pause = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.now();
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), LONGEST_PAUSE);
}

function trouble(reason: string, pause: number | null = null): Fetched {
  return { result: "trouble", reason, pause };
}

/** What went wrong on the line, in the system's own word where there is one: `ECONNREFUSED`, `ENOTFOUND`. */
function describe(problem: unknown): string {
  if (!(problem instanceof Error)) return "could not be reached";
  if (problem.name === "TimeoutError") return `no whole answer within ${PATIENCE / SECOND} s`;
  const { cause } = problem;
  if (cause instanceof Error) return `could not be reached: ${"code" in cause ? String(cause.code) : cause.message}`;
  return `could not be reached: ${problem.message}`;
}
