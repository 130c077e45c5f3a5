import { gunzipSync } from "node:zlib";
import { ValiError } from "valibot";
import { UnreadableList } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";
import { withoutSpecialPurpose } from "./special-purpose.ts";
import type { Vendor } from "./vendors.ts";

/** A list as it was read: its name for messages, and its bytes, gzipped or not. */
export type ListDocument = { name: string; bytes: Uint8Array };

export function textOf(bytes: Uint8Array): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new TextDecoder().decode(zipped ? gunzipSync(bytes) : bytes);
}

function readDocument(vendor: Vendor, text: string): ListedRange[] {
  const ranges = /^\s*[[{]/.test(text) ? vendor.json(JSON.parse(text)) : vendor.lines(text);
  if (ranges.length === 0) throw new UnreadableList("it lists no network");
  return ranges;
}

/**
 * Reads all lists of a vendor.
 * @throws UnreadableList with the name of the list where one of them cannot be read: the last readable lists are better than a part of the new
 */
export function readDocuments(vendor: Vendor, documents: ListDocument[]): ListedRange[] {
  if (documents.length === 0) throw new UnreadableList("there is no list");
  return documents.flatMap(({ name, bytes }) => {
    try {
      return withoutSpecialPurpose(readDocument(vendor, textOf(bytes)));
    } catch (error) {
      const known = error instanceof UnreadableList || error instanceof SyntaxError || error instanceof ValiError;
      // Errors of zlib about a broken archive have a code.
      if (!known && !(error instanceof Error && "code" in error)) throw error;
      throw new UnreadableList(`${name}: ${(error as Error).message}`);
    }
  });
}
