import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { NOW } from "../../tests/instruments/gallery/situation-parts.ts";
import { languages } from "../support/translator.ts";

/** `from`: the picture begins at this part of the page. */
type Scene = { name: string; page: string; state: string; theme: "light" | "dark"; from?: string };

/** What a store shows of us, in this order: the moment that matters first. */
const SCENES: Scene[] = [
  { name: "1-outage", page: "store", state: "provider-both", theme: "light" },
  { name: "2-your-side", page: "store", state: "local-captive-portal", theme: "light" },
  { name: "3-one-site", page: "store", state: "site-only-here", theme: "dark" },
  { name: "4-outages", page: "dashboard", state: "busy", theme: "light" },
  { name: "5-your-sites", page: "dashboard", state: "busy", theme: "dark", from: "[data-testid=dependencies]" },
  { name: "6-welcome", page: "welcome", state: "open", theme: "light" },
];
/** The size that both stores take. */
const SIZE = { width: 1280, height: 800 };

/** Takes the pictures for the stores, every scene in every language. Returns how many. */
export async function takeStorePictures(browser: Browser, url: string, folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const language of languages()) {
    for (const { name, page: drawn, state, theme, from } of SCENES) {
      const context = await browser.newContext({
        viewport: SIZE,
        colorScheme: theme,
        locale: language,
        timezoneId: "America/New_York",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(NOW);
      await page.goto(`${url}${drawn}.html?${new URLSearchParams({ state, language })}`);
      await page.waitForSelector("html[data-drawn]");
      if (from !== undefined) await page.locator(from).evaluate((part) => part.scrollIntoView());
      await page.screenshot({ path: join(folder, `${language}-${name}.png`) });
      await context.close();
    }
  }
  return languages().length * SCENES.length;
}
