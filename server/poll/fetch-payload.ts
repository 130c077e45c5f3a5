import { once } from "node:events";
import { get as getByHttp, type IncomingMessage } from "node:http";
import { get as getByHttps } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { MINUTE, SECOND } from "../../utils/core/time.ts";

/** Milliseconds, the body included. */
const TIMEOUT = 15 * SECOND;
/** The largest payload seen (Google Workspace) has 0.4 MB. Counted after decompression. */
const BODY_LIMIT = 4 * 1024 * 1024;
const REDIRECTS = 3;
/** A source may ask for a pause of this length at most. */
const LONGEST_PAUSE = 60 * MINUTE;

export type Known = { etag: string | null; lastModified: string | null };

export type Fetched =
  | { result: "payload"; bytes: Uint8Array; etag: string | null; lastModified: string | null }
  | { result: "unchanged" }
  /** `pause`: milliseconds that the source asked for; null where it did not. */
  | { result: "trouble"; reason: string; pause: number | null };

/**
 * Fetches one address, conditionally if it was read before. Never throws. Redirects are followed on the same host only: a maintainer
 * must see that a source has moved, and the other host could be an address inside the server's own network.
 */
export async function fetchPayload(url: string, known: Known, userAgent: string, stop: AbortSignal): Promise<Fetched> {
  const headers: Record<string, string> = { "User-Agent": userAgent, Accept: "*/*", "Accept-Encoding": "br, gzip" };
  if (known.etag !== null) headers["If-None-Match"] = known.etag;
  if (known.lastModified !== null) headers["If-Modified-Since"] = known.lastModified;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]);
  let address = new URL(url);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const reply = await ask(address, headers, signal);
      const target = redirectTarget(reply, address);
      if (target === null) return await readReply(reply);
      reply.destroy();
      if (target.hostname !== address.hostname) return trouble(`moved to ${target.href.slice(0, 200)}, which is another host`);
      address = target;
    }
    return trouble("redirects without end");
  } catch (problem) {
    return trouble(signal.aborted ? `no whole answer within ${TIMEOUT / SECOND} s` : describe(problem));
  }
}

/** With `node:http`: `fetch` takes twenty megabytes more memory and adds nothing that is needed here (Node 24, 2026-11-23). */
async function ask(address: URL, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
  const get = address.protocol === "https:" ? getByHttps : getByHttp;
  const [reply] = await once(get(address, { headers, signal }), "response");
  return reply as IncomingMessage;
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null;
  const target = new URL(location, from);
  if (!/^https?:$/.test(target.protocol)) throw new Error(`redirects to ${target.protocol}`);
  return target;
}

async function readReply(reply: IncomingMessage): Promise<Fetched> {
  const { statusCode, headers } = reply;
  if (statusCode !== 200) {
    reply.destroy();
    return statusCode === 304 ? { result: "unchanged" } : trouble(`answered HTTP ${statusCode}`, pauseOf(headers["retry-after"]));
  }
  try {
    const bytes = await readBody(reply);
    if (bytes === null) return trouble(`larger than ${BODY_LIMIT} bytes`);
    return { result: "payload", bytes, etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
  } finally {
    // The rest of a body that is not read would keep its connection until the timeout.
    reply.destroy();
  }
}

/** Null where it is too large, or announces that it will be. */
async function readBody(reply: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(reply.headers["content-length"]) > BODY_LIMIT) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of plainBody(reply) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > BODY_LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function plainBody(reply: IncomingMessage): Readable {
  const encoding = reply.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity") return reply;
  if (encoding !== "br" && encoding !== "gzip") throw new Error(`sends the encoding ${encoding.slice(0, 20)}, which was not asked for`);
  const plain = encoding === "br" ? createBrotliDecompress() : createGunzip();
  reply.once("error", (problem) => plain.destroy(problem));
  return reply.pipe(plain);
}

/** `Retry-After` in seconds or as a date. */
function pauseOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const pause = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.now();
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), LONGEST_PAUSE);
}

function trouble(reason: string, pause: number | null = null): Fetched {
  return { result: "trouble", reason, pause };
}

/** What went wrong, with the system's error code where there is one: `ECONNREFUSED`, `ENOTFOUND`. */
function describe(problem: unknown): string {
  if (!(problem instanceof Error)) return "could not be reached";
  return `could not be reached: ${"code" in problem ? String(problem.code) : problem.message.slice(0, 200)}`;
}
