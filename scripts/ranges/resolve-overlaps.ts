import type { ListedRange } from "./listed-range.ts";

/** A stretch of addresses and who has it. Stretches do not overlap. */
export type Stretch = { start: bigint; end: bigint; range: ListedRange };

/** Walks over all borders and asks at each stretch which of the ranges over it wins. */
function flatten(stretches: Stretch[], winner: (over: Stretch[]) => Stretch): Stretch[] {
  const borders = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => (a < b ? -1 : 1));
  const waiting = [...stretches].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const flat: Stretch[] = [];
  let next = 0;
  let over: Stretch[] = [];
  for (let index = 0; index + 1 < borders.length; index++) {
    const start = borders[index] as bigint;
    const end = borders[index + 1] as bigint;
    over = over.filter((stretch) => stretch.end > start);
    for (let coming = waiting[next]; coming !== undefined && coming.start <= start; coming = waiting[next]) {
      over.push(coming);
      next += 1;
    }
    if (over.length > 0) flat.push({ start, end, range: winner(over).range });
  }
  return flat;
}

const better = (worse: (a: ListedRange, b: ListedRange) => number) => (over: Stretch[]) =>
  over.reduce((best, other) => (worse(best.range, other.range) < 0 ? other : best));

/**
 * Within one vendor's lists: those that name a region say more than those that sum them up (Azure lists `Storage` beside
 * `Storage.WestEurope`, and health probes of a region under a tag without one); then the most specific.
 */
const withinVendor = better(
  (a, b) => Number(b.remainder) - Number(a.remainder) || Number(a.region !== null) - Number(b.region !== null) || a.bits - b.bits,
);

/**
 * Between vendors: the most specific (GitHub's own addresses inside a region of Azure are GitHub's); of equal ones the one
 * that names a region.
 */
const betweenVendors = better((a, b) => a.bits - b.bits || Number(a.region !== null) - Number(b.region !== null));

/**
 * Settles who has which addresses of a family.
 * @param vendors the ranges of each vendor. Of equal claims that of the earlier vendor is kept.
 * @returns in rising order.
 */
export function settle(vendors: ListedRange[][], family: 4 | 6): Stretch[] {
  const settled = vendors.flatMap((ranges) => {
    const stretches = ranges.filter((range) => range.family === family).map((range) => ({ start: range.start, end: range.end, range }));
    return flatten(stretches, withinVendor);
  });
  return flatten(settled, betweenVendors);
}
