import { fromBase64url } from "./base64url.ts";

/*
 * A signed document: line 1 names its kind, line 2 holds its signatures, the JSON follows. Line 1 is signed too, so that a signature
 * under one kind of document is valid for no other kind.
 */

/** The first lines of the two kinds of signed documents, and the largest size of each in bytes. Sizes are judged. */
const KINDS = {
  /** What a client downloads every five minutes. It has some 700 bytes, or 1,000 with two grants. */
  head: { line: "not-just-me-head 2\n", limit: 4096, signatures: 1 },
  /** The root keys and their successors. */
  root: { line: "not-just-me-root 2\n", limit: 8192, signatures: 16 },
} as const;

export type DocumentKind = keyof typeof KINDS;

/** Bytes of an Ed25519 signature (RFC 8032). */
const SIGNATURE_LENGTH = 64;
/** Bytes of line 2 for one signature: a key id of at most 64 characters, a dot, 86 characters of base64url. */
const SIGNATURE_TEXT = 160;

export type Signature = {
  /** The id of the key that signed, see `keyIdOf`. */
  keyId: string;
  bytes: Uint8Array<ArrayBuffer>;
};

export type SignedDocument = {
  signatures: Signature[];
  /** The bytes that were signed. */
  signed: Uint8Array<ArrayBuffer>;
  json: string;
};

export type DocumentReading = { ok: true; document: SignedDocument } | { ok: false; reason: string };

/** The largest document of a kind, in bytes. */
export function documentLimit(kind: DocumentKind): number {
  return KINDS[kind].limit;
}

/** The bytes that a signature covers. */
export function signedBytes(kind: DocumentKind, json: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenate([new TextEncoder().encode(KINDS[kind].line), json]);
}

/** Writes a signed document. @param signatures in base64url, each with the id of its key */
export function joinDocument(
  kind: DocumentKind,
  signatures: readonly { keyId: string; signature: string }[],
  json: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const line = signatures.map(({ keyId, signature }) => `${keyId}.${signature}`).join(" ");
  return concatenate([new TextEncoder().encode(`${KINDS[kind].line}${line}\n`), json]);
}

/** Splits the bytes of a signed document, without checking its signatures. `reason` is a short English phrase. Nothing is thrown. */
export function splitDocument(kind: DocumentKind, bytes: Uint8Array): DocumentReading {
  const { line, limit, signatures: most } = KINDS[kind];
  if (bytes.length > limit) return refused(`larger than ${limit} bytes`);
  const header = new TextEncoder().encode(line);
  if (!header.every((byte, index) => bytes[index] === byte)) return refused(`the first line is not "${line.trim()}"`);
  const end = bytes.indexOf(10, header.length);
  if (end < 0 || end - header.length > SIGNATURE_TEXT * most) return refused("the second line, with the signature, is missing");
  const words = String.fromCharCode(...bytes.subarray(header.length, end)).split(" ");
  const signatures = words.map(readSignature);
  if (words.length > most || !signatures.every((signature) => signature !== null))
    return refused("the second line is not a key id and a signature");
  const body = bytes.subarray(end + 1);
  const json = decode(body);
  if (json === null) return refused("the document is not UTF-8");
  return { ok: true, document: { signatures, signed: concatenate([header, body]), json } };
}

function readSignature(word: string): Signature | null {
  const parts = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{1,90})$/.exec(word);
  const bytes = parts?.[2] === undefined ? null : fromBase64url(parts[2]);
  return parts?.[1] === undefined || bytes?.length !== SIGNATURE_LENGTH ? null : { keyId: parts[1], bytes };
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
