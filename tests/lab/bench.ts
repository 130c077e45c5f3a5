import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { Access } from "./lab-case.ts";
import type { LabWorld } from "./lab-world.ts";
import type { Mirrors } from "./mirrors.ts";
import { NEWS, TOOLS } from "./neighbours.ts";

/** Repeats of a failure within two seconds are the browser's own; a person who tries again takes longer. */
const A_PERSONS_PAUSE = 2600;

/** What a case is played on, and the hands to play it with. */
export type Bench = {
  browser: ExtensionBrowser;
  world: LabWorld;
  mirrors: Mirrors;
  access: Access;
  newTab(): Promise<Page>;
  /** Opens an address in a tab and waits until it is there or has failed. */
  go(page: Page, url: string): Promise<void>;
  /** Two sites that work, in one tab: they prove that the way out does. */
  browseWell(): Promise<Page>;
  /** Opens an address in a tab of its own, and tries again as a person does. */
  tryTwice(url: string): Promise<Page>;
  /** As long as a person looks at a failure before trying again. */
  pause(): Promise<void>;
};

type Parts = Pick<Bench, "browser" | "world" | "mirrors" | "access">;

/** @returns the bench, and a way to close every tab that was opened on it */
export function layOut({ browser, world, mirrors, access }: Parts): { bench: Bench; clear(): Promise<void> } {
  const open: Page[] = [];
  const bench: Bench = {
    browser,
    world,
    mirrors,
    access,
    async newTab() {
      const page = await browser.newPage();
      open.push(page);
      return page;
    },
    go: (page, url) => browser.visit(page, url, 8000),
    async browseWell() {
      const page = await bench.newTab();
      for (const url of [NEWS, TOOLS]) await bench.go(page, url);
      return page;
    },
    async tryTwice(url) {
      const page = await bench.newTab();
      await bench.go(page, url);
      await bench.pause();
      await bench.go(page, url);
      return page;
    },
    async pause() {
      await wait(A_PERSONS_PAUSE);
    },
  };
  return {
    bench,
    async clear() {
      for (const page of open.splice(0)) await page.close().catch(() => null);
    },
  };
}
