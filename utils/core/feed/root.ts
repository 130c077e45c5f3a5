import * as v from "valibot";
import { parseJson } from "./parse-json.ts";
import { keyIdOf, readPublicKey } from "./public-key.ts";
import { splitDocument } from "./signed-document.ts";
import { isSignedBy, type VerifySignature } from "./verify-signature.ts";

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

export type RootReading = { ok: true; root: Root } | { ok: false; reason: string };

/** A root has at most this many keys. Judged. */
const MAX_KEYS = 8;

/** `root`: the number of the root. */
const schema = v.object({
  root: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  keys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MAX_KEYS)),
  threshold: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

/** The JSON of a root document. */
export function rootJson({ number, keys, threshold }: Root): string {
  return JSON.stringify({ root: number, keys, threshold });
}

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

/** Reads a root document without checking its signatures; null where it is none. */
export function readRootDocument(bytes: Uint8Array): Root | null {
  const split = splitDocument("root", bytes);
  const reading = split.ok ? v.safeParse(schema, parseJson(split.document.json)) : null;
  if (reading?.success !== true) return null;
  const { root: number, keys, threshold } = reading.output;
  const root: Root = { number, keys, threshold };
  return isSound(root) ? root : null;
}

/**
 * Checks a document that claims to be the next root.
 * @param current the root that is trusted now
 * @returns the next root, or why it is refused, as a short English phrase. Nothing is thrown.
 */
export async function openNextRoot(bytes: Uint8Array, current: Root, verify: VerifySignature): Promise<RootReading> {
  const split = splitDocument("root", bytes);
  if (!split.ok) return split;
  const { signatures, signed } = split.document;
  const next = readRootDocument(bytes);
  if (next === null) return refused("it is not a root document");
  if (next.number !== current.number + 1) return refused(`it is number ${next.number}, not ${current.number + 1}`);
  for (const [root, name] of [
    [current, "the root before it"],
    [next, "its own keys"],
  ] as const) {
    const count = await countSigners(root);
    if (count < root.threshold) return refused(`it is signed by ${count} of ${root.threshold} keys of ${name}`);
  }
  return { ok: true, root: next };

  async function countSigners({ keys: signers }: Root): Promise<number> {
    const valid = await Promise.all(
      signers.map(async (key) => {
        const signature = signatures.find(({ keyId }) => keyId === keyIdOf(key));
        return signature !== undefined && (await isSignedBy(key, signature.bytes, signed, verify));
      }),
    );
    return valid.filter(Boolean).length;
  }
}

/** Ids are the beginnings of keys: two keys with one id would count one signature twice. */
function isSound({ number, keys, threshold }: Root): boolean {
  return (
    number >= 1 &&
    keys.length <= MAX_KEYS &&
    keys.every((key) => readPublicKey(key) !== null) &&
    new Set(keys.map(keyIdOf)).size === keys.length &&
    threshold >= 1 &&
    threshold <= keys.length
  );
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
