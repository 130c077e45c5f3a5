import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { failNetflix, press, SITES, says, textOf } from "./ui-actions.ts";

inBothBrowsers("actions of a person", { standIns: SITES }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    for (const { host } of SITES) environment().world.set(host, FINE);
  });

  test("a muted service leaves the badge, the tooltip says so, and the settings unmute it", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await press(popup, "Mute Netflix");
    await says(popup, "Netflix is muted: no badge, no notification.");
    expect(await textOf(popup, "[data-testid=headline]")).toContain("Netflix is failing");
    expect((await badgeSays(browser, tabId, "")).title).toMatch(/Netflix is failing.*\(muted\)$/);
    const settings = await browser.openExtensionPage("options.html");
    await says(settings, "Netflix", "[data-testid=mute-setting] ul");
    await press(settings, "Unmute");
    await says(settings, "Nothing is muted.");
    await badgeSays(browser, tabId, "site");
  });

  test("a region is found by its name and muted, and so is a site by its address", async () => {
    browser = await environment().openBrowser({ access: "basic" });
    const settings = await browser.openExtensionPage("options.html");
    const find = "[data-testid=mute-setting] input[type=search]";
    await settings.waitForSelector(find);
    await settings.type(find, "aws bahrain");
    await press(settings, "AWS Middle East (Bahrain)");
    await settings.type(find, "corner-bakery.example");
    await says(settings, "corner-bakery.example", "[data-testid=mute-setting] .found");
    await settings.keyboard.press("Enter");
    await waitUntil(async () => {
      const { mutes } = await browser.inExtension<{ mutes?: object[] }>("browser.storage.local.get('mutes')");
      return mutes?.length === 2;
    });
    expect(await browser.inExtension("browser.storage.local.get('mutes')")).toEqual({
      mutes: [
        { kind: "site", site: "corner-bakery.example" },
        { kind: "place", provider: "aws", region: "me-south-1" },
      ],
    });
  });

  test("another service is found in the popup, and one press leads back to the tab", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await popup.bringToFront();
    await popup.waitForSelector("input[type=search]");
    await popup.type("input[type=search]", "spotif");
    await says(popup, "Spotify", ".found");
    await popup.keyboard.press("Enter");
    await says(popup, "Nothing is known to fail at Spotify.", "[data-testid=headline]");
    await press(popup, "Back to this tab");
    await says(popup, "Netflix is failing", "[data-testid=headline]");
  });

  test("the one check of a site that a person asks for is one request, to its front door and without cookies", async () => {
    browser = await environment().openBrowser();
    const page = await browser.newPage();
    await browser.visit(page, "https://www.morning-news.example/");
    await page.evaluate(`document.cookie = "session=secret; Secure; SameSite=None"`);
    const dashboard = await browser.openExtensionPage("dashboard.html?search=www.morning-news.example");
    await says(dashboard, "morning-news.example", "[data-testid=search-answer]");
    const before = environment().world.asked.length;
    await press(dashboard, "Test morning-news.example now");
    await says(dashboard, "morning-news.example answers this browser.", "[data-testid=check]");
    const [request, ...more] = environment().world.asked.slice(before);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ host: "www.morning-news.example", method: "HEAD", path: "/" });
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers.referer).toBeUndefined();
  });

  test("one site is forgotten, and the others are not", async () => {
    browser = await environment().openBrowser();
    await failNetflix(browser, environment());
    const dashboard = await browser.openExtensionPage("dashboard.html");
    await says(dashboard, "netflix.com failed", "[data-testid=happened]");
    await press(dashboard, "Forget netflix.com");
    environment().world.set("www.netflix.com", FINE);
    await press(dashboard, "Really erase?");
    await says(dashboard, "Nothing has failed here", "[data-testid=happened]");
    await waitUntil(async () => {
      const kept = JSON.stringify(await browser.inExtension("browser.storage.session.get()"));
      return !kept.includes("netflix") && kept.includes("morning-news");
    });
  });

  test("a switch in the settings adds an entry to the menu of links, and removes it again", async () => {
    browser = await environment().openBrowser({ access: "basic" });
    const isThere = () =>
      browser.inExtension<boolean>(
        `Promise.resolve(browser.contextMenus?.update("why", { contexts: ["link"] }).then(() => true)).catch(() => false)`,
      );
    expect(await isThere()).not.toBe(true);
    const settings = await browser.openExtensionPage("options.html");
    await settings.waitForSelector("[data-testid=shortcut-setting] input");
    await settings.click("[data-testid=shortcut-setting] input");
    await waitUntil(isThere);
    await settings.click("[data-testid=shortcut-setting] input");
    await waitUntil(async () => !(await isThere()));
  });

  test("quiet hours are kept, and resetting the settings takes them back without touching the history", async () => {
    browser = await environment().openBrowser();
    await failNetflix(browser, environment());
    const settings = await browser.openExtensionPage("options.html");
    await settings.waitForSelector("[data-testid=notification-setting] input[type=time]");
    await settings.evaluate(`document.querySelectorAll("[data-testid=notification-setting] input[type=checkbox]")[1].click()`);
    await waitUntil(async () => {
      const { notifications } = await browser.inExtension<{ notifications?: { quiet: object } }>(
        "browser.storage.local.get('notifications')",
      );
      return JSON.stringify(notifications?.quiet) === '{"from":"22:00","to":"07:00"}';
    });
    await press(settings, "Reset the settings");
    await press(settings, "Really reset?");
    await says(settings, "The settings are as they were at first.");
    expect(await browser.inExtension("browser.storage.local.get('notifications')")).toEqual({});
    const dashboard = await browser.openExtensionPage("dashboard.html");
    await says(dashboard, "netflix.com failed", "[data-testid=happened]");
  });
});
