import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { lastAtOrBelow, positionOf } from "./address-position.ts";
import { type NetworkTable, NOWHERE } from "./network-table.ts";

type Column<Value> = { starts: Value[]; ends: Value[]; numbers: number[] };

/**
 * Reads a table of lines `first address,last address,network number`, further columns ignored, in order of addresses: the form in
 * which several public sources give it. It tells no countries. Throws, with one readable line, at the first line of another form.
 */
export async function readNetworkLines(file: string): Promise<NetworkTable> {
  const ipv4: Column<number> = { starts: [], ends: [], numbers: [] };
  const ipv6: Column<bigint> = { starts: [], ends: [], numbers: [] };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [first = "", last = "", asn = ""] = line.split(",").map((cell) => cell.trim().replaceAll('"', ""));
    const start = positionOf(first);
    const end = positionOf(last);
    const isTaken =
      /^(AS)?\d{1,10}$/i.test(asn) &&
      ((start?.family === 4 && end?.family === 4 && append(ipv4, start.value, end.value)) ||
        (start?.family === 6 && end?.family === 6 && append(ipv6, start.value, end.value)));
    if (!isTaken) throw new Error(`${file}: line ${number} is not "first address,last address,network number" in order of addresses`);
    (start?.family === 4 ? ipv4 : ipv6).numbers.push(Number(asn.replace(/^AS/i, "")));
  }
  const small = { starts: Uint32Array.from(ipv4.starts), ends: Uint32Array.from(ipv4.ends), numbers: Uint32Array.from(ipv4.numbers) };
  const large = { starts: BigUint64Array.from(ipv6.starts), ends: BigUint64Array.from(ipv6.ends), numbers: Uint32Array.from(ipv6.numbers) };
  return {
    find(address) {
      const asked = positionOf(address);
      if (asked === null) return NOWHERE;
      const number = asked.family === 4 ? numberAt(small, asked.value) : numberAt(large, asked.value);
      return number === undefined ? NOWHERE : { asn: number, country: null };
    },
  };
}

/** @returns false where the stretch does not come after all others */
function append<Value extends number | bigint>({ starts, ends }: Column<Value>, start: Value, end: Value): boolean {
  const before = ends.at(-1);
  if (end < start || (before !== undefined && start <= before)) return false;
  starts.push(start);
  ends.push(end);
  return true;
}

type Sorted<Value> = { readonly length: number; readonly [index: number]: Value };

function numberAt<Value extends number | bigint>(
  { starts, ends, numbers }: { starts: Sorted<Value>; ends: Sorted<Value>; numbers: Uint32Array },
  value: Value,
): number | undefined {
  const index = lastAtOrBelow(starts, value);
  const end = ends[index];
  return end !== undefined && end >= value ? numbers[index] : undefined;
}
