/** A rectangle, in fractions of the width and height of the whole. */
export type Tile<Item> = { item: Item; x: number; y: number; width: number; height: number };

type Box = { x: number; y: number; width: number; height: number };
type Weighed<Item> = { item: Item; weight: number };

const sum = (items: readonly { weight: number }[]) => items.reduce((total, { weight }) => total + weight, 0);

/** The ratio of the longer to the shorter side of the least square rectangle of a row: 1 or more. */
function worstShape(row: readonly { weight: number }[], side: number, scale: number): number {
  const depth = (sum(row) * scale) / side;
  return Math.max(
    ...row.map(({ weight }) => {
      const length = (weight * scale) / depth;
      return Math.max(length / depth, depth / length);
    }),
  );
}

/** Fills a box with rectangles as large as their weights, the heaviest first. */
function fill<Item>(items: readonly Weighed<Item>[], box: Box): Tile<Item>[] {
  const scale = (box.width * box.height) / sum(items);
  const tiles: Tile<Item>[] = [];
  let rest = box;
  for (let start = 0; start < items.length; ) {
    const upright = rest.width >= rest.height;
    const side = upright ? rest.height : rest.width;
    let end = start + 1;
    while (end < items.length && worstShape(items.slice(start, end + 1), side, scale) <= worstShape(items.slice(start, end), side, scale))
      end++;
    const row = items.slice(start, end);
    const depth = (sum(row) * scale) / side;
    let along = 0;
    for (const { item, weight } of row) {
      const length = (weight * scale) / depth;
      tiles.push(
        upright
          ? { item, x: rest.x, y: rest.y + along, width: depth, height: length }
          : { item, x: rest.x + along, y: rest.y, width: length, height: depth },
      );
      along += length;
    }
    rest = upright
      ? { ...rest, x: rest.x + depth, width: rest.width - depth }
      : { ...rest, y: rest.y + depth, height: rest.height - depth };
    start = end;
  }
  return tiles;
}

/**
 * Lays out weighed items as a squarified treemap (Bruls, Huizing, van Wijk, 2000), those of a group together.
 * @param items an item without a weight is left out
 * @param proportion width divided by height of the whole; on it the tiles are near to squares
 */
export function treemap<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  groupOf: (item: Item) => string,
  proportion: number,
) {
  const groups = new Map<string, Weighed<Item>[]>();
  for (const item of items) {
    const weight = weightOf(item);
    if (weight > 0) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), { item, weight }]);
  }
  const heaviestFirst = <Item extends { weight: number }>(items: Item[]) => items.sort((a, b) => b.weight - a.weight);
  const whole = heaviestFirst([...groups.values()].map((members) => ({ item: heaviestFirst(members), weight: sum(members) })));
  if (whole.length === 0) return [];
  const tiles = fill(whole, { x: 0, y: 0, width: proportion, height: 1 }).flatMap(({ item, ...box }) => fill(item, box));
  return tiles.map(({ item, x, y, width, height }) => ({ item, x: x / proportion, y, width: width / proportion, height }));
}
