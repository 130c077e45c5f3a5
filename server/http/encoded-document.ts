import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";

/** Best first, as browsers and mirrors offer them. */
const ENCODINGS = ["br", "zstd", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** One form of a document, ready to be sent. */
export type Representation = {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  /** For a 304. */
  headersOfNothing: Record<string, string>;
  etag: string;
};

/** A document in every form it may be asked for in, made once. */
export type EncodedDocument = { plain: Representation; encoded: { [encoding in Encoding]: Representation } };

export type DocumentHeaders = { type: string; cacheControl: string };

/** Bytes of a feed on most days. For larger ones Brotli's quality 9 takes 12 MB of memory more than 6 to save a tenth (Node 24.21). */
const USUAL_SIZE = 64 * 1024;

/** Compresses a document once for all who will ask. The tag is strong, so every form has its own. */
export function encodeDocument(bytes: Uint8Array<ArrayBuffer>, { type, cacheControl }: DocumentHeaders): EncodedDocument {
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const form = (content: Uint8Array<ArrayBuffer>, encoding: Encoding | null): Representation => {
    const etag = encoding === null ? `"${digest}"` : `"${digest}-${encoding}"`;
    const headersOfNothing = {
      ETag: etag,
      "Cache-Control": cacheControl,
      Vary: "Accept-Encoding",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": "ETag, Date",
    };
    const headers = {
      ...headersOfNothing,
      "Content-Type": type,
      "Content-Length": String(content.length),
      "X-Content-Type-Options": "nosniff",
      ...(encoding === null ? {} : { "Content-Encoding": encoding }),
    };
    return { bytes: content, headers, headersOfNothing, etag };
  };
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length <= USUAL_SIZE ? 9 : 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
  };
  return {
    plain: form(bytes, null),
    encoded: {
      br: form(owned(brotliCompressSync(bytes, { params: quality })), "br"),
      zstd: form(owned(zstdCompressSync(bytes)), "zstd"),
      gzip: form(owned(gzipSync(bytes, { level: 9 })), "gzip"),
    },
  };
}

/** The smallest window that sees a whole document: the usual one takes four megabytes for a document of a hundred kilobytes. */
function windowFor(size: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(size + 16))));
}

/** The form that an `Accept-Encoding` header asks for. */
export function chooseRepresentation(document: EncodedDocument, acceptEncoding: string | undefined): Representation {
  if (acceptEncoding === undefined) return document.plain;
  const encoding = ENCODINGS.find((name) => accepts(acceptEncoding, name));
  return encoding === undefined ? document.plain : document.encoded[encoding];
}

/** Whether `If-None-Match` names this document in any of its forms: a mirror may have asked for another one before. */
export function isKnown(document: EncodedDocument, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const own = [document.plain, ...Object.values(document.encoded)].map(({ etag }) => etag);
  return tags.some((tag) => tag === "*" || own.includes(tag));
}

function accepts(header: string, encoding: Encoding): boolean {
  if (!header.includes(encoding)) return false;
  return header.split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

function owned(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
