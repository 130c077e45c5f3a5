/** Scripts in whose spelling zero-width joiners are needed. */
const JOINING_SCRIPTS = ["Arabic", "Devanagari", "Bengali", "Gujarati", "Kannada", "Malayalam", "Sinhala", "Tamil", "Telugu"];
const JOINER = "(?:\\u200c|\\u200d)";
const BEFORE_JOINER = `[${JOINING_SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}\\p{Emoji_Presentation}\\p{Emoji_Modifier}]|\\p{Emoji}\\ufe0f`;

/**
 * Invisible characters, which could make a text read differently from what it says: bidirectional marks, zero-width characters, lone
 * surrogates. Kept are Arabic's signs around numbers, the variation selector that colours an emoji, and joiners inside of words of the
 * scripts that need them and between the parts of an emoji.
 */
const INVISIBLE = new RegExp(
  [
    `(?<!${BEFORE_JOINER})${JOINER}`,
    `${JOINER}(?!(?!\\p{Default_Ignorable_Code_Point})[\\p{L}\\p{Extended_Pictographic}])`,
    "(?<!\\p{Emoji})\\ufe0f",
    `(?!${JOINER}|\\ufe0f|[\\u0600-\\u0605\\u06dd\\u08e2])[\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}]`,
  ].join("|"),
  "gu",
);
/** White space of all kinds, control characters, and the blank Braille pattern. */
const GAPS = /[\p{Cc}\s\u2800]+/gu;

/** As long as an identifier of the feed may be (`feed/limits.ts`). */
const MAX_NAME_LENGTH = 120;

/** Makes a text from elsewhere safe to show: one line without invisible characters. */
export function sanitizeText(text: string): string {
  return text.replace(INVISIBLE, "").replace(GAPS, " ").trim();
}

/**
 * Makes an id from elsewhere safe to show and to look up in tables that are plain objects: each would have an entry `constructor`. An id of
 * letters, digits and `_ . : / -` is kept; other characters are replaced by their code points, so that different ids stay different.
 */
export function sanitizeName(name: string): string {
  const plain = name.replace(/[^\w.:/-]/gu, (character) => `-${character.codePointAt(0)?.toString(16)}`).slice(0, MAX_NAME_LENGTH);
  return plain in {} ? `${plain}-` : plain;
}

/**
 * A URL that may be the target of a link; "" for any other text. It must be https and have no user name, which can make a URL look as if it
 * led to another host. Hosts with look-alike letters are left to the browser, which shows them in Punycode.
 */
export function sanitizeLink(address: string): string {
  return /^https:\/\/[^\s/?#@\\]+(?:[/?#]|$)/i.test(address) ? address : "";
}
