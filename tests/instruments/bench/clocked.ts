/** Runs a piece of work for every item and returns how long each took, in microseconds. The clock itself takes some 0.05 µs. */
export function clocked<Item>(items: readonly Item[], work: (item: Item) => unknown): number[] {
  return items.map((item) => {
    const start = process.hrtime.bigint();
    work(item);
    return Number(process.hrtime.bigint() - start) / 1000;
  });
}
