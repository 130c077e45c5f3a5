import type { ListedRange } from "./listed-range.ts";

/** A stretch of addresses and the range that it belongs to. */
export type Stretch = { start: bigint; end: bigint; range: ListedRange };

/** Splits overlapping stretches at all borders; each part belongs to the winner of the stretches that cover it. */
function flatten(stretches: Stretch[], winner: (covering: Stretch[]) => Stretch): Stretch[] {
  const borders = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => (a < b ? -1 : 1));
  const waiting = [...stretches].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const flat: Stretch[] = [];
  let next = 0;
  let covering: Stretch[] = [];
  for (let index = 0; index + 1 < borders.length; index++) {
    const start = borders[index] as bigint;
    const end = borders[index + 1] as bigint;
    covering = covering.filter((stretch) => stretch.end > start);
    for (let coming = waiting[next]; coming !== undefined && coming.start <= start; coming = waiting[next]) {
      covering.push(coming);
      next += 1;
    }
    if (covering.length > 0) flat.push({ start, end, range: winner(covering).range });
  }
  return flat;
}

const winnerBy = (compare: (a: ListedRange, b: ListedRange) => number) => (covering: Stretch[]) =>
  covering.reduce((best, other) => (compare(best.range, other.range) < 0 ? other : best));

/**
 * Within one vendor's lists: a range with a region wins over one without, which sums them up (Azure lists `Storage` beside
 * `Storage.WestEurope`, and health probes of a region under a tag without one); then the more specific one.
 */
const withinVendor = winnerBy(
  (a, b) => Number(b.remainder) - Number(a.remainder) || Number(a.region !== null) - Number(b.region !== null) || a.bits - b.bits,
);

/**
 * Between vendors: the more specific range wins (GitHub's own addresses inside of a region of Azure are GitHub's); of equal ones the one
 * with a region.
 */
const betweenVendors = winnerBy((a, b) => a.bits - b.bits || Number(a.region !== null) - Number(b.region !== null));

/**
 * Decides which range each address of a family belongs to.
 * @param vendors the ranges of each vendor. Of equal claims, that of the earlier vendor wins
 * @returns stretches in rising order, without overlaps
 */
export function resolveOverlaps(vendors: ListedRange[][], family: 4 | 6): Stretch[] {
  const byVendor = vendors.flatMap((ranges) => {
    const stretches = ranges.filter((range) => range.family === family).map((range) => ({ start: range.start, end: range.end, range }));
    return flatten(stretches, withinVendor);
  });
  return flatten(byVendor, betweenVendors);
}
