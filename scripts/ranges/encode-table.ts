import { NO_GAP, TABLE_TITLE } from "../../utils/core/providers/address-table.ts";
import { type PlaceId, placeId } from "../../utils/core/providers/place.ts";
import type { ListedRange } from "./listed-range.ts";
import { resolveOverlaps, type Stretch } from "./resolve-overlaps.ts";

/** Adjacent ranges of one place as one. */
type Run = { start: bigint; end: bigint; place: PlaceId };

function joinAdjacent(stretches: Stretch[]): Run[] {
  const runs: Run[] = [];
  for (const { start, end, range } of stretches) {
    const last = runs.at(-1);
    const place = placeId(range.provider, range.region);
    if (last !== undefined && last.end === start && last.place === place) last.end = end;
    else runs.push({ start, end, place });
  }
  return runs;
}

/** The places, the most frequent first, so that their numbers are short. Equally frequent ones by name, so that equal input gives equal bytes. */
function placesByFrequency(runs: Run[]): string[] {
  const counts = new Map<string, number>();
  for (const { place } of runs) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)).map(([place]) => place);
}

function writeNumber(bytes: number[], value: bigint): void {
  let rest = value;
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
}

function trailingZeros(value: bigint): number {
  let zeros = 0;
  while (((value >> BigInt(zeros)) & 1n) === 0n) zeros += 1;
  return zeros;
}

function writeRuns(bytes: number[], runs: Run[], places: Map<string, number>): void {
  const gaps = runs.map(({ start }, index) => start - (runs[index - 1]?.end ?? 0n));
  const sizes = runs.map(({ start, end }) => end - start);
  writeNumber(bytes, BigInt(runs.length));
  for (const gap of gaps) bytes.push(gap === 0n ? NO_GAP : trailingZeros(gap));
  for (const size of sizes) bytes.push(trailingZeros(size));
  for (const gap of gaps) if (gap !== 0n) writeNumber(bytes, gap >> BigInt(trailingZeros(gap) + 1));
  for (const size of sizes) writeNumber(bytes, size >> BigInt(trailingZeros(size) + 1));
  for (const { place } of runs) writeNumber(bytes, BigInt(places.get(place) ?? 0));
}

/**
 * Writes the file that `readAddressTable` reads. Equal lists give equal bytes, so that its hash changes only with its content.
 * @param vendors the ranges of each vendor
 */
export function encodeTable(vendors: ListedRange[][]): { bytes: Uint8Array; ranges: number } {
  const addresses = joinAdjacent(resolveOverlaps(vendors, 4));
  const networks = joinAdjacent(resolveOverlaps(vendors, 6));
  const places = placesByFrequency([...addresses, ...networks]);
  const numbers = new Map(places.map((place, index) => [place, index]));
  const names = [...Buffer.from(JSON.stringify(places), "ascii")];
  const bytes = [...Buffer.from(TABLE_TITLE, "ascii")];
  writeNumber(bytes, BigInt(names.length));
  bytes.push(...names);
  writeRuns(bytes, addresses, numbers);
  writeRuns(bytes, networks, numbers);
  return { bytes: Uint8Array.from(bytes), ranges: addresses.length + networks.length };
}
