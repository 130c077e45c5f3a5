import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";

export type Shelf = "hosts" | "visits" | "episodes" | "reports";

/** All that the extension keeps on one shelf of its database. */
export function keptRows<Row = unknown>(browser: ExtensionBrowser, shelf: Shelf): Promise<Row[]> {
  return browser.inExtension<Row[]>(
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open("not-just-me");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asked = opening.result.transaction("${shelf}").objectStore("${shelf}").getAll();
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          opening.result.close();
          resolve(asked.result);
        };
      };
    })`,
  );
}
