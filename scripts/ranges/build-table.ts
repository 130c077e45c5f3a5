import { join } from "node:path";
import { download } from "./download.ts";
import { encodeTable } from "./encode-table.ts";
import { UnreadableList } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";
import { readOwnList } from "./own-list.ts";
import { type ListDocument, readDocuments, textOf } from "./read-documents.ts";
import { keepLists, keptLists, readSavedCopies, type SavedCopies } from "./saved-copies.ts";
import { VENDORS, type Vendor } from "./vendors.ts";

/** Where a vendor's part of the table comes from. */
export type VendorReport =
  | { id: string; state: "read"; ranges: number }
  /** Its lists could not be read now; those that were kept on that day are used. */
  | { id: string; state: "kept"; ranges: number; since: string; reason: string }
  | { id: string; state: "missing"; reason: string };

export type BuiltTable = { bytes: Uint8Array; ranges: number; vendors: VendorReport[] };

type Part = { report: VendorReport; ranges: ListedRange[] };

async function readKept(vendor: Vendor, folder: string, reason: string): Promise<Part> {
  const kept = await keptLists(folder);
  if (kept === null) return { report: { id: vendor.id, state: "missing", reason }, ranges: [] };
  const ranges = readDocuments(vendor, kept.documents);
  return { report: { id: vendor.id, state: "kept", ranges: ranges.length, since: kept.since, reason }, ranges };
}

async function readVendor(vendor: Vendor, lists: () => Promise<ListDocument[]>, folder: string): Promise<Part> {
  try {
    const documents = await lists();
    const ranges = readDocuments(vendor, documents);
    await keepLists(folder, documents);
    return { report: { id: vendor.id, state: "read", ranges: ranges.length }, ranges };
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    return readKept(vendor, folder, error.message);
  }
}

function readOwn({ name, bytes }: ListDocument): Part {
  try {
    const ranges = readOwnList(JSON.parse(textOf(bytes)));
    return { report: { id: name, state: "read", ranges: ranges.length }, ranges };
  } catch (error) {
    return { report: { id: name, state: "missing", reason: (error as Error).message }, ranges: [] };
  }
}

function unknownVendors({ vendors }: SavedCopies): Part[] {
  const known = new Set(VENDORS.map(({ id }) => id));
  const unknown = [...vendors.keys()].filter((id) => !known.has(id));
  return unknown.map((id) => ({ report: { id, state: "missing", reason: "no vendor of that name is known" }, ranges: [] }));
}

/**
 * Reads every vendor's lists and builds the table.
 * @param options `from`: a folder of saved copies, or a file with an own list, instead of the vendors' URLs. Where a folder contains own
 *   lists only, the table contains nothing else. `keepIn`: the folder in which the last readable lists of each vendor are kept. `own`: own
 *   lists in addition
 * @throws Error where no list could be read
 */
export async function buildTable(options: { from?: string; keepIn: string; own?: ListDocument[] }): Promise<BuiltTable> {
  const copies = options.from === undefined ? null : await readSavedCopies(options.from);
  const vendors = copies !== null && copies.vendors.size === 0 ? [] : VENDORS;
  const parts = await Promise.all(
    vendors.map((vendor) => {
      const lists = copies === null ? () => download(vendor) : async () => copies.vendors.get(vendor.id) ?? [];
      return readVendor(vendor, lists, join(options.keepIn, vendor.id));
    }),
  );
  parts.push(...(options.own ?? []).map(readOwn));
  if (copies !== null) parts.push(...copies.own.map(readOwn), ...unknownVendors(copies));
  const { bytes, ranges } = encodeTable(parts.map((part) => part.ranges));
  if (ranges === 0) throw new Error("none of the lists could be read");
  return { bytes, ranges, vendors: parts.map(({ report }) => report) };
}
