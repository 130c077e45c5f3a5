import { parseJson } from "../../parse-json.ts";
/** In bytes. Google Workspace, the longest payload known, has 0.4 MB (November 2026). */
export const MAX_PAYLOAD_SIZE = 4 * 1024 * 1024;

/** How deep brackets may nest. The rich text of incident.io pages, the deepest known, reaches 16. */
const MAX_NESTING = 100;

/**
 * Decodes bytes by their byte-order mark (AWS sends UTF-16 big endian); as UTF-8 where there is none.
 * @returns null for an empty or too large payload
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length > MAX_PAYLOAD_SIZE) return null;
  return new TextDecoder(encodingOf(bytes)).decode(bytes).trim();
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  // UTF-16 whose mark was lost in transport: every payload starts with an ASCII character.
  if (first === 0 && second !== 0 && second !== undefined) return "utf-16be";
  if (second === 0 && first !== 0) return "utf-16le";
  return "utf-8";
}

/**
 * Parses JSON that nests no deeper than `MAX_NESTING`. Deeper nesting could exhaust the stack of code that walks the value.
 * @returns undefined for anything else
 */
export function parseShallowJson(text: string): unknown {
  return nestsTooDeep(text) ? undefined : parseJson(text);
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_NESTING) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
