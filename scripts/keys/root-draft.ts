import * as v from "valibot";
import { type KeyPair, signWith } from "../../server/keys/key-pair.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import { rootJson } from "../../utils/core/feed/root.ts";
import { type Root, readRootText, rootText } from "../../utils/core/feed/root-text.ts";
import { joinDocument, signedBytes, splitDocument } from "../../utils/core/feed/signed-document.ts";
import { isSignedBy } from "../../utils/core/feed/verify-signature.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { UsageError } from "../support/flags.ts";

/**
 * A new root on its way from one holder of a root key to the next. It names the root before it too, so that a machine without the data
 * folder can tell what is missing.
 */
export type RootDraft = { from: Root; to: Root; signatures: readonly { keyId: string; signature: string }[] };

/** The signatures that one of the two roots still asks for. */
export type Missing = { root: Root; which: "the root before it" | "the new root"; count: number; keys: readonly string[] };

const schema = v.object({
  draft: v.literal("root"),
  from: v.string(),
  to: v.string(),
  signatures: v.array(v.object({ keyId: v.string(), signature: v.string() })),
});

/** Reads a draft. Null for anything else. */
export function readRootDraft(text: string): RootDraft | null {
  const reading = v.safeParse(schema, parseJson(text));
  if (!reading.success) return null;
  const [from, to] = [readRootText(reading.output.from), readRootText(reading.output.to)];
  return from === null || to === null ? null : { from, to, signatures: reading.output.signatures };
}

export function writeRootDraft({ from, to, signatures }: RootDraft): string {
  return `${JSON.stringify({ draft: "root", from: rootText(from), to: rootText(to), signatures }, null, 2)}\n`;
}

/** Adds a signature. @throws UsageError for a key of neither root */
export function signDraft(draft: RootDraft, pair: KeyPair, file: string): RootDraft {
  const { from, to, signatures } = draft;
  const keyId = keyIdOf(pair.key);
  if (![...from.keys, ...to.keys].includes(pair.key))
    throw new UsageError(
      `${file}: its key ${keyId} is neither in root ${from.number} nor in root ${to.number}; sign with a key of one of them`,
    );
  const signature = signWith(pair, signedBytes("root", jsonOf(draft)));
  return { from, to, signatures: [...signatures.filter((other) => other.keyId !== keyId), { keyId, signature }] };
}

/** What a client will ask for and the draft does not have yet; empty when it is complete. */
export async function missingSignatures(draft: RootDraft): Promise<Missing[]> {
  const valid = await validSigners(draft);
  const roots = [
    { root: draft.from, which: "the root before it" },
    { root: draft.to, which: "the new root" },
  ] as const;
  return roots
    .map(({ root, which }) => {
      const keys = root.keys.filter((key) => !valid.has(key));
      return { root, which, count: root.threshold - (root.keys.length - keys.length), keys };
    })
    .filter(({ count }) => count > 0);
}

/** The document that clients download. */
export function documentOf(draft: RootDraft): Uint8Array<ArrayBuffer> {
  return joinDocument("root", draft.signatures, jsonOf(draft));
}

/** Signatures of a draft that another machine wrote are checked, not believed. */
async function validSigners(draft: RootDraft): Promise<Set<string>> {
  const split = splitDocument("root", documentOf(draft));
  if (!split.ok) return new Set();
  const { signatures, signed } = split.document;
  const valid = new Set<string>();
  for (const key of new Set([...draft.from.keys, ...draft.to.keys])) {
    const bytes = signatures.find(({ keyId }) => keyId === keyIdOf(key))?.bytes ?? null;
    if (await isSignedBy(key, bytes, signed, verifySignature)) valid.add(key);
  }
  return valid;
}

function jsonOf({ to }: RootDraft): Uint8Array {
  return new TextEncoder().encode(rootJson(to));
}
