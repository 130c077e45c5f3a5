import type { Mute } from "../core/alerts/mutes.ts";
import { isTold, noteRoutes, type ToldRoutes } from "../core/alerts/told-routes.ts";
import { unmutedVerdict } from "../core/alerts/unmuted-verdict.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Question } from "../core/diagnosis/diagnose.ts";
import type { Snapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { write } from "../storage/browser-storage.ts";
import { followSetting } from "../storage/follow-setting.ts";
import { ROUTES_TOLD } from "../storage/keys.ts";
import { type Drawing, drawBadge, drawingOf, drawTitle, titleOn } from "./badge.ts";

/**
 * Draws the world on the toolbar: on a tab the verdict about its site, and for all other tabs the gravest verdict of all. A muted
 * verdict keeps the icon of "clear" and says so in the tooltip, and so does one that has been told long enough today. Only what changed is drawn, so that nothing flickers. A tab's tooltip is
 * read before its icon is drawn: that is one call, and an icon takes ten milliseconds of a page that is loading.
 */
export function createToolbar(titleOf: (verdict: Verdict, siteName: string | null, muted: boolean) => string) {
  const drawn = new Map<number | "everything", string>();
  /** Tabs that have navigated: the browser may have wiped what was drawn on them, and they show what all tabs show. */
  const maybeWiped = new Set<number>();
  /** Tabs that have only a tooltip of their own. */
  const onlyTooltip = new Set<number>();
  const toldRoutes = followSetting(ROUTES_TOLD);

  /** The tooltip that all tabs show that have none of their own. */
  let sharedTitle: string | null = null;

  /** Draws what all tabs show that have nothing of their own. */
  async function drawForAll(drawing: Drawing): Promise<void> {
    const text = JSON.stringify(drawing);
    if (drawn.get("everything") === text) return;
    drawn.set("everything", text);
    await drawBadge(null, drawing);
    sharedTitle = drawing.title;
  }

  async function drawTab(tabId: number, drawing: Drawing, forAll: Drawing): Promise<void> {
    const text = JSON.stringify(drawing);
    const same = drawn.get(tabId) === text;
    if (same && !maybeWiped.delete(tabId)) return;
    const title = await titleOn(tabId);
    maybeWiped.delete(tabId);
    const showsSharedDrawing = title === sharedTitle;
    if (same && !showsSharedDrawing && title === drawing.title) return;
    drawn.set(tabId, text);
    // A failure is drawn in full, or it would change with what all tabs show.
    if (showsSharedDrawing && drawing.icon === "clear" && forAll.icon === "clear") {
      onlyTooltip.add(tabId);
      if (title !== drawing.title) await drawTitle(tabId, drawing.title);
    } else {
      onlyTooltip.delete(tabId);
      await drawBadge(tabId, drawing);
    }
  }

  function forget(tabId: number): void {
    drawn.delete(tabId);
    maybeWiped.delete(tabId);
    onlyTooltip.delete(tabId);
  }

  /** What to draw for a question, by the verdict about it. */
  function answerTo(
    snapshot: Snapshot,
    question: Question,
    mutes: readonly Mute[],
    told: ToldRoutes,
  ): { verdict: Verdict; drawing: Drawing } {
    const isHidden = (one: Verdict) => isTold(told, one, snapshot.now);
    const { verdict, mute } = unmutedVerdict(snapshot, question, mutes, isHidden);
    const name = verdict.site === null ? null : (snapshot.sites[verdict.site]?.service?.name ?? verdict.site);
    const scope = mute === null && !isHidden(verdict) ? verdict.scope : "clear";
    return { verdict, drawing: drawingOf(scope, titleOf(verdict, name, mute !== null)) };
  }

  return {
    /** A tab navigates: the browser may wipe what was drawn on it. */
    navigated(tabId: number): void {
      maybeWiped.add(tabId);
    },

    /** Draws what differs. @returns whether anything is wrong anywhere, muted or not */
    async update(snapshot: Snapshot, mutes: readonly Mute[]): Promise<boolean> {
      const told = await toldRoutes();
      const { verdict, drawing: forAll } = answerTo(snapshot, "everything", mutes, told);
      const verdicts = [verdict];
      if (drawn.get("everything") !== JSON.stringify(forAll)) for (const tabId of onlyTooltip) forget(tabId);
      // Trouble is drawn for all after the tabs that work have drawings of their own: they would show it meanwhile, on a busy machine
      // for as long as it takes to draw them all (seen in the demo beside a soak, Chromium 156, 2026-11-30).
      if (forAll.icon === "clear") await drawForAll(forAll);
      const jobs: Promise<void>[] = [];
      for (const [id, tab] of Object.entries(snapshot.tabs)) {
        if (tab.site === null) continue;
        const own = answerTo(snapshot, { tabId: Number(id) }, mutes, told);
        verdicts.push(own.verdict);
        jobs.push(drawTab(Number(id), own.drawing, forAll));
      }
      for (const target of [...drawn.keys(), ...maybeWiped])
        if (target !== "everything" && snapshot.tabs[target] === undefined) forget(target);
      await Promise.all(jobs);
      await drawForAll(forAll);
      const noted = noteRoutes(told, verdicts, snapshot.now);
      if (noted !== told) await write(ROUTES_TOLD, noted);
      if (forAll.icon !== "clear" || Object.values(snapshot.tabs).some(({ state }) => state !== "shown")) return true;
      return (mutes.length > 0 || Object.keys(noted).length > 0) && currentVerdicts(snapshot).length > 0;
    },
  };
}
