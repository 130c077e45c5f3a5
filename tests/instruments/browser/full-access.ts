import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";

/** The one click on the welcome page, and the browser's yes to it. */
export async function allowFullAccess(browser: ExtensionBrowser, page = browser.welcomePage()): Promise<void> {
  await browser.answerYesToFullAccess();
  const welcome = await page;
  await welcome.bringToFront();
  await welcome.waitForSelector("[data-testid=allow]");
  await welcome.click("[data-testid=allow]");
  await waitUntil(() => browser.inExtension<boolean>('browser.permissions.contains({ origins: ["<all_urls>"] })'));
}
