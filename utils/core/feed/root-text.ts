import { keyIdOf, readPublicKey } from "./public-key.ts";

/**
 * The root of trust of a feed: the keys that may grant feed keys, and that may together name the next root. Roots have numbers. An
 * extension is built with one root and follows the chain from there: each new root is signed by at least `threshold` keys of the root
 * before it and by as many of its own as its own threshold asks for (The Update Framework 1.0, §5.3).
 *
 * One key suffices to grant a feed key, whatever the threshold is: the grant is renewed every week by a machine. A root with a threshold
 * of two, one key on that machine and two offline, survives the theft of the machine: the two name a root without it.
 */
export type Root = {
  /** 1 for the first root of a feed. */
  number: number;
  /** Public keys in base64url. */
  keys: readonly string[];
  threshold: number;
};

/** A root has at most this many keys. Judged. */
export const MAX_KEYS = 8;

/**
 * Reads a root as a build, a policy or a person states it: keys separated by commas, after `number/threshold:` where these are not both
 * 1. `KEY`, `KEY,KEY` and `3/2:KEY,KEY,KEY` are roots.
 * @returns null for anything else
 */
export function readRootText(text: string): Root | null {
  const parts = /^(?:(\d{1,6})\/(\d):)?([\w-]+(?:,[\w-]+)*)$/.exec(text.replaceAll(/\s/g, ""));
  if (parts?.[3] === undefined) return null;
  const root = { number: Number(parts[1] ?? 1), threshold: Number(parts[2] ?? 1), keys: parts[3].split(",") };
  return isSound(root) ? root : null;
}

/** Writes a root as `readRootText` reads it. */
export function rootText({ number, keys, threshold }: Root): string {
  return `${number === 1 && threshold === 1 ? "" : `${number}/${threshold}:`}${keys.join(",")}`;
}

/** Whether the keys and the threshold of a root make sense. Ids are the beginnings of keys: two keys with one id would count one signature twice. */
export function isSound({ number, keys, threshold }: Root): boolean {
  return (
    number >= 1 &&
    keys.length <= MAX_KEYS &&
    keys.every((key) => readPublicKey(key) !== null) &&
    new Set(keys.map(keyIdOf)).size === keys.length &&
    threshold >= 1 &&
    threshold <= keys.length
  );
}
