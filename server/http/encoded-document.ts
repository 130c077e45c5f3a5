import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";
import { ANYONE } from "./refusal.ts";

/** Best first, as browsers and mirrors offer them. */
const ENCODINGS = ["br", "zstd", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** A document in one encoding, ready to be sent. */
export type Representation = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/** A document in every encoding that a client may accept, compressed once. */
export type EncodedDocument = { plain: Representation; encoded: { [encoding in Encoding]: Representation } };

export type DocumentHeaders = { type: string; cacheControl: string };

/** Bytes of a feed on most days. For larger ones Brotli's quality 9 takes 12 MB of memory more than 6 to save a tenth (Node 24.21). */
const USUAL_SIZE = 64 * 1024;

/**
 * Compresses a document once for all clients. There is no `ETag`: a client would send it back, and one made for a single client would
 * recognise it again.
 */
export function encodeDocument(bytes: Uint8Array<ArrayBuffer>, { type, cacheControl }: DocumentHeaders): EncodedDocument {
  const represent = (content: Uint8Array<ArrayBuffer>, encoding: Encoding | null): Representation => ({
    bytes: content,
    headers: {
      "Cache-Control": cacheControl,
      Vary: "Accept-Encoding",
      ...ANYONE,
      "Access-Control-Expose-Headers": "Date",
      "Content-Type": type,
      "Content-Length": String(content.length),
      "X-Content-Type-Options": "nosniff",
      ...(encoding === null ? {} : { "Content-Encoding": encoding }),
    },
  });
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length <= USUAL_SIZE ? 9 : 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
  };
  return {
    plain: represent(bytes, null),
    encoded: {
      br: represent(owned(brotliCompressSync(bytes, { params: quality })), "br"),
      zstd: represent(owned(zstdCompressSync(bytes)), "zstd"),
      gzip: represent(owned(gzipSync(bytes, { level: 9 })), "gzip"),
    },
  };
}

/** The smallest window that sees a whole document: the usual one takes four megabytes for a document of a hundred kilobytes. */
function windowFor(size: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(size + 16))));
}

/** The representation that suits the value of `Accept-Encoding`. */
export function representationFor(document: EncodedDocument, acceptEncoding: string | undefined): Representation {
  if (acceptEncoding === undefined) return document.plain;
  const encoding = ENCODINGS.find((name) => accepts(acceptEncoding, name));
  return encoding === undefined ? document.plain : document.encoded[encoding];
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
