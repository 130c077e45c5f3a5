import type { Loading, World } from "./world.ts";

/** A page load that has had no answer yet. */
export type WaitingLoad = { tabId: number } & Pick<Loading, "host" | "at" | "usual">;

/** The page loads of all tabs that have had no answer yet. */
export function waitingLoads({ tabs }: World): WaitingLoad[] {
  return Object.entries(tabs).flatMap(([tabId, { loading }]) =>
    loading === null || loading.answered ? [] : [{ tabId: Number(tabId), host: loading.host, at: loading.at, usual: loading.usual }],
  );
}
