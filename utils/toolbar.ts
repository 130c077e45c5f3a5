import { type Drawing, drawBadge, drawingOf } from "./badge.ts";
import type { Subject } from "./core/diagnose.ts";
import { diagnose } from "./core/diagnose.ts";
import type { Verdict } from "./core/verdict.ts";
import type { World } from "./core/world.ts";

/**
 * Keeps the toolbar in step with the world: what a tab's site deserves on its tab, and the gravest of all where a tab shows
 * nothing that is judged. Draws only what changed, so nothing flickers.
 */
export function createToolbar(titleOf: (verdict: Verdict, siteName: string | null) => string) {
  const drawn = new Map<number | "everything", string>();

  async function draw(target: number | "everything", drawing: Drawing): Promise<void> {
    const picture = JSON.stringify(drawing);
    if (drawn.get(target) === picture) return;
    drawn.set(target, picture);
    await drawBadge(target === "everything" ? null : target, drawing);
  }

  function verdictFor(world: World, subject: Subject, now: number): Drawing {
    const verdict = diagnose(world, subject, now);
    const name = verdict.site === null ? null : (world.sites[verdict.site]?.service?.name ?? verdict.site);
    return drawingOf(verdict, titleOf(verdict, name));
  }

  return {
    /** The browser clears what was drawn on a tab when it navigates. */
    navigated(tabId: number): void {
      drawn.delete(tabId);
    },

    /** Draws everything anew where it differs. Returns whether anything is wrong anywhere. */
    async update(world: World, now: number): Promise<boolean> {
      const whole = verdictFor(world, "everything", now);
      const jobs = [draw("everything", whole)];
      for (const [id, tab] of Object.entries(world.tabs)) {
        if (tab.site !== null) jobs.push(draw(Number(id), verdictFor(world, { tabId: Number(id) }, now)));
      }
      for (const target of drawn.keys()) if (target !== "everything" && world.tabs[target] === undefined) drawn.delete(target);
      await Promise.all(jobs);
      return whole.icon !== "clear" || Object.values(world.tabs).some(({ state }) => state !== "shown");
    },
  };
}
