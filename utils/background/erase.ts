import { eraseMutes } from "../alerts/mute-list.ts";
import { ownerOf } from "../core/providers/owner.ts";
import { forgetSite } from "../core/world/forget-site.ts";
import type { World } from "../core/world/world.ts";
import { eraseDirectAnswers } from "../feed/direct-answers.ts";
import { feedCopies } from "../feed/feed-copies.ts";
import { eraseFoundPages } from "../feed/found-pages.ts";
import type { Commands } from "../messages/commands.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { erasingOf, STORED, STORES } from "../storage/kept.ts";
import type { Area, Erasure, Keeper } from "../storage/keys.ts";
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
    const entries = [...STORED, ...Object.values(STORES)];
    const concerned = new Set<Keeper>(
      entries.flatMap(({ whole, ofSite, keeper }) =>
        (what === "site" ? ofSite !== "nothing" : whole.includes(what)) ? (keeper ?? []) : [],
      ),
    );
    await every([
      ...Array.from(concerned, async (keeper) => await keepers[keeper].erase(site)),
      ...(what === "site" ? [] : (["local", "session"] as const).map((area) => removeKeys(area, what))),
    ]);
  };
}

/** The eraser of the background. */
export function createEraser(engine: Engine, parts: Parts) {
  const { traceLog, alerts, elsewhere, watches, history, learned, visits, reporter, feedClient, knowledge } = parts;
  const serviceOf = (site: string) => knowledge.knowledge.serviceOf(site);

  const mutes: Erasable = {
    erase: (site) => eraseMutes(site === null ? null : { site, service: serviceOf(site)?.id ?? null }),
  };

  /** With the world go the answers of status pages, which it holds joined with the feeds: it gets the feeds anew. */
  const world: Erasable = {
    async erase(site) {
      const now = Date.now();
      elsewhere.erase();
      await eraseDirectAnswers(site === null ? null : [site, serviceOf(site)?.id ?? site]);
      await eraseFoundPages(site);
      const { copies: feeds } = await feedCopies(now);
      engine.changeWorld((known) => ({ ...eraseFromWorld(known, site, site === null ? "" : ownerOf(site, serviceOf(site))), feeds }));
    },
  };
  const kept = { history, learned, visits, reports: reporter, feeds: feedClient, addressTable: knowledge };
  return eraserOf({ world, traceLog, alerts, watches, mutes, ...kept });
}

/** The world without one site, or with null the world of a new browser session. The feed stays: it says nothing about the person. */
function eraseFromWorld(world: World, site: string | null, owner: string): World {
  if (site !== null) return forgetSite(world, site, owner);
  const { mode, online, feedAt, checkedAt } = world;
  return { ...newWorld(), mode, online, feedAt, checkedAt };
}

/** Removes the values that have no keeper. */
async function removeKeys(area: Area, what: Exclude<Erasure, "site">): Promise<void> {
  const gone = Object.keys(await readArea(area)).filter((key) => {
    const { whole, keeper } = erasingOf(area, key);
    return keeper === undefined && whole.includes(what);
  });
  await changeArea(area, Object.fromEntries(gone.map((key) => [key, undefined])));
}

/** Waits for every part. @throws what went wrong first */
async function every(parts: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
