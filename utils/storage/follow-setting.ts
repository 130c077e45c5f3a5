import { browser } from "#imports";

/**
 * A setting for whoever asks for it all the time: read once, and again when it changes. Call it in the first turn.
 * @param key where it lies in local storage
 */
export function followSetting<Value>(key: string, read: () => Promise<Value>, onChange: () => void): () => Promise<Value> {
  let known: Promise<Value> | null = null;
  browser.storage.local.onChanged.addListener((changes) => {
    if (!(key in changes)) return;
    known = null;
    onChange();
  });
  return () => {
    known ??= read();
    return known;
  };
}
