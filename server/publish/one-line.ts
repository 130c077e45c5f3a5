import { sanitizeText } from "../../utils/core/net/sanitize.ts";

/** Somebody else's text made safe to show, cut to so many UTF-16 units. */
export function inOneLine(text: string, length: number): string {
  const line = sanitizeText(text);
  if (line.length <= length) return line;
  // Cutting may split a pair of surrogates; the half that is left would become a replacement character.
  return `${line
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
