import { classifyError } from "../net/classify-error.ts";
import { MINUTE } from "../time.ts";
import type { WorldEvent } from "./events.ts";
import { SILENT_OWNERS, type World } from "./world.ts";

/*
 * When the connection of this device itself is in doubt. The feed's mirrors are asked then, and only then and at their own pace, so that
 * nobody who watches them learns when a site failed while others answered.
 */

/** What answered so lately proves the connection. Judged. */
const PROVEN = 1 * MINUTE;

/** Whether several owners failed and nothing that the person visits has answered in between. */
export function isSilent({ silentOwners }: Pick<World, "silentOwners">): boolean {
  return silentOwners.length >= SILENT_OWNERS;
}

/**
 * Whether anything answered within the last minute: a site, or a mirror of the feed.
 * @param now milliseconds of the epoch
 */
export function isProven(world: World, now: number): boolean {
  const { connectivity, feedAt } = world;
  const reachedAt = Math.max(feedAt, connectivity?.result === "reached" ? connectivity.at : 0);
  return hasSiteAnswered(world, now) || now - reachedAt < PROVEN;
}

/**
 * Whether a failure is the last that was seen of the network, and no site answered within the last minute. Then a person who opens the
 * popup waits for the answer whether it is the connection.
 * @param now milliseconds of the epoch
 */
export function isLastSeenFailing(world: World, now: number): boolean {
  const { connectivity, feedAt, sites } = world;
  if (hasSiteAnswered(world, now)) return false;
  const faults = Object.values(sites).flatMap(({ hosts }) => Object.values(hosts).flatMap(({ trouble }) => trouble?.faults ?? []));
  const failedAt = Math.max(0, ...faults.filter(({ kind }) => kind !== "http").map(({ at }) => at));
  return failedAt > Math.max(feedAt, connectivity?.at ?? 0);
}

function hasSiteAnswered({ answers }: World, now: number): boolean {
  return now - (answers.at(-1)?.at ?? 0) < PROVEN;
}

/** Whether an event says that the network of this device changed: it is back, or a request failed because it changed. */
export function isNetworkChange(event: WorldEvent, { browser }: Pick<World, "browser">): boolean {
  if (event.event === "online") return true;
  return (event.event === "error" || event.event === "navigation-error") && classifyError(browser, event.error).kind === "network-changed";
}
