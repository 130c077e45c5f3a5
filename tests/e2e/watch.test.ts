import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { inBothBrowsers } from "./environment.ts";
import { failNetflix, press, SITES, says } from "./ui-actions.ts";

inBothBrowsers("a watch", { standIns: SITES }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    for (const { host } of SITES) environment().world.set(host, FINE);
  });

  // Neither browser shows notifications without a desktop, so this sees the request kept and answered, not the notification itself.
  test("a request for a notification is kept until this browser saw the site work again", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await press(popup, "Tell me when it's back");
    await says(popup, "You will be told once when Netflix is back.");
    expect(await browser.inExtension("browser.storage.local.get('watches')")).toMatchObject({
      watches: [{ site: "netflix.com", check: false }],
    });
    environment().world.set("www.netflix.com", FINE);
    const page = await browser.newPage();
    await browser.visit(page, "https://www.netflix.com/");
    await waitUntil(
      async () => (await browser.inExtension<{ watches: unknown[] }>("browser.storage.local.get('watches')")).watches.length === 0,
      80_000,
    );
  });
});
