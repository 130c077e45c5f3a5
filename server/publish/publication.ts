import { createHash } from "node:crypto";
import * as v from "valibot";
import { parseJson } from "../../utils/core/parse-json.ts";

/** A feed as it was published: its signed head and the body that it names. */
export type Publication = {
  sequence: number;
  head: Uint8Array<ArrayBuffer>;
  body: { sha256: string; bytes: Uint8Array<ArrayBuffer> };
};

const schema = v.object({ head: v.string(), body: v.string() });

/** Writes a publication as one text, as the store keeps it. */
export function writePublication({ head, body }: Publication): string {
  const decoder = new TextDecoder();
  return JSON.stringify({ head: decoder.decode(head), body: decoder.decode(body.bytes) });
}

/** Reads what `writePublication` wrote; null for anything else. */
export function readPublication({ sequence, document }: { sequence: number; document: string }): Publication | null {
  const reading = v.safeParse(schema, parseJson(document));
  if (!reading.success) return null;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(reading.output.body);
  return {
    sequence,
    head: encoder.encode(reading.output.head),
    body: { sha256: createHash("sha256").update(bytes).digest("base64url"), bytes },
  };
}
