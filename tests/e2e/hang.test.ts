import { beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { SITES, textOf } from "./ui-actions.ts";

const HANGS = "www.netflix.com";
const OTHERS = SITES.map(({ host }) => host).filter((host) => host !== HANGS);
/** The badge is due 15 seconds after the start of the load; the rest is for a busy machine. An alarm alone would need twice as long. */
const IN_TIME = 21_000;

type Hang = { browser: ExtensionBrowser; tabId: number; patience(): number };

async function openAll(browser: ExtensionBrowser, hosts: string[]): Promise<void> {
  for (const host of hosts) {
    const other = await browser.newPage();
    await browser.visit(other, `https://${host}/`);
    await other.close();
  }
}

// Each waits for a quarter of a minute, so they do it at the same time, each in a browser of its own.
inBothBrowsers("a load that never answers", { standIns: SITES }, (environment) => {
  beforeAll(() => environment().world.set(HANGS, ["hang"]));

  async function hang(access: "full" | "basic"): Promise<Hang> {
    const browser = await environment().openBrowser({ access });
    const page = await browser.newPage();
    const tabId = await browser.tabIdOf(page);
    const begun = Date.now();
    page.goto(`https://${HANGS}/`, { timeout: 0 }).catch(() => null);
    return { browser, tabId, patience: () => IN_TIME - (Date.now() - begun) };
  }

  test.concurrent.each(["full", "basic"] as const)("is said in the popup, then on the badge (%s access)", async (access) => {
    const { browser, tabId, patience } = await hang(access);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await waitUntil(async () => (await textOf(popup)).includes("has not answered"), patience());
    await openAll(browser, OTHERS);
    await badgeSays(browser, tabId, "site", patience());
  });

  test.concurrent("is said on the badge although the background was stopped meanwhile", async () => {
    const { browser, tabId, patience } = await hang("full");
    // The start of a load is written within two seconds.
    const world = 'browser.storage.session.get("world.tabs").then((stored) => stored["world.tabs"] ?? "")';
    await waitUntil(async () => (await browser.inExtension<string>(world)).includes(HANGS));
    await browser.killBackground();
    // Nothing wakes a background that was stopped but the next event.
    await openAll(browser, OTHERS);
    const { title } = await badgeSays(browser, tabId, "site", patience());
    expect(title).toContain("has not answered");
  });
});
