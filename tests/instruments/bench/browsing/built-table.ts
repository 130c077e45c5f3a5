import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildTable } from "../../../../scripts/ranges/build-table.ts";
import { type AddressTable, readAddressTable } from "../../../../utils/core/providers/address-table.ts";

const SAVED_LISTS = "../shared/fixtures/ip-ranges";
const BUILT_BEFORE = "public/ranges.bin";

/** A table of address ranges and where it came from. */
export type BuiltTable = { table: AddressTable; bytes: Uint8Array; from: string };

let built: Promise<BuiltTable | null> | undefined;

/** The table from saved copies of the vendors' lists where they are, else the one built last; null where there is neither. */
export function builtTable(): Promise<BuiltTable | null> {
  built ??= build();
  return built;
}

async function build(): Promise<BuiltTable | null> {
  if (existsSync(SAVED_LISTS)) {
    const keepIn = mkdtempSync(join(tmpdir(), "not-just-me-ranges-"));
    const { bytes, ranges } = await buildTable({ from: SAVED_LISTS, keepIn });
    rmSync(keepIn, { recursive: true, force: true });
    return read(bytes, `${ranges} ranges of saved lists`);
  }
  return existsSync(BUILT_BEFORE) ? read(new Uint8Array(readFileSync(BUILT_BEFORE)), BUILT_BEFORE) : null;
}

/** A table of a real one's size that also lists these ranges: the saved lists where they are, else these alone. */
export async function tableWith(ranges: { cidr: string; provider: string; region: string | null }[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-lists-"));
  const own = join(folder, "bench.json");
  writeFileSync(own, JSON.stringify({ ranges }));
  const keepIn = join(folder, "kept");
  const beside = { name: "bench.json", bytes: readFileSync(own) };
  const { bytes } = await buildTable(existsSync(SAVED_LISTS) ? { from: SAVED_LISTS, keepIn, own: [beside] } : { from: own, keepIn });
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

function read(bytes: Uint8Array, from: string): BuiltTable {
  const table = readAddressTable(bytes);
  if (table === null) throw new Error(`the table of ${from} cannot be read`);
  return { table, bytes, from };
}
