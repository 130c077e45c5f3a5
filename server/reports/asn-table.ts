import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import ipaddr from "ipaddr.js";
import { type AsnResponse, Reader } from "mmdb-lib";
import { messageOf } from "../../utils/core/message-of.ts";

/** The network number of an address, from a table that the operator of this server provides. */
export type AsnTable = {
  /** `AS7922`; null if the table does not contain the address. */
  find(address: string): string | null;
};

/** Precedes the metadata at the end of every MMDB file. */
const MMDB_MARK = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");

/** The property names of published databases of network numbers. */
type Numbered = { autonomous_system_number?: number; asn?: string | number };

/** Reads a table of network numbers: an MMDB file, or CSV as for `readCsvTable`. Throws, with one readable line, if it is neither. */
export async function readAsnTable(file: string): Promise<AsnTable> {
  const bytes = readFileSync(file);
  return bytes.includes(MMDB_MARK) ? readMmdbTable(file, bytes) : await readCsvTable(file);
}

function readMmdbTable(file: string, bytes: Buffer): AsnTable {
  let reader: Reader<AsnResponse>;
  try {
    reader = new Reader<AsnResponse>(bytes);
  } catch (problem) {
    throw new Error(`${file} is a damaged MMDB file: ${messageOf(problem)}`);
  }
  return {
    find(address) {
      const found = reader.get(address) as Numbered | null;
      const number = /^(?:AS)?(\d{1,10})$/i.exec(String(found?.autonomous_system_number ?? found?.asn ?? ""))?.[1];
      return number === undefined ? null : `AS${number}`;
    },
  };
}

type Column = { starts: bigint[]; ends: bigint[]; numbers: number[] };

/**
 * Reads a table of lines `first address,last address,network number`, further columns ignored, in order of addresses: the form in
 * which several public sources give it. Throws, with one readable line, at the first line of another form.
 */
async function readCsvTable(file: string): Promise<AsnTable> {
  const columns: { ipv4: Column; ipv6: Column } = { ipv4: empty(), ipv6: empty() };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [first = "", last = "", asn = ""] = line.split(",").map((cell) => cell.trim().replaceAll('"', ""));
    const start = positionOf(first);
    const end = positionOf(last);
    const column = start === null ? null : columns[start.kind];
    const isOrdered = start !== null && end?.kind === start.kind && end.value >= start.value && start.value > (column?.ends.at(-1) ?? -1n);
    if (column === null || !isOrdered || !/^(AS)?\d{1,10}$/i.test(asn)) {
      throw new Error(`${file}: line ${number} is not "first address,last address,network number" in order of addresses`);
    }
    column.starts.push(start.value);
    column.ends.push(end.value);
    column.numbers.push(Number(asn.replace(/^AS/i, "")));
  }
  const ready = { ipv4: compact(columns.ipv4), ipv6: compact(columns.ipv6) };
  return {
    find(address) {
      const asked = positionOf(address);
      if (asked === null) return null;
      const { starts, ends, numbers } = ready[asked.kind];
      const index = lastAtOrBelow(starts, asked.value);
      return index >= 0 && (ends[index] ?? 0n) >= asked.value ? `AS${numbers[index]}` : null;
    },
  };
}

function empty(): Column {
  return { starts: [], ends: [], numbers: [] };
}

function compact({ starts, ends, numbers }: Column) {
  return { starts: BigUint64Array.from(starts), ends: BigUint64Array.from(ends), numbers: Uint32Array.from(numbers) };
}

/** An address as a number; of IPv6 the upper half, since no network is smaller than that. */
function positionOf(address: string): { kind: "ipv4" | "ipv6"; value: bigint } | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray().slice(0, 8);
  return { kind: parsed.kind(), value: bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n) };
}

function lastAtOrBelow(sorted: BigUint64Array, value: bigint): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
