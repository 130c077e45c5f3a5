import { type Drawing, drawBadge, drawingOf, titleOn } from "./badge.ts";
import { audibleVerdict } from "./core/audible-verdict.ts";
import type { Subject } from "./core/diagnose.ts";
import type { Mute } from "./core/mutes.ts";
import { standingVerdicts } from "./core/standing-verdicts.ts";
import type { Verdict } from "./core/verdict.ts";
import type { World } from "./core/world.ts";

/**
 * Keeps the toolbar in step with the world: what a tab's site deserves on its tab, and the gravest of all where a tab shows
 * nothing that is judged. What is muted keeps the quiet icon and says so on hover. Draws only what changed, so nothing flickers.
 */
export function createToolbar(titleOf: (verdict: Verdict, siteName: string | null, muted: boolean) => string) {
  const drawn = new Map<number | "everything", string>();
  /** Tabs that navigated: the browser may have wiped them. */
  const doubtful = new Set<number>();

  async function draw(target: number | "everything", drawing: Drawing): Promise<void> {
    const picture = JSON.stringify(drawing);
    if (drawn.get(target) === picture && (await isStillThere(target, drawing))) return;
    drawn.set(target, picture);
    await drawBadge(target === "everything" ? null : target, drawing);
  }

  /** To ask costs one call, to draw an icon anew costs the page that is loading ten. */
  async function isStillThere(target: number | "everything", { title }: Drawing): Promise<boolean> {
    return target === "everything" || !doubtful.delete(target) || (await titleOn(target)) === title;
  }

  function drawingFor(world: World, subject: Subject, mutes: readonly Mute[], now: number): Drawing {
    const { verdict, mute } = audibleVerdict(world, subject, mutes, now);
    const name = verdict.site === null ? null : (world.sites[verdict.site]?.service?.name ?? verdict.site);
    return drawingOf(mute === null ? verdict.scope : "clear", titleOf(verdict, name, mute !== null));
  }

  return {
    /** The browser clears what was drawn on a tab when it navigates. */
    navigated(tabId: number): void {
      doubtful.add(tabId);
    },

    /** Draws everything anew where it differs. Returns whether anything is wrong anywhere, muted or not. */
    async update(world: World, mutes: readonly Mute[], now: number): Promise<boolean> {
      const whole = drawingFor(world, "everything", mutes, now);
      const jobs = [draw("everything", whole)];
      for (const [id, tab] of Object.entries(world.tabs)) {
        if (tab.site !== null) jobs.push(draw(Number(id), drawingFor(world, { tabId: Number(id) }, mutes, now)));
      }
      for (const target of drawn.keys()) if (target !== "everything" && world.tabs[target] === undefined) drawn.delete(target);
      for (const target of doubtful) if (world.tabs[target] === undefined) doubtful.delete(target);
      await Promise.all(jobs);
      if (whole.icon !== "clear" || Object.values(world.tabs).some(({ state }) => state !== "shown")) return true;
      return mutes.length > 0 && standingVerdicts(world, now).length > 0;
    },
  };
}
