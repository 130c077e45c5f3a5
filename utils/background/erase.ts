import { browser } from "#imports";
import { WATCHES } from "../alerts/watch-list.ts";
import type { createWatches } from "../alerts/watches.ts";
import { forgetSite } from "../core/world/forget-site.ts";
import type { World } from "../core/world/world.ts";
import { isFeedState } from "../feed/feed-state.ts";
import type { Commands } from "../messages/commands.ts";
import { newWorld } from "../storage/world-store.ts";

export type EraseRequest = Commands["erase"]["input"];

/** Erases what is kept of one site, or with null of all. */
type Erasable = { erase: (site: string | null) => Promise<void> };

type Kept = {
  history: Erasable;
  learned: Erasable;
  visits: Erasable;
  reporter: { setConsent: (given: boolean) => Promise<void>; erase: () => Promise<void> };
  watches: Pick<ReturnType<typeof createWatches>, "remove">;
  traceLog: { erase: () => Promise<void> };
  changeWorld: (edit: (world: World) => World) => void;
};

/** Erasing erases: from the database, from storage, and from the picture of the last minutes. */
export function createEraser({ history, learned, visits, reporter, watches, traceLog, changeWorld }: Kept) {
  async function eraseHosts(site: string | null): Promise<void> {
    await all([history, learned, visits].map((kept) => kept.erase(site)).concat(traceLog.erase()));
  }

  /** Every setting as it was at first. Consent to reports is one, and what waits to be sent goes with it. */
  async function eraseSettings(): Promise<void> {
    try {
      await reporter.setConsent(false);
    } finally {
      const kept = Object.keys(await browser.storage.local.get(null));
      await browser.storage.local.remove(kept.filter((key) => key !== WATCHES && !isFeedState(key)));
    }
  }

  /** The copy of the feed stays: it tells nothing of the person, and its number keeps older feeds out. */
  async function eraseEverything(): Promise<void> {
    changeWorld(({ mode, online, feed, feedAt }) => ({ ...newWorld(), mode, online, feed, feedAt }));
    await all([eraseSettings(), browser.storage.local.remove(WATCHES), eraseHosts(null), reporter.erase()]);
  }

  /** All that is kept of one site, its place in the picture included. */
  async function eraseSite(site: string): Promise<void> {
    await eraseHosts(site);
    await watches.remove(site);
    changeWorld((world) => forgetSite(world, site));
  }

  return {
    erase(wish: EraseRequest): Promise<void> {
      switch (wish.what) {
        case "history":
          return history.erase(null);
        case "settings":
          return eraseSettings();
        case "site":
          return eraseSite(wish.site);
        case "everything":
          return eraseEverything();
        default:
          return wish satisfies never;
      }
    },
  };
}

/** Waits for every part: one that cannot be erased does not keep the others. @throws what went wrong first */
async function all(parts: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
