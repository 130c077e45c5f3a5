import { onItemChange, read } from "./browser-storage.ts";
import type { Item } from "./keys.ts";

/**
 * A setting that is needed all the time: read once, and again after it has changed. Call it in the first turn.
 * @returns a function that gives the current value
 */
export function followSetting<Value>(item: Item<Value>, onChange: () => void = () => {}): () => Promise<Value> {
  let known: Promise<Value> | null = null;
  onItemChange(item, () => {
    known = null;
    onChange();
  });
  return () => {
    known ??= read(item);
    return known;
  };
}
