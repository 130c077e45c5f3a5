import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { StandIn } from "../instruments/loopback/stand-in.ts";
import { badgeSays, type Environment } from "./environment.ts";

/** What a person does with the pages: reads, presses, and meets a site that fails. */

export const SITES: StandIn[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.52.0.1", title: "Garden Tools" },
  { host: "www.netflix.com", address: "127.53.0.1", title: "Netflix" },
];
/** Two sites whose calls go to one cloud, and one that has nothing to do with it. */
export const CLOUD_SITES: StandIn[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  { host: "www.coinbase.com", address: "127.10.4.1", title: "Coinbase", calls: ["api.coinbase.com"] },
  { host: "api.coinbase.com", address: "127.10.4.2", title: "Coinbase" },
  { host: "robinhood.com", address: "127.10.5.1", title: "Robinhood", calls: ["api.robinhood.com"] },
  { host: "api.robinhood.com", address: "127.10.5.2", title: "Robinhood" },
];
export const CLOUD_APIS = ["api.coinbase.com", "api.robinhood.com"];
const NETFLIX = "https://www.netflix.com/browse?profile=secret";
/** Milliseconds until a person tries again: repeats within two seconds are one failure. */
export const RETRY = 2600;

export const textOf = (page: Page, selector = "body") =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`) as Promise<string>;

export const says = (page: Page, text: string, selector?: string) =>
  waitUntil(async () => (await textOf(page, selector)).includes(text)).catch(async () => {
    throw new Error(`"${text}" should be on the page, but there is: ${await textOf(page, selector)}`);
  });

/** Presses the button or link that reads like this. */
export async function press(page: Page, text: string): Promise<void> {
  const find = `[...document.querySelectorAll("button, a")].find((one) => one.innerText.trim() === ${JSON.stringify(text)})`;
  await waitUntil(async () => (await page.evaluate(`${find} !== undefined`)) === true);
  await page.evaluate(`${find}.click()`);
}

/** Netflix fails with 503 while two other sites work. Returns its tab. */
export async function failNetflix(browser: ExtensionBrowser, environment: Environment): Promise<number> {
  const page = await browser.newPage();
  for (const { host } of SITES.slice(0, 2)) await browser.visit(page, `https://${host}/`);
  environment.world.set("www.netflix.com", [503], "page");
  await browser.visit(page, NETFLIX);
  await wait(RETRY);
  await browser.visit(page, NETFLIX);
  const tabId = await browser.tabIdOf(page);
  await badgeSays(browser, tabId, "site");
  return tabId;
}
