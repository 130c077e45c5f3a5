import { readFileSync } from "node:fs";
import { type AsnResponse, Reader } from "mmdb-lib";
import { readCsvTable } from "./asn-csv.ts";

/** Which operator's network an address belongs to, from a table that the operator of this server has brought. */
export type NetworkTable = {
  /** `AS7922`; null where the table does not know. */
  find(address: string): string | null;
};

/** Stands before the description at the end of every MMDB file. */
const MMDB_MARK = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");

/** How the published databases of network numbers name them. */
type Numbered = { autonomous_system_number?: number; asn?: string | number };

/** Reads a table of network numbers: an MMDB file, or CSV as `readCsvTable` has it. Throws, with one readable line, where it is neither. */
export async function readNetworkTable(file: string): Promise<NetworkTable> {
  const bytes = readFileSync(file);
  return bytes.includes(MMDB_MARK) ? readMmdbTable(file, bytes) : await readCsvTable(file);
}

function readMmdbTable(file: string, bytes: Buffer): NetworkTable {
  let reader: Reader<AsnResponse>;
  try {
    reader = new Reader<AsnResponse>(bytes);
  } catch (problem) {
    throw new Error(`${file} is a damaged MMDB file: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  return {
    find(address) {
      const found = reader.get(address) as Numbered | null;
      const number = /^(?:AS)?(\d{1,10})$/i.exec(String(found?.autonomous_system_number ?? found?.asn ?? ""))?.[1];
      return number === undefined ? null : `AS${number}`;
    },
  };
}
