import { MINUTE } from "../time.ts";
import type { World } from "../world/world.ts";

/** A proxy or a filter that showed itself this long ago is still in between. Judged. */
const STILL_THERE = 30 * MINUTE;

/** Whether something that is not the site may have caused what this browser saw. Nothing is reported then. @param now milliseconds of the epoch */
export function isBehindIntermediary({ proxiedAt, intermediaryAt }: Pick<World, "proxiedAt" | "intermediaryAt">, now: number): boolean {
  const seen = Math.max(proxiedAt, intermediaryAt);
  return seen > 0 && now - seen <= STILL_THERE;
}
