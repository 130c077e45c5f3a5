import { forgetSite } from "../core/world/forget-site.ts";
import type { World } from "../core/world/world.ts";
import type { Commands } from "../messages/commands.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { type Area, type Erasure, erasingOf, type Keeper, STORED, STORES } from "../storage/keys.ts";
import { newWorld } from "../storage/world-store.ts";
import type { Engine } from "./engine.ts";
import type { Parts } from "./parts.ts";

export type EraseRequest = Commands["erase"]["input"];

/** Erases what it keeps of one site, or with null all that it keeps. */
type Erasable = { erase: (site: string | null) => Promise<void> };

/**
 * Erases what the table of `utils/storage/keys.ts` says. A part that cannot be erased does not stop the others.
 * @returns a function that resolves only if every part was erased, and rejects with the first failure once all have been tried
 */
export function eraserOf(keepers: { [keeper in Keeper]: Erasable }) {
  return async (request: EraseRequest): Promise<void> => {
    const { what } = request;
    const site = request.what === "site" ? request.site : null;
    const concerned = new Set<Keeper>(
      [...STORED, ...Object.values(STORES)].flatMap(({ erasedBy, keeper }) => (erasedBy.includes(what) ? (keeper ?? []) : [])),
    );
    await every([
      ...Array.from(concerned, async (keeper) => await keepers[keeper].erase(site)),
      ...(["local", "session"] as const).map((area) => removeKeys(area, what)),
    ]);
  };
}

/** The eraser of the background. */
export function createEraser(engine: Engine, { traceLog, alerts, watches, history, learned, visits, reporter, feedClient }: Parts) {
  const world = { erase: async (site: string | null) => engine.changeWorld((known) => eraseFromWorld(known, site)) };
  return eraserOf({ world, traceLog, alerts, watches, history, learned, visits, reports: reporter, feeds: feedClient });
}

/** The world without one site, or with null the world of a new browser session. The feed stays: it says nothing about the person. */
function eraseFromWorld(world: World, site: string | null): World {
  if (site !== null) return forgetSite(world, site);
  const { mode, online, feeds, feedAt } = world;
  return { ...newWorld(), mode, online, feeds, feedAt };
}

/** Removes the values that have no keeper. */
async function removeKeys(area: Area, what: Erasure): Promise<void> {
  const gone = Object.keys(await readArea(area)).filter((key) => {
    const { erasedBy, keeper } = erasingOf(area, key);
    return keeper === undefined && erasedBy.includes(what);
  });
  await changeArea(area, Object.fromEntries(gone.map((key) => [key, undefined])));
}

/** Waits for every part. @throws what went wrong first */
async function every(parts: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
