import * as v from "valibot";
import { parseJson } from "../parse-json.ts";
import { keyIdOf } from "./public-key.ts";
import { isSound, MAX_KEYS, type Root } from "./root-text.ts";
import { splitDocument } from "./signed-document.ts";
import { isSignedBy, type VerifySignature } from "./verify-signature.ts";

export type RootReading = { ok: true; root: Root } | { ok: false; reason: string };

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

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
