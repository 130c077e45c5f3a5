import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tile, treemap } from "../../../utils/core/view/treemap.ts";

type Weighted = { name: string; group: string; weight: number };

const draw = (things: Weighted[], proportion = 1.6) =>
  treemap(
    things,
    ({ weight }) => weight,
    ({ group }) => group,
    proportion,
  );
const area = ({ width, height }: Tile<Weighted>) => width * height;

function overlap(a: Tile<Weighted>, b: Tile<Weighted>): number {
  const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return along > 0 && down > 0 ? along * down : 0;
}

const things = fc.array(
  fc.record({ name: fc.string(), group: fc.constantFrom("aws", "gcp", "azure", "cloudflare"), weight: fc.integer({ min: 1, max: 400 }) }),
  { minLength: 1, maxLength: 40 },
);

describe("a treemap", () => {
  test("gives each item an area in proportion to its weight, and fills the whole without overlaps", () => {
    fc.assert(
      fc.property(things, fc.double({ min: 0.4, max: 3, noNaN: true }), (drawn, proportion) => {
        const tiles = draw(drawn, proportion);
        const whole = drawn.reduce((sum, { weight }) => sum + weight, 0);
        expect(tiles).toHaveLength(drawn.length);
        for (const tile of tiles) {
          expect(area(tile)).toBeCloseTo(tile.item.weight / whole, 6);
          expect(Math.min(tile.x, tile.y)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.max(tile.x + tile.width, tile.y + tile.height)).toBeLessThanOrEqual(1 + 1e-9);
        }
        for (const [index, tile] of tiles.entries())
          for (const other of tiles.slice(index + 1)) expect(overlap(tile, other)).toBeLessThan(1e-9);
      }),
    );
  });

  test("keeps the tiles of a group in one rectangle", () => {
    fc.assert(
      fc.property(things, (drawn) => {
        const tiles = draw(drawn);
        for (const group of new Set(drawn.map((thing) => thing.group))) {
          const own = tiles.filter(({ item }) => item.group === group);
          const left = Math.min(...own.map(({ x }) => x));
          const right = Math.max(...own.map(({ x, width }) => x + width));
          const top = Math.min(...own.map(({ y }) => y));
          const bottom = Math.max(...own.map(({ y, height }) => y + height));
          expect((right - left) * (bottom - top)).toBeCloseTo(
            own.reduce((sum, tile) => sum + area(tile), 0),
            6,
          );
        }
      }),
    );
  });

  test("has tiles near to squares where weights are equal", () => {
    const alike = Array.from({ length: 24 }, (_, index) => ({ name: `${index}`, group: "one", weight: 10 }));
    for (const { width, height } of draw(alike)) {
      const shape = (width * 1.6) / height;
      expect(Math.max(shape, 1 / shape)).toBeLessThan(2);
    }
  });

  test("leaves out items without a weight, and is empty without items", () => {
    expect(draw([{ name: "none", group: "one", weight: 0 }])).toEqual([]);
    expect(draw([])).toEqual([]);
  });
});
