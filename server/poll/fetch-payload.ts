import { createHash } from "node:crypto";
import { once } from "node:events";
import { get as getByHttp, type IncomingMessage } from "node:http";
import { get as getByHttps } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { sanitizeText } from "../../utils/core/net/sanitize.ts";
import { MAX_PAYLOAD_SIZE } from "../../utils/core/status-pages/parsing/decode.ts";
import { SECOND } from "../../utils/core/time.ts";
import { pauseOf } from "../net/retry-after.ts";
import { PrivateAddress, publicLookup, refusePrivateHost } from "./public-lookup.ts";

/** Milliseconds, the body included. */
const TIMEOUT = 15 * SECOND;
const REDIRECTS = 3;
/** UTF-16 code units of what a source says that the operator is shown. */
const MAX_DETAIL = 200;

export type Known = { etag: string | null; lastModified: string | null };

/**
 * What kind of trouble a source is in, as far as a maintainer can do something about it: programs are turned away, the address is gone, or leads
 * to somebody else, the server reports an error, no connection comes about, the answer takes too long or is too large, or it breaks the rules.
 */
export type Cause = "blocked" | "gone" | "moved" | "failing" | "unreachable" | "slow" | "too-large" | "misbehaving";

export type Fetched =
  | {
      result: "payload";
      /** At most `MAX_PAYLOAD_SIZE`, after decompression. */
      bytes: Uint8Array;
      /** SHA-256, base64url. Made while the parts arrive: 4 MB at once would hold the main thread up for some 10 ms. */
      digest: string;
      /** Null as well where a redirect led to the payload: validators belong to the address that they came from. */
      etag: string | null;
      lastModified: string | null;
    }
  | { result: "unchanged" }
  | {
      result: "trouble";
      cause: Cause;
      /** A phrase of ours, for everybody. */
      reason: string;
      /** For the operator alone, since it can have words of the source; "" where there is nothing to add. */
      detail: string;
      /** Milliseconds that the source asked for; null where it did not. */
      pause: number | null;
    };

export type Request = {
  url: string;
  /** Validators that came from this very address. */
  known: Known;
  userAgent: string;
  /** The operator allows addresses that are not public: see `namesPrivatePlace` and `private` in an operator's list of sources. */
  mayBePrivate: boolean;
};

/**
 * Fetches one address, conditionally if it was read before. Never throws. Redirects are followed within the same origin (scheme, host and
 * port) only: a maintainer must see that a source has moved, and a page that was taken over must not send the server elsewhere, to another
 * port of the machine or from https to http. For the same reason only public addresses are connected to.
 */
export async function fetchPayload({ url, known, userAgent, mayBePrivate }: Request, stop: AbortSignal): Promise<Fetched> {
  const headers: Record<string, string> = { "User-Agent": userAgent, Accept: "*/*", "Accept-Encoding": "br, gzip" };
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]);
  let address = new URL(url);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (!mayBePrivate) refusePrivateHost(address);
      const asked = hop === 0 ? { ...headers, ...conditionsOf(known) } : headers;
      const reply = await ask(address, asked, mayBePrivate, signal);
      const target = redirectTarget(reply, address);
      if (target === null) return await readReply(reply, hop > 0);
      reply.destroy();
      if (target.origin !== address.origin) return trouble("moved", "moved to another origin", target.href);
      address = target;
    }
    return trouble("misbehaving", "redirects without end");
  } catch (problem) {
    return signal.aborted ? trouble("slow", `no whole answer within ${TIMEOUT / SECOND} s`) : described(problem);
  }
}

/** With `node:http`: `fetch` takes twenty megabytes more memory and adds nothing that is needed here (Node 24, 2026-11-23). */
async function ask(address: URL, headers: Record<string, string>, mayBePrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const get = address.protocol === "https:" ? getByHttps : getByHttp;
  const [reply] = await once(get(address, { headers, signal, ...(mayBePrivate ? {} : { lookup: publicLookup }) }), "response");
  return reply as IncomingMessage;
}

function conditionsOf({ etag, lastModified }: Known): Record<string, string> {
  return {
    ...(etag === null ? {} : { "If-None-Match": etag }),
    ...(lastModified === null ? {} : { "If-Modified-Since": lastModified }),
  };
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null;
  const target = new URL(location, from);
  if (!/^https?:$/.test(target.protocol)) throw new Misbehaviour("redirects to what is not http", target.href);
  return target;
}

async function readReply(reply: IncomingMessage, isElsewhere: boolean): Promise<Fetched> {
  const { statusCode, headers } = reply;
  if (statusCode !== 200) {
    reply.destroy();
    return statusCode === 304
      ? { result: "unchanged" }
      : trouble(causeOf(statusCode), `answered HTTP ${statusCode}`, "", pauseOf(headers["retry-after"]));
  }
  try {
    const body = await readBody(reply);
    if (body === null) return trouble("too-large", `larger than ${MAX_PAYLOAD_SIZE} bytes`);
    if (isElsewhere) return { result: "payload", ...body, etag: null, lastModified: null };
    return { result: "payload", ...body, etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
  } finally {
    // The rest of a body that is not read would keep its connection until the timeout.
    reply.destroy();
  }
}

/** 405 is how one vendor's challenge answers (2026-09-17). */
function causeOf(status = 0): Cause {
  if ([401, 403, 405, 429, 451].includes(status)) return "blocked";
  return status === 404 || status === 410 ? "gone" : "failing";
}

/** Null where it is too large, or announces that it will be. */
async function readBody(reply: IncomingMessage): Promise<{ bytes: Uint8Array; digest: string } | null> {
  if (Number(reply.headers["content-length"]) > MAX_PAYLOAD_SIZE) return null;
  const hash = createHash("sha256");
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of plainBody(reply) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_PAYLOAD_SIZE) return null;
    parts.push(part);
    hash.update(part);
  }
  return { bytes: Buffer.concat(parts), digest: hash.digest("base64url") };
}

/** Decompressed in Node's own threads, part by part. */
function plainBody(reply: IncomingMessage): Readable {
  const encoding = reply.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity") return reply;
  if (encoding !== "br" && encoding !== "gzip") throw new Misbehaviour("sends an encoding that was not asked for", encoding);
  const plain = encoding === "br" ? createBrotliDecompress() : createGunzip();
  reply.once("error", (problem) => plain.destroy(problem));
  return reply.pipe(plain);
}

/** What a source does against the rules. */
class Misbehaviour extends Error {
  readonly detail: string;
  constructor(reason: string, detail: string) {
    super(reason);
    this.detail = detail;
  }
}

function trouble(cause: Cause, reason: string, detail = "", pause: number | null = null): Fetched {
  return { result: "trouble", cause, reason, detail: sanitizeText(detail.slice(0, MAX_DETAIL)), pause };
}

/** What went wrong, with the system's error code where there is one: `ECONNREFUSED`, `ENOTFOUND`. */
function described(problem: unknown): Fetched {
  if (problem instanceof PrivateAddress || problem instanceof Misbehaviour) return trouble("misbehaving", problem.message, problem.detail);
  if (!(problem instanceof Error)) return trouble("unreachable", "could not be reached");
  const code = "code" in problem ? `: ${problem.code}` : "";
  return trouble("unreachable", `could not be reached${code}`, code === "" ? problem.message : "");
}
