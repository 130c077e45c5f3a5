import { dueOnToolbar } from "../core/diagnosis/health/hang.ts";
import { MINUTE, SECOND } from "../core/time.ts";
import { waitingLoads } from "../core/world/waiting-loads.ts";
import type { Loading, World } from "../core/world/world.ts";

/** A load that has waited this long may hang. Judged, as the other times below. */
const SLOW = 5 * SECOND;
/** A timer that fires later than this shows that the machine slept. */
const LATE = 5 * SECOND;
/** Browsers give up sooner. */
const LONGEST = 5 * MINUTE;

/**
 * Wakes the background when a page load has waited so long that its verdict changes: nothing else happens meanwhile. One timer for all
 * loads, and none where every load has had its answer. A timer lasts as long as the background does, which is 30 seconds after the start
 * of a load. After `SLOW` the caller sets an alarm too, for a background that was stopped in the meantime.
 * @param on `due`: the verdict may have changed. `slept`: the machine slept while a load waited
 */
export function createHangTimer(on: { due: () => void; slept: () => void }) {
  let loads: Loading[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;

  function set(now: number): void {
    const next = Math.min(...loads.flatMap((load) => [load.at + SLOW, dueOnToolbar(load)]).filter((due) => due > now));
    if (next === dueAt) return;
    clearTimeout(timer);
    dueAt = next;
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(fire, next - now);
  }

  function fire(): void {
    const now = Date.now();
    const slept = now - dueAt > LATE;
    // A timer may fire a millisecond early, and is set again then.
    dueAt = Number.POSITIVE_INFINITY;
    if (slept) on.slept();
    else on.due();
    set(now);
  }

  return {
    /** Takes the loads of a world in which a tab has changed. */
    follow(world: World): void {
      loads = waitingLoads(world);
      set(Date.now());
    },

    /** Whether a load has waited so long that it may hang, or hangs. */
    isSlow: (now: number) => loads.some(({ at }) => now - at >= SLOW && now - at < LONGEST),
  };
}
