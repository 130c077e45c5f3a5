/**
 * What vantages ask, as the world keeps it: each name as five characters of its hash, because a thousand names would take a quarter of the
 * world. Two names have the same five characters once in a thousand million pairs.
 */
export type TargetList = {
  /** The hash of the document, by which views name it. */
  sha256: string;
  codes: string;
};

const LENGTH = 5;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @param names ids and hosts; a host and the same with `www.` are one */
export function targetListOf(sha256: string, names: readonly string[]): TargetList {
  return { sha256, codes: [...new Set(names.map(codeOf))].join("") };
}

/** Whether vantages ask a place by this id, or this host. */
export function isTarget({ codes }: TargetList, name: string): boolean {
  const code = codeOf(name);
  for (let at = 0; at < codes.length; at += LENGTH) if (codes.startsWith(code, at)) return true;
  return false;
}

/** Five characters of six bits each, of the 32 bits of FNV-1a. */
function codeOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name.replace(/^www\./, "")) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  let code = "";
  for (let place = 0; place < LENGTH; place++) code += ALPHABET[(hash >>> (6 * place)) & 63];
  return code;
}
