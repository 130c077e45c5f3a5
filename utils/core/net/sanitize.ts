/** Where a joiner without width is a matter of spelling. */
const JOINING = ["Arabic", "Devanagari", "Bengali", "Gujarati", "Kannada", "Malayalam", "Sinhala", "Tamil", "Telugu"];
const JOINER = "(?:\\u200c|\\u200d)";
const BEFORE_JOINER = `[${JOINING.map((script) => `\\p{Script=${script}}`).join("")}\\p{Emoji_Presentation}\\p{Emoji_Modifier}]|\\p{Emoji}\\ufe0f`;

/**
 * What nobody sees and what could make words read other than they are: marks that turn the direction, characters without width, halves
 * of characters. Not the signs that Arabic puts around numbers, nor what gives an emoji its colours, nor the joiners within words of
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
/** Spaces of all kinds, control characters, and the Braille pattern without a dot. */
const GAPS = /[\p{Cc}\s\u2800]+/gu;

const LONGEST_NAME = 120;

/** Somebody else's words made safe to show, whoever signed them: one line, with nothing in it that a reader cannot see. */
export function sanitizeText(text: string): string {
  return text.replace(INVISIBLE, "").replace(GAPS, " ").trim();
}

/**
 * Somebody else's id made safe to show where it has no name, and to look up in tables of names: `constructor` would be found in each, as a
 * part of every object. An id of letters, digits and `_ . : / -` stays as it is; of any other the rest is spelled out by number, so that two stay two.
 */
export function sanitizeName(name: string): string {
  const plain = name.replace(/[^\w.:/-]/gu, (odd) => `-${odd.codePointAt(0)?.toString(16)}`).slice(0, LONGEST_NAME);
  return plain in {} ? `${plain}-` : plain;
}

/**
 * An address that may stand behind a link; "" for any other. Encrypted, and without the user's name that some put in front of the host,
 * so that the address seems to lead elsewhere. A host in foreign letters is the browser's to show: it spells those that look alike.
 */
export function sanitizeLink(address: string): string {
  return /^https:\/\/[^\s/?#@\\]+(?:[/?#]|$)/i.test(address) ? address : "";
}
