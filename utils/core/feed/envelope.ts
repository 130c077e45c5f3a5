import { HOUR, MINUTE } from "../time.ts";
import { fromBase64url } from "./base64url.ts";
import type { Feed } from "./feed.ts";

/** The largest feed with its envelope, in bytes. Judged; clients refuse anything larger. */
export const FEED_SIZE_LIMIT = 256 * 1024;

/** The first line of every feed. It is signed too, so that a signature of a feed is valid for nothing else. */
const HEADER = "not-just-me-feed 1\n";
/** Bytes of an Ed25519 signature (RFC 8032). */
const SIGNATURE_LENGTH = 64;
/** The longest second line, in bytes. A key id of 12 characters and a signature take 99. */
const MAX_SIGNATURE_LINE = 200;

/** Clocks differ. A feed that was issued further in the future than this is refused. Judged. */
const MAX_CLOCK_DIFFERENCE = HOUR;
/** The longest time for which a feed may be valid, so that an old copy cannot pass for a current one. Judged. */
const MAX_VALIDITY = 24 * HOUR;

export type Envelope = {
  /** The id of the key that signed: its first twelve characters in base64url. */
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
  /** The bytes that were signed. */
  signed: Uint8Array<ArrayBuffer>;
  json: string;
};

export type EnvelopeReading = { ok: true; envelope: Envelope } | { ok: false; reason: string };

/** The bytes that a signature of a feed covers. */
export function signedBytes(json: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenate([new TextEncoder().encode(HEADER), json]);
}

/** Writes a signed feed: header, `<key id>.<signature>`, the JSON as it was signed. */
export function joinEnvelope(keyId: string, signature: string, json: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenate([new TextEncoder().encode(`${HEADER}${keyId}.${signature}\n`), json]);
}

/** Splits the bytes of a feed, without checking the signature. `reason` is a short English phrase. Nothing is thrown. */
export function splitEnvelope(bytes: Uint8Array): EnvelopeReading {
  if (bytes.length > FEED_SIZE_LIMIT) return refused(`larger than ${FEED_SIZE_LIMIT} bytes`);
  const header = new TextEncoder().encode(HEADER);
  if (!header.every((byte, index) => bytes[index] === byte)) return refused("the first line is not that of a feed, version 1");
  const end = bytes.indexOf(10, header.length);
  if (end < 0 || end - header.length > MAX_SIGNATURE_LINE) return refused("the second line, with the signature, is missing");
  const line = String.fromCharCode(...bytes.subarray(header.length, end));
  const parts = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]+)$/.exec(line);
  const signature = parts?.[2] === undefined ? null : fromBase64url(parts[2]);
  if (parts?.[1] === undefined || signature?.length !== SIGNATURE_LENGTH) return refused("the second line is not a key id and a signature");
  const body = bytes.subarray(end + 1);
  const json = decode(body);
  if (json === null) return refused("the document is not UTF-8");
  return { ok: true, envelope: { keyId: parts[1], signature, signed: concatenate([header, body]), json } };
}

/**
 * Decides whether a verified feed may replace the last one.
 * @param lastSequence the highest sequence that was accepted; null where there is none
 * @param now milliseconds of the epoch
 */
export function acceptFeed(feed: Feed, lastSequence: number | null, now: number): { ok: true } | { ok: false; reason: string } {
  const issued = Date.parse(feed.issued);
  const expires = Date.parse(feed.expires);
  if (lastSequence !== null && feed.sequence < lastSequence) {
    return refused(`sequence ${feed.sequence} is older than ${lastSequence}, which was already seen`);
  }
  if (!(expires > issued) || expires - issued > MAX_VALIDITY) return refused("its time of validity makes no sense");
  if (issued - now > MAX_CLOCK_DIFFERENCE)
    return refused(`issued ${inMinutes(issued - now)} in the future: one of the two clocks is wrong`);
  if (expires <= now) return refused(`expired ${inMinutes(now - expires)} ago`);
  return { ok: true };
}

function inMinutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / MINUTE)} min`;
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
