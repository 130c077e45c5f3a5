import type { Page } from "puppeteer-core";
import { type Arm, findChromium, NO_CHROMIUM, settle } from "./browser/arms.ts";
import { FAILING_SITE, POLLING_SITE, QUIET_SITE, SITE } from "./browser/heavy-page.ts";
import { type Opening, openInTurn } from "./browser/popup-opening.ts";
import { openStage } from "./browser/stage.ts";
import type { Measurement } from "./outcome.ts";
import { inWords } from "./ratio-words.ts";
import { median, pairedRatio, quantile } from "./statistics.ts";

/** From the opening of the toolbar's popup until its verdict can be read, beside a popup that has nothing to do. */
export const popupPaint: Measurement = {
  name: "popup",
  async measure({ rounds, say }) {
    const what = "popup opened → verdict painted, median";
    if (findChromium() === null) return [{ what, skipped: NO_CHROMIUM }];
    const stage = await openStage(["do-nothing", "full"]);
    try {
      const empty = { arm: stage.arm("do-nothing"), desk: await prepare(stage.arm("do-nothing")) };
      const full = { arm: stage.arm("full"), desk: await prepare(stage.arm("full")) };
      const openings = await openInTurn(full, empty, rounds);
      say(`popup: opened ${rounds} times in both browsers`);
      const ours = openings.full.map(({ painted }) => painted);
      const theirs = openings.empty.map(({ painted }) => painted);
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
          detail: `p90 ${quantile(ours, 0.9).toFixed(0)} ms; with the time the browser takes to make any popup: ${clicks(openings.full)} ms, empty ${clicks(openings.empty)} ms; verdict shown: ${scopes}`,
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
