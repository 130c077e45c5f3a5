import puppeteer from "puppeteer-core";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { iconSvg, SCOPES } from "../../scripts/build/icons.ts";
import { inFamily } from "../instruments/browser/in-family.ts";

/** The code that paints icons, as one script. */
async function painter(): Promise<string> {
  const bundle = await rolldown({ input: "utils/toolbar/paint-icon.ts" });
  const { output } = await bundle.generate({ format: "iife", name: "icons" });
  await bundle.close();
  return output[0].code;
}

/** How far the painted icon is from the drawn one, per byte of a pixel (0 to 255). */
const compare = (scope: string, size: number, drawing: string) => `(async () => {
  const image = new Image(${size}, ${size});
  image.src = "data:image/svg+xml," + ${JSON.stringify(encodeURIComponent(drawing))};
  await image.decode();
  const context = new OffscreenCanvas(${size}, ${size}).getContext("2d");
  context.drawImage(image, 0, 0, ${size}, ${size});
  const drawn = context.getImageData(0, 0, ${size}, ${size}).data;
  const painted = icons.paintIcon(${JSON.stringify(scope)}, ${size}).data;
  return painted.reduce((sum, value, at) => sum + Math.abs(value - drawn[at]), 0) / painted.length;
})()`;

inFamily("the icons that are painted on the toolbar", (found) => {
  test("look as those that are files", async () => {
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await puppeteer.launch({ executablePath: found?.path ?? "", args, pipe: true });
    try {
      const page = await browser.newPage();
      await page.evaluate(`${await painter()}; globalThis.icons = icons`);
      for (const size of [16, 32, 48]) {
        // The wrong icon is 5 or more away: measured 2026-12-01 with Chromium 156.
        expect(await page.evaluate(compare("site", size, iconSvg("provider")))).toBeGreaterThan(5);
        for (const scope of SCOPES) expect(await page.evaluate(compare(scope, size, iconSvg(scope))), `${scope}, ${size}`).toBeLessThan(1);
      }
    } finally {
      await browser.close();
    }
  });
});
