import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../../scripts/browsers/control.ts";
import { type Arm, settle } from "./arms.ts";

/** Openings that nobody measures: the first compiles the code. */
const WARM_UP = 3;
/** Before each opening, while the browser clears the last popup away; people do not open one within the second after another. */
const CALM = 500;
/** Until the popup has been painted for the first time and what it paints later has come. */
const LOOK = 600;

/**
 * The paints of a popup, asked for afterwards and from outside. The browser itself notes when the largest text so far was painted;
 * the first within the verdict is the answer. It rounds to 4 ms.
 */
const PAINTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const inside = list.getEntries().find(({ element }) => element?.closest("[data-scope]") != null);
    if (inside !== undefined) resolve({ painted: inside.startTime, origin: performance.timeOrigin, scope: inside.element.closest("[data-scope]").dataset.scope });
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => resolve(null), 3000);
})`;

export type Opening = { painted: number; fromClick: number; scope: string };

/** A browser, and the page of the extension from which its popup is opened. */
export type PopupDesk = { arm: Arm; desk: Page };

/** Opens our popup and an empty one in turn, over whatever page the arm shows. */
export async function openInTurn(full: PopupDesk, empty: PopupDesk, rounds: number): Promise<{ full: Opening[]; empty: Opening[] }> {
  const openings = { full: [] as Opening[], empty: [] as Opening[] };
  for (let round = -WARM_UP; round < rounds; round++) {
    const names = round % 2 === 0 ? (["empty", "full"] as const) : (["full", "empty"] as const);
    for (const name of names) {
      const opening = await open(name === "full" ? full : empty);
      if (round >= 0) openings[name].push(opening);
    }
  }
  return openings;
}

async function open({ arm: { browser, page }, desk }: PopupDesk): Promise<Opening> {
  await page.bringToFront();
  await settle(CALM);
  const before = new Set(browser.targets());
  const clicked = (await desk.evaluate(
    "(() => { const now = performance.timeOrigin + performance.now(); void chrome.action.openPopup(); return now; })()",
  )) as number;
  const find = () => browser.targets().find((target) => !before.has(target) && target.url().endsWith("/popup.html"));
  await waitUntil(async () => find() !== undefined);
  await wait(LOOK);
  const popup = await find()?.asPage();
  if (popup === undefined) throw new Error("the popup closed by itself");
  const seen = (await popup.evaluate(PAINTS)) as { painted: number; origin: number; scope: string } | null;
  await popup.close();
  if (seen === null) throw new Error("the popup painted no verdict within three seconds");
  return { painted: seen.painted, fromClick: seen.origin + seen.painted - clicked, scope: seen.scope };
}
