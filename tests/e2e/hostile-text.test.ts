import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { refreshFeed } from "../instruments/demo/popup-view.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { expectHarmless, expectPlain } from "./harmless-page.ts";
import { startSignedFeed, startStatusPage } from "./hostile-senders.ts";
import { ADDRESSES, hostileIncidents, hostilePage, MARKUP, UNSEEN } from "./hostile-words.ts";
import { recordedNotifications, recordNotifications } from "./recorded-notifications.ts";
import { CLOUD_APIS, CLOUD_SITES, says } from "./ui-actions.ts";

/** A verdict must last for a while before anybody is interrupted, and it is checked twice a minute. */
const NOTIFIED_WITHIN = 120_000;

const statusPage = await startStatusPage();
const signedFeed = await startSignedFeed();
afterAll(async () => {
  await statusPage.close();
  await signedFeed.close();
});

const plan = {
  standIns: CLOUD_SITES,
  sources: [
    {
      ...{ id: "aws", format: "statuspage", url: statusPage.url, provider: "aws", site: null },
      ...{ page: "https://health.aws.amazon.com/health/status", every: 1 },
    },
  ],
  ranges: [{ cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" }],
};

inBothBrowsers("hostile text", plan, (environment) => {
  let browser: ExtensionBrowser;
  beforeAll(() => recordNotifications(environment().extension));
  afterEach(async () => {
    await browser.close();
    for (const host of CLOUD_APIS) environment().world.set(host, FINE);
    statusPage.show({ page: { id: "p" }, status: { indicator: "none" }, components: [], incidents: [] });
  });

  /** Two sites hosted on one cloud fail for a person who has asked for notifications of outages. Returns the tab of the first. */
  async function failTogether(): Promise<number> {
    browser = await environment().openBrowser();
    await browser.inExtension("browser.storage.local.set({ notifications: { alerts: true, quiet: null } })");
    const tabs: number[] = [];
    for (const host of ["www.morning-news.example", "www.coinbase.com", "robinhood.com"]) {
      const page = await browser.newPage();
      await browser.visit(page, `https://${host}/`);
      tabs.push(await browser.tabIdOf(page));
    }
    for (const host of CLOUD_APIS) environment().world.set(host, [503]);
    return tabs[1] ?? 0;
  }

  /** Popup, dashboard, tooltip and notification, once all of them show the outage. */
  async function expectAllHarmless(tabId: number, title: string): Promise<void> {
    await waitUntil(async () => {
      await refreshFeed(browser, tabId);
      return (await browser.badge(tabId)).text === "out";
    }, 60_000);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await says(popup, title, "[data-testid=official] blockquote");
    await expectHarmless(popup, "the popup");
    const dashboard = await browser.openExtensionPage("dashboard.html?search=coinbase");
    await says(dashboard, title, "[data-testid=outages-now] .outages");
    expect(await dashboard.evaluate(`document.querySelectorAll(".outages > li").length`)).toBeGreaterThanOrEqual(ADDRESSES.length);
    await expectHarmless(dashboard, "the dashboard");
    expectPlain((await badgeSays(browser, tabId, "out")).title, 200);
    await waitUntil(async () => (await recordedNotifications(browser)).length > 0, NOTIFIED_WITHIN);
    for (const notice of await recordedNotifications(browser)) expectPlain(`${notice.title} ${notice.message}`, 300);
  }

  test("text of a status page is shown as plain text in popup, dashboard, tooltip and notification", async () => {
    statusPage.show(hostilePage());
    await expectAllHarmless(await failTogether(), "Hostile page");
  });

  test("text of a correctly signed feed is shown as plain text too, because a key may be stolen", async () => {
    signedFeed.setContent({ incidents: hostileIncidents() });
    const tabId = await failTogether();
    const own = [{ mirrors: [signedFeed.url], rootKey: signedFeed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ ownFeeds: ${JSON.stringify(own)} })`);
    await expectAllHarmless(tabId, "Hostile feed");
  });

  test("text of a signed feed that cannot be read stays out of the line that says so", async () => {
    signedFeed.setContent({
      incidents: hostileIncidents().map((incident) => ({ ...incident, severity: `${UNSEEN}${MARKUP}${"W".repeat(10_000)}` })),
    });
    const tabId = await failTogether();
    const own = [{ mirrors: [signedFeed.url], rootKey: signedFeed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(own)} })`);
    await refreshFeed(browser, tabId);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await says(popup, "refused", "[data-testid=feed]");
    await popup.evaluate(`document.querySelector("[data-testid=feed] details").open = true`);
    await says(popup, "severity", "[data-testid=feed] details");
    await expectHarmless(popup, "the popup");
    expect(await popup.evaluate(`document.querySelector("[data-testid=feed]").textContent.length`)).toBeLessThan(500);
  });
});
