import { browser } from "#imports";
import type { Area, Item, Stored } from "./keys.ts";

/*
 * The one door to browser storage: the linter refuses `browser.storage` anywhere else. What lies there is listed in `keys.ts`.
 */

export async function read<Value>(item: Item<Value>): Promise<Value> {
  return valueIn(await browser.storage[item.area].get(item.key), item);
}

export async function write<Value>({ area, key }: Item<Value>, value: Value): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

/** Forgets a value, so that its fallback holds again. */
export async function remove({ area, key }: Item<unknown>): Promise<void> {
  await browser.storage[area].remove(key);
}

/** The value of an item among keys that were read together. */
export function valueIn<Value>(stored: Stored, { key, fallback }: Item<Value>): Value {
  return (stored[key] as Value | undefined) ?? fallback;
}

/** Reads a whole area, or of it some keys at once. */
export async function readArea(area: Area, keys: string[] | null = null): Promise<Stored> {
  return await browser.storage[area].get(keys);
}

/** Writes several keys of one area at once; a key whose value is undefined is removed first. */
export async function changeArea(area: Area, changes: Stored): Promise<void> {
  const gone = Object.keys(changes).filter((key) => changes[key] === undefined);
  if (gone.length > 0) await browser.storage[area].remove(gone);
  const kept = Object.entries(changes).filter(([, value]) => value !== undefined);
  if (kept.length > 0) await browser.storage[area].set(Object.fromEntries(kept));
}

/** What an organisation has set. @throws in Firefox where none has set anything */
export async function readManaged(): Promise<Stored> {
  return await browser.storage.managed.get(null);
}

/**
 * Calls back when a value was written, here or elsewhere. Only its own area is listened to: by the event of all areas the background
 * would be sent each of its own writes to the session, old and new value in full.
 */
export function onItemChange({ area, key }: Item<unknown>, callback: () => void): void {
  browser.storage[area].onChanged.addListener((changes) => {
    if (key in changes) callback();
  });
}

/** Calls back when an organisation's settings arrive or change; Chromium reads them some time after the browser's start. */
export function onManagedChange(callback: () => void): void {
  browser.storage.managed.onChanged?.addListener(callback);
}

/**
 * For pages: calls back when anything was written, in whichever area.
 * @returns a function that stops it
 */
export function onStorageChange(callback: (area: Area | "managed") => void): () => void {
  const listener = (_: unknown, area: string) => callback(area as Area | "managed");
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
