import { browser, i18n } from "#imports";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { iconOf } from "./icon-images.ts";

/** Calm colours that keep AA contrast with white text; the text and the tooltip say the same without them. */
const COLOURS: { [scope in Verdict["scope"]]: string } = {
  clear: "#00000000",
  local: "#6d28d9",
  network: "#0e6e83",
  site: "#a84300",
  provider: "#b3261e",
  unclear: "#5f6368",
};

/** At most four characters, never by colour alone. */
export function badgeText(scope: Verdict["scope"]): string {
  return scope === "clear" ? "" : i18n.t(`badge.${scope}`);
}

/** What is drawn for a tab, or for all tabs that have nothing of their own. */
export type Drawing = { text: string; colour: string; title: string; icon: Verdict["scope"] };

/** Draws badge, tooltip and icon. Firefox for Android has no badge: its title carries the verdict. @param tabId null for all tabs */
export async function drawBadge(tabId: number | null, drawing: Drawing): Promise<void> {
  const target = tabId === null ? {} : { tabId };
  try {
    await Promise.all([
      browser.action.setTitle({ ...target, title: drawing.title }),
      browser.action.setBadgeText?.({ ...target, text: drawing.text }),
      browser.action.setBadgeBackgroundColor?.({ ...target, color: drawing.colour }),
      browser.action.setBadgeTextColor?.({ ...target, color: "#ffffff" }),
      // The last: where no icon can be painted, the others are under way.
      browser.action.setIcon?.({ ...target, ...iconOf(drawing.icon) }),
    ]);
  } catch {
    // The tab was closed while it was being drawn.
  }
}

/** Draws a tab's tooltip and leaves the rest as it is. */
export async function drawTitle(tabId: number, title: string): Promise<void> {
  await browser.action.setTitle({ tabId, title }).catch(() => {
    // The tab was closed: see above.
  });
}

/** The tooltip that a tab shows now: that of all tabs once the browser has wiped its own. Null for a tab that was closed. */
export async function titleOn(tabId: number): Promise<string | null> {
  return await browser.action.getTitle({ tabId }).catch(() => null);
}

export function drawingOf(scope: Verdict["scope"], title: string): Drawing {
  return { text: badgeText(scope), colour: COLOURS[scope], title, icon: scope };
}
