import * as v from "valibot";

/* Parts of the schemas of heads and bodies. */

/** The offset `+05` is valid ISO 8601, but Chromium does not parse it, and `toISOString` of an invalid date throws. */
export const isoTime = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => !Number.isNaN(Date.parse(time))),
);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A country by its ISO 3166-1 code of two letters. */
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
/** A path below the mirror that served the feed, so that a feed cannot send its readers to another host. Without `..`. */
export const path = v.pipe(v.string(), v.regex(/^\w(?!.*\.\.)[\w./-]{0,499}$/));
/** A SHA-256 in base64url. */
export const sha256 = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
/** A file that is named by its hash, so that any mirror can hold it and none can change it. */
export const hashed = v.object({ url: path, sha256 });
