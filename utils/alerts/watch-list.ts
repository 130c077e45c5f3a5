import { browser } from "#imports";
import type { Watch } from "../core/alerts/watch.ts";

/** Where the sites that a person waits for are kept. */
export const WATCHES = "watches";

/** The sites that a person waits for. */
export async function readWatches(): Promise<Watch[]> {
  return ((await browser.storage.local.get(WATCHES))[WATCHES] as Watch[] | undefined) ?? [];
}
