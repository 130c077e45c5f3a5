import { type AsnResponse, Reader } from "mmdb-lib";
import { messageOf } from "../../utils/core/message-of.ts";
import { readGivenFile } from "../store/read-given-file.ts";
import { readNetworkLines } from "./network-lines.ts";
import { isNetworkRanges, readNetworkRanges } from "./network-ranges.ts";
import { type NetworkTable, NOWHERE } from "./network-table.ts";

/** Precedes the metadata at the end of every MMDB file. */
const MMDB_MARK = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");

/** The property names of published databases of network numbers and countries. */
type Record = { autonomous_system_number?: number; asn?: string | number; country?: { iso_code?: string } | string; country_code?: string };

/**
 * Reads a table of networks: what `npm run networks` writes, an MMDB file, or CSV as for `readNetworkLines`. Throws, with one readable
 * line, if it is none of them.
 */
export async function readNetworkTable(file: string): Promise<NetworkTable> {
  const bytes = readGivenFile(file, "the table of networks (--networks, NETWORKS)");
  if (isNetworkRanges(bytes)) return tableIn(file, () => readNetworkRanges(bytes));
  if (bytes.includes(MMDB_MARK)) return tableIn(file, () => readMmdb(bytes));
  return await readNetworkLines(file);
}

function tableIn(file: string, read: () => NetworkTable): NetworkTable {
  try {
    return read();
  } catch (problem) {
    throw new Error(`${file} is a damaged table of networks: ${messageOf(problem)}`);
  }
}

function readMmdb(bytes: Buffer): NetworkTable {
  const reader = new Reader<AsnResponse>(bytes);
  return {
    find(address) {
      const found = reader.get(address) as Record | null;
      if (found === null) return NOWHERE;
      const number = /^(?:AS)?(\d{1,10})$/i.exec(String(found.autonomous_system_number ?? found.asn ?? ""))?.[1];
      const named = typeof found.country === "string" ? found.country : (found.country?.iso_code ?? found.country_code);
      return { asn: number === undefined ? null : Number(number), country: /^[A-Z]{2}$/.test(named ?? "") ? (named ?? null) : null };
    },
  };
}
