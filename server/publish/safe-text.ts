/** Marks that turn the direction of what follows: they could make a sentence read other than it is written. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Somebody else's text made safe to show: one line, no control or direction characters, cut to so many UTF-16 units. */
export function inOneLine(text: string, length: number): string {
  const line = text
    .toWellFormed()
    .replace(DIRECTION_MARKS, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  if (line.length <= length) return line;
  // Cutting may split a pair of surrogates; the half that is left would become a replacement character.
  return `${line
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
