import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import type { Badge, ExtensionBrowser } from "./extension-browser.ts";

/** The part that is the same in both browsers: everything that an extension page can be asked. */
export type Control = Pick<
  ExtensionBrowser,
  "origin" | "newPage" | "visit" | "welcomePage" | "openExtensionPage" | "tabIdOf" | "badge" | "inExtension" | "closed" | "close"
>;

/**
 * @param origin `chrome-extension://…` or `moz-extension://…`
 * @param open loads an extension page; browsers differ in whether that settles
 */
export function controlOf(browser: Browser, origin: string, open: (page: Page, url: string) => Promise<void>): Control {
  let evaluationPage: Page | null = null;

  async function openExtensionPage(path: string): Promise<Page> {
    const page = await browser.newPage();
    await open(page, `${origin}/${path}`);
    await waitUntil(
      async () => (await page.evaluate("document.readyState")) === "complete" && (await page.evaluate("location.protocol")) !== "about:",
    );
    return page;
  }

  async function inExtension<Result>(expression: string): Promise<Result> {
    // An update of the extension takes its pages away; in Firefox their tabs stay, empty.
    if (evaluationPage === null || evaluationPage.isClosed() || !(await addressOf(evaluationPage)).startsWith(origin))
      evaluationPage = await openExtensionPage("welcome.html");
    return (await evaluationPage.evaluate(`(async (browser) => (${expression}))(globalThis.browser ?? globalThis.chrome)`)) as Result;
  }

  return {
    origin,
    openExtensionPage,
    inExtension,
    newPage: () => browser.newPage(),
    async visit(page, url, timeout = 10_000) {
      await page.goto(url, { timeout, waitUntil: "load" }).catch(() => null);
    },
    async welcomePage() {
      let found: Page | undefined;
      await waitUntil(async () => {
        for (const page of await browser.pages()) if ((await addressOf(page)) === `${origin}/welcome.html`) found = page;
        return found !== undefined;
      });
      if (found === undefined) throw new Error("the welcome page closed while it was being looked for");
      return found;
    },
    async tabIdOf(page) {
      await inExtension("null");
      await page.bringToFront();
      const [tab] = await inExtension<{ id: number }[]>("browser.tabs.query({ active: true, lastFocusedWindow: true })");
      if (tab === undefined) throw new Error("no tab is in front");
      return tab.id;
    },
    async badge(tabId) {
      const [text, title] = await inExtension<[string, string]>(
        `Promise.all([browser.action.getBadgeText({ tabId: ${tabId} }), browser.action.getTitle({ tabId: ${tabId} })])`,
      );
      return { text, title } satisfies Badge;
    },
    closed: new Promise((resolve) => {
      browser.once("disconnected", () => resolve());
    }),
    async close() {
      await browser.close().catch(() => null);
    },
  };
}

/** Puppeteer does not notice navigations to moz-extension: (25.16 with Firefox 153), so the page itself is asked. */
async function addressOf(page: Page): Promise<string> {
  return String(await page.evaluate("location.href").catch(() => ""));
}

/**
 * Asks again and again until the answer is yes. The wait is long: a machine whose disk was busy with other work took over 15 s for what
 * takes a second (2026-12-01).
 * @throws after `timeout` milliseconds
 */
export async function waitUntil(ask: () => Promise<boolean>, timeout = 40_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    if (await ask().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`gave up after ${timeout / 1000} s waiting for: ${ask}`);
    await wait(50);
  }
}
