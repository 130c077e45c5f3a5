import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import { type Arm, findChromium, NO_CHROMIUM, settle } from "./browser/arms.ts";
import { FAILING_SITE, POLLING_SITE, QUIET_SITE, SITE } from "./browser/heavy-page.ts";
import { openStage } from "./browser/stage.ts";
import type { Measurement } from "./outcome.ts";
import { inWords } from "./ratio-words.ts";
import { median, pairedRatio, quantile } from "./statistics.ts";

/** Openings that nobody measures: the first compiles the code. */
const WARM_UP = 3;
/** Before each opening, while the browser clears the last popup away; people do not open one within the second after another. */
const CALM = 500;
/** Until the popup has been painted for the first time and what it paints later has come. */
const LOOK = 600;

/**
 * The paints of a popup, asked for afterwards and from outside. The browser itself notes when the largest text so far was painted;
 * the first that stands within the verdict is the answer. It rounds to 4 ms.
 */
const PAINTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const inside = list.getEntries().find(({ element }) => element?.closest("[data-scope]") != null);
    if (inside !== undefined) resolve({ painted: inside.startTime, origin: performance.timeOrigin, scope: inside.element.closest("[data-scope]").dataset.scope });
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => resolve(null), 3000);
})`;

type Opening = { painted: number; fromClick: number; scope: string };

/** From the opening of the toolbar's popup until its verdict can be read, beside a popup that has nothing to do. */
export const popupPaint: Measurement = {
  name: "popup",
  async measure({ rounds, say }) {
    const what = "popup opened → verdict painted, median";
    if (findChromium() === null) return [{ what, skipped: NO_CHROMIUM }];
    const stage = await openStage(["do-nothing", "full"]);
    try {
      const full = stage.arm("full");
      const empty = stage.arm("do-nothing");
      const desks = new Map<Arm, Page>();
      for (const arm of [empty, full]) desks.set(arm, await prepare(arm));
      const openings: { [arm in "full" | "do-nothing"]: Opening[] } = { full: [], "do-nothing": [] };
      for (let round = -WARM_UP; round < rounds; round++) {
        for (const arm of round % 2 === 0 ? [empty, full] : [full, empty]) {
          const desk = desks.get(arm);
          if (desk === undefined) continue;
          const opening = await open(arm, desk);
          if (round >= 0) openings[arm.name === "full" ? "full" : "do-nothing"].push(opening);
        }
      }
      say(`popup: opened ${rounds} times in both browsers`);
      const ours = openings.full.map(({ painted }) => painted);
      const theirs = openings["do-nothing"].map(({ painted }) => painted);
      const ratio = pairedRatio(ours, theirs);
      const clicks = (list: Opening[]) => median(list.map(({ fromClick }) => fromClick)).toFixed(0);
      const scopes = [...new Set(openings.full.map(({ scope }) => scope))].join(", ");
      return [
        {
          what,
          value: median(ours),
          unit: "ms",
          budget: { atMost: 100 },
          reference: `an empty popup: ${median(theirs).toFixed(0)} ms`,
          detail: `p90 ${quantile(ours, 0.9).toFixed(0)} ms; with the time the browser takes to make any popup: ${clicks(openings.full)} ms, empty ${clicks(openings["do-nothing"])} ms; verdict shown: ${scopes}`,
        },
        { what: "popup / an empty popup", value: ratio.middle, unit: "×", budget: { atMost: 2 }, reference: `95 %: ${inWords(ratio)}` },
      ];
    } finally {
      await stage.close();
    }
  },
};

/** A tab in trouble in front, some that work behind it, and a page of the extension from which the popup is opened. */
async function prepare({ extension, page, name }: Arm): Promise<Page> {
  for (const path of [`${QUIET_SITE}/`, `${POLLING_SITE}/poll/5000`, `${SITE}/`]) {
    const tab = await extension.newPage();
    await extension.visit(tab, `https://${path}`);
  }
  // A failure counts for more once the person has tried again.
  await extension.visit(page, `https://${FAILING_SITE}/`);
  await settle(2500);
  await extension.visit(page, `https://${FAILING_SITE}/`);
  const desk = await extension.openExtensionPage("welcome.html");
  await page.bringToFront();
  await settle(name === "full" ? 2500 : 500);
  return desk;
}

async function open({ browser, page }: Arm, desk: Page): Promise<Opening> {
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
