import * as v from "valibot";
import { readRootDocument } from "../../utils/core/feed/root.ts";
import { type Root, readRootText, rootText } from "../../utils/core/feed/root-text.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import type { KeyBox } from "./key-box.ts";
import { readFeedKey, readRootKey } from "./key-files.ts";

/** A feed has few roots in its life. Judged. */
const MAX_ROOTS = 100;

/** A signed root document, as `v2/root-N` serves it. */
export type RootDocument = { number: number; bytes: Uint8Array<ArrayBuffer> };

/** The roots of a feed. All of it is public; clients check the signatures of the documents. */
export type RootChain = {
  /** The root of the first builds. */
  first: Root;
  /** The documents of its successors, in order. */
  documents: readonly RootDocument[];
};

const schema = v.object({ first: v.string(), documents: v.pipe(v.array(v.string()), v.maxLength(MAX_ROOTS)) });

/**
 * Reads the roots of a feed. Where none were ever written there is one, with one key: the root key that is stored here, or else the one
 * that granted the stored feed key.
 * @returns null where there is no key either
 * @throws one readable line where they are damaged: clients that have not followed yet would be left behind in silence
 */
export async function readRootChain(box: Pick<KeyBox, "read" | "place">): Promise<RootChain | null> {
  const text = await box.read("roots");
  if (text !== null) {
    const chain = parseRootChain(text);
    if (chain === null) throw new Error(`${box.place}: the root documents cannot be read; put back a copy of roots.json`);
    return chain;
  }
  const key = readRootKey((await box.read("root")) ?? "")?.key ?? readFeedKey((await box.read("feed")) ?? "")?.root;
  return key === undefined ? null : { first: { number: 1, threshold: 1, keys: [key] }, documents: [] };
}

/** Reads a chain as `writeRootChain` writes it; null for anything else. */
export function parseRootChain(text: string): RootChain | null {
  const reading = v.safeParse(schema, parseJson(text));
  const first = reading.success ? readRootText(reading.output.first) : null;
  if (!reading.success || first === null) return null;
  const documents: RootDocument[] = [];
  for (const document of reading.output.documents) {
    const bytes = new TextEncoder().encode(document);
    const number = first.number + documents.length + 1;
    if (readRootDocument(bytes)?.number !== number) return null;
    documents.push({ number, bytes });
  }
  return { first, documents };
}

export function writeRootChain({ first, documents }: RootChain): string {
  const decoder = new TextDecoder();
  return `${JSON.stringify({ first: rootText(first), documents: documents.map(({ bytes }) => decoder.decode(bytes)) })}\n`;
}

/** The newest root: builds and people state this one from now on. */
export function newestRoot({ first, documents }: RootChain): Root {
  const last = documents.at(-1);
  return (last === undefined ? null : readRootDocument(last.bytes)) ?? first;
}
