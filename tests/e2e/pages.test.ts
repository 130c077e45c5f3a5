import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { keptRows } from "../instruments/browser/kept-rows.ts";
import { refreshFeed } from "../instruments/demo/popup-view.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { inBothBrowsers } from "./environment.ts";
import { startSignedFeed } from "./hostile-senders.ts";
import { failNetflix, press, SITES, says, textOf } from "./ui-actions.ts";

/** After this the background has drawn what the last page changed, milliseconds. */
const LOOKED = 1500;

inBothBrowsers("pages", { standIns: SITES }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    for (const { host } of SITES) environment().world.set(host, FINE);
  });

  test("a person agrees to report on the welcome page, sees it in the settings, and takes it back there", async () => {
    browser = await environment().openBrowser({ access: "basic" });
    const welcome = await browser.welcomePage();
    await welcome.waitForSelector("[data-testid=agree]");
    expect(await textOf(welcome, "[data-testid=reporting]")).toContain('{"v":1,"service":"netflix"');
    expect(await textOf(welcome, "[data-testid=reporting]")).toContain("Nothing is sent.");
    await browser.answerYesToFullAccess();
    await welcome.click("[data-testid=agree]");
    await says(welcome, "You have agreed.");
    const settings = await browser.openExtensionPage("options.html");
    await says(settings, "Nothing has been sent.");
    await settings.click("[data-testid=disagree]");
    await says(settings, "Nothing is sent.");
    expect(await browser.inExtension("browser.storage.local.get('reportConsent')")).toEqual({ reportConsent: {} });
  });

  test("a report is shown byte for byte before it is sent, and only once", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await press(popup, "Report this outage");
    const shown = await textOf(popup, "[data-testid=report-preview] pre");
    expect(JSON.parse(shown)).toMatchObject({ v: 1, service: "netflix", failure: "http.error" });
    expect(shown).not.toMatch(/browse|secret|www/);
    // Firefox accepts the request for its data consent only after a person's own click.
    await popup.click("[data-testid=report-send]");
    await says(popup, "On its way.");
    const queued = await keptRows<{ bytes: string }>(browser, "reports");
    expect(queued.map(({ bytes }) => bytes)).toEqual([shown]);
    const again = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await press(again, "Report this outage");
    await again.click("[data-testid=report-send]");
    await says(again, "Nothing was sent.");
  });

  test("a report is not offered where the feed takes none, and the popup says so", async () => {
    const feed = await startSignedFeed();
    browser = await environment().openBrowser();
    const own = [{ mirrors: [feed.url], rootKey: feed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(own)} })`);
    const tabId = await failNetflix(browser, environment());
    await refreshFeed(browser, tabId);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await says(popup, "This feed takes no reports.");
    expect(await textOf(popup)).not.toContain("Report this outage");
    await feed.close();
  });

  test("a popup that cannot read what is kept says so, and shows the verdict as soon as it can", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    await browser.inExtension(`browser.storage.session.set({ "site.torn.example": null })`);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await says(popup, "The picture could not be read.", "[role=alert]");
    await browser.inExtension(`browser.storage.session.remove("site.torn.example")`);
    await says(popup, "Netflix is failing", "[data-testid=headline]");
  });

  test("a service is found by name, and what this browser knows of it is shown", async () => {
    browser = await environment().openBrowser();
    await failNetflix(browser, environment());
    const dashboard = await browser.openExtensionPage("dashboard.html");
    await dashboard.waitForSelector("input[type=search]");
    await dashboard.type("input[type=search]", "netfl");
    await dashboard.waitForSelector(".found button");
    await dashboard.click(".found button");
    await dashboard.waitForSelector("[data-testid=search-answer]");
    expect(await textOf(dashboard, "[data-testid=search-answer] [data-testid=headline]")).toContain("Netflix is failing");
    await dashboard.evaluate(`document.querySelector("input[type=search]").value = ""`);
    await dashboard.type("input[type=search]", "never-visited.example");
    await says(dashboard, "never-visited.example", ".found");
    await dashboard.click(".found button");
    await says(dashboard, "Nothing is known to fail at never-visited.example.", "[data-testid=search-answer]");
  });

  test("the history is saved as a file, and erased only after a second question", async () => {
    browser = await environment().openBrowser();
    await failNetflix(browser, environment());
    const dashboard = await browser.openExtensionPage("dashboard.html");
    await says(dashboard, "netflix.com failed", "[data-testid=happened]");
    await dashboard.evaluate(
      `{ const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make(blob); }; }`,
    );
    await press(dashboard, "Save as CSV");
    await waitUntil(async () => typeof (await dashboard.evaluate("window.saved")) === "string");
    expect(await dashboard.evaluate("window.saved")).toMatch(/^site,started,ended,scope.*\r\nnetflix\.com,.*,site,http,netflix\.com,/);
    await press(dashboard, "Erase the history");
    expect(await textOf(dashboard, "[data-testid=happened]")).toContain("netflix.com failed");
    await press(dashboard, "Really erase?");
    await says(dashboard, "Nothing has failed here", "[data-testid=happened]");
    // It still fails, and the background looks at it at every page: that alone brings nothing back.
    const other = await browser.newPage();
    for (const { host } of SITES.slice(0, 2)) await browser.visit(other, `https://${host}/`);
    await wait(LOOKED);
    expect(await textOf(dashboard, "[data-testid=happened]")).toContain("Nothing has failed here");
    await browser.visit(other, "https://www.netflix.com/");
    await says(dashboard, "netflix.com failed", "[data-testid=happened]");
  });

  test("erasing everything leaves neither sites nor settings", async () => {
    browser = await environment().openBrowser();
    await failNetflix(browser, environment());
    const settings = await browser.openExtensionPage("options.html");
    await settings.waitForSelector("[data-testid=history-setting] input");
    await settings.evaluate(`document.querySelector("[data-testid=history-setting] input").click()`);
    await waitUntil(
      async () => (await browser.inExtension<{ historyDays?: number }>("browser.storage.local.get('historyDays')")).historyDays === 0,
    );
    // Of a feed that is followed no more.
    await browser.inExtension(`new Promise((resolve) => {
      const opening = indexedDB.open("not-just-me");
      opening.onsuccess = () => {
        const adding = opening.result.transaction("reports", "readwrite");
        adding.objectStore("reports").add({ feed: "gone", service: "netflix", bytes: "{}", queuedAt: 0, dueAt: 0, tries: 0, state: "sent", sentAt: 0 });
        adding.oncomplete = () => { opening.result.close(); resolve(); };
      };
    })`);
    await press(settings, "Erase everything");
    await press(settings, "Really erase?");
    await says(settings, "Everything is erased.");
    expect(await keptRows(browser, "reports")).toEqual([]);
    await waitUntil(async () =>
      Object.keys(await browser.inExtension<object>("browser.storage.local.get()")).every((key) => key.startsWith("feedState/")),
    );
    await waitUntil(async () => !JSON.stringify(await browser.inExtension("browser.storage.session.get()")).includes("netflix"));
  });

  test("full access is given back in the settings, and the popup says what it no longer sees", async () => {
    browser = await environment().openBrowser();
    const settings = await browser.openExtensionPage("options.html");
    await says(settings, "Full access is on");
    await press(settings, "Go back to basic access");
    await says(settings, "Basic access:");
    const page = await browser.newPage();
    await browser.visit(page, "https://www.netflix.com/");
    const popup = await browser.openExtensionPage(`popup.html?tab=${await browser.tabIdOf(page)}`);
    await says(popup, "I cannot see error pages without full access.");
  });

  test("a feed of one's own is refused with the reason, taken, and given up again", async () => {
    browser = await environment().openBrowser({ access: "basic" });
    const settings = await browser.openExtensionPage("options.html");
    await settings.waitForSelector("textarea");
    await settings.type("textarea", "http://feed.example.org");
    await press(settings, "Use this feed");
    await says(settings, "http://feed.example.org is not encrypted.");
    await settings.evaluate(`document.querySelector("textarea").value = ""`);
    await settings.type("textarea", "http://127.0.0.1:9");
    await settings.type("input[name=key]", "A".repeat(43));
    await press(settings, "Use this feed");
    await says(settings, "127.0.0.1:9 – Added by you.");
    await says(settings, "Nothing has arrived yet.");
    await press(settings, "Stop using it");
    await says(settings, "Use the feed of this build again");
    await press(settings, "Stop using it");
    await says(settings, "None is set.");
    await press(settings, "Use the feed of this build again");
    await says(settings, "Comes with this build.");
  });

  test("the proof behind a station shows on focus and goes with Escape", async () => {
    browser = await environment().openBrowser();
    const tabId = await failNetflix(browser, environment());
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await popup.bringToFront();
    await popup.waitForSelector("[data-station=site] button");
    const shown = () =>
      popup.evaluate(
        `[...document.querySelectorAll("[role=tooltip]")].filter((one) => one.checkVisibility()).map((one) => one.innerText).join()`,
      ) as Promise<string>;
    expect(await shown()).toBe("");
    await popup.focus("[data-station=site] button");
    await waitUntil(async () => (await shown()).includes("HTTP 503"));
    await popup.keyboard.press("Escape");
    await waitUntil(async () => (await shown()) === "");
  });

  test("every page is in Arabic, from right to left, in an Arabic browser", async () => {
    browser = await environment().openBrowser({ access: "basic", language: "ar" });
    for (const name of ["popup", "welcome", "dashboard", "options"]) {
      const page = await browser.openExtensionPage(`${name}.html`);
      await page.waitForSelector("h1");
      expect(await page.evaluate("[document.documentElement.lang.slice(0, 2), getComputedStyle(document.body).direction]")).toEqual([
        "ar",
        "rtl",
      ]);
      expect(await textOf(page, "h1")).toMatch(/[\u0600-\u06ff]/);
      await page.close();
    }
  });
});
