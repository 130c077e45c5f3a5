import * as v from "valibot";
import { parseJson } from "../parse-json.ts";
import { identifier } from "./incident.ts";

/** Far more than vantages can ask once a minute. */
const MAX_TARGETS = 4000;

const document = v.object({
  version: v.literal(1),
  targets: v.pipe(v.array(v.object({ id: identifier, host: v.pipe(v.string(), v.maxLength(253)) })), v.maxLength(MAX_TARGETS)),
});

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

/**
 * Reads the list of targets that a feed publishes.
 * @returns the ids of all targets, and the hosts of those that are no region of a cloud; null where it is no such list
 */
export function readTargetNames(bytes: Uint8Array): string[] | null {
  const reading = v.safeParse(document, parseJson(new TextDecoder().decode(bytes)));
  if (!reading.success) return null;
  return reading.output.targets.flatMap(({ id, host }) => (id.includes("/") ? [id] : [id, host]));
}

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
