/** No status payload comes near this: Google Workspace, the longest known, has 0.4 MB (November 2026). */
export const LONGEST_PAYLOAD = 4 * 1024 * 1024;

/** How deep brackets may nest. Rich text in incident.io pages, the deepest known, reaches 16. */
const DEEPEST = 100;

/**
 * Bytes to text by byte-order mark, as AWS sends UTF-16 big endian; UTF-8 where there is none.
 * @returns null for an empty or oversized payload
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length > LONGEST_PAYLOAD) return null;
  return new TextDecoder(encodingOf(bytes)).decode(bytes).trim();
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  // UTF-16 whose mark was lost on the way: every payload starts with an ASCII character.
  if (first === 0 && second !== 0 && second !== undefined) return "utf-16be";
  if (second === 0 && first !== 0) return "utf-16le";
  return "utf-8";
}

/**
 * Parses JSON, but not JSON that nests deeper than any real payload.
 * @returns undefined for anything else
 */
export function parseJson(text: string): unknown {
  if (nestsTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
      if (++depth > DEEPEST) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
