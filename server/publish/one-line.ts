import { sanitizeText } from "../../utils/core/net/sanitize.ts";

/** Text of a third party, safe to show, cut to at most `length` UTF-16 units. */
export function inOneLine(text: string, length: number): string {
  const line = sanitizeText(text);
  if (line.length <= length) return line;
  // The cut may split a surrogate pair; the remaining half would be shown as a replacement character.
  return `${line
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
