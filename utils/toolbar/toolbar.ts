import type { Mute } from "../core/alerts/mutes.ts";
import { unmutedVerdict } from "../core/alerts/unmuted-verdict.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Question } from "../core/diagnosis/diagnose.ts";
import type { Snapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { type Drawing, drawBadge, drawingOf, drawTitle, titleOn } from "./badge.ts";

/**
 * Keeps the toolbar in step with the world: what a tab's site deserves on its tab, and the gravest of all where a tab shows
 * nothing that is judged. What is muted keeps the quiet icon and says so on hover. Draws only what changed, so nothing flickers, and
 * asks for a tab's tooltip before it draws an icon: that is one call, and an icon takes ten milliseconds of a page that is loading.
 */
export function createToolbar(titleOf: (verdict: Verdict, siteName: string | null, muted: boolean) => string) {
  const drawn = new Map<number | "everything", string>();
  /** Tabs that navigated: the browser may have wiped them, and they show what all tabs show. */
  const doubtful = new Set<number>();
  /** Tabs of which only the tooltip is their own. */
  const plain = new Set<number>();

  /** @returns whether it was something new */
  async function drawWhole(drawing: Drawing): Promise<boolean> {
    const picture = JSON.stringify(drawing);
    if (drawn.get("everything") === picture) return false;
    drawn.set("everything", picture);
    await drawBadge(null, drawing);
    return true;
  }

  async function drawTab(tabId: number, drawing: Drawing, whole: Drawing): Promise<void> {
    const picture = JSON.stringify(drawing);
    const same = drawn.get(tabId) === picture;
    if (same && !doubtful.delete(tabId)) return;
    const title = await titleOn(tabId);
    doubtful.delete(tabId);
    const showsWhole = title === whole.title;
    if (same && !showsWhole && title === drawing.title) return;
    drawn.set(tabId, picture);
    // What alarms is drawn in full, or it would change with what all tabs show.
    if (showsWhole && drawing.icon === "clear" && whole.icon === "clear") {
      plain.add(tabId);
      if (title !== drawing.title) await drawTitle(tabId, drawing.title);
    } else {
      plain.delete(tabId);
      await drawBadge(tabId, drawing);
    }
  }

  function forget(tabId: number): void {
    drawn.delete(tabId);
    doubtful.delete(tabId);
    plain.delete(tabId);
  }

  function drawingFor(snapshot: Snapshot, question: Question, mutes: readonly Mute[]): Drawing {
    const { verdict, mute } = unmutedVerdict(snapshot, question, mutes);
    const name = verdict.site === null ? null : (snapshot.sites[verdict.site]?.service?.name ?? verdict.site);
    return drawingOf(mute === null ? verdict.scope : "clear", titleOf(verdict, name, mute !== null));
  }

  return {
    /** The browser clears what was drawn on a tab when it navigates. */
    navigated(tabId: number): void {
      doubtful.add(tabId);
    },

    /** Draws everything anew where it differs. Returns whether anything is wrong anywhere, muted or not. */
    async update(snapshot: Snapshot, mutes: readonly Mute[]): Promise<boolean> {
      const whole = drawingFor(snapshot, "everything", mutes);
      if (await drawWhole(whole)) {
        for (const tabId of plain) forget(tabId);
      }
      const jobs: Promise<void>[] = [];
      for (const [id, tab] of Object.entries(snapshot.tabs)) {
        if (tab.site !== null) jobs.push(drawTab(Number(id), drawingFor(snapshot, { tabId: Number(id) }, mutes), whole));
      }
      for (const target of [...drawn.keys(), ...doubtful])
        if (target !== "everything" && snapshot.tabs[target] === undefined) forget(target);
      await Promise.all(jobs);
      if (whole.icon !== "clear" || Object.values(snapshot.tabs).some(({ state }) => state !== "shown")) return true;
      return mutes.length > 0 && currentVerdicts(snapshot).length > 0;
    },
  };
}
