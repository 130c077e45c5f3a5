import { afterAll, afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { startAwsStatus } from "../instruments/demo/aws-status.ts";
import { DAY } from "../instruments/demo/day.ts";
import { readPopup, refreshFeed } from "../instruments/demo/popup-view.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { CLOUD_APIS, CLOUD_SITES } from "./ui-actions.ts";

let now = DAY.begins;
const aws = await startAwsStatus(() => now);
afterAll(() => aws.close());

const plan = {
  standIns: CLOUD_SITES,
  sources: [
    { id: "aws", format: "aws-health", url: aws.url, provider: "aws", site: null, page: "https://health.aws.amazon.com/", every: 1 },
  ],
  ranges: [{ cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" }],
};

inBothBrowsers("an outage that the provider announces", plan, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    for (const host of CLOUD_APIS) environment().world.set(host, FINE);
    now = DAY.begins;
  });

  test("two failing sites and AWS's own announcement are an outage of AWS, quoted in the popup, also after the background was stopped", async () => {
    browser = await environment().openBrowser();
    const tabs: number[] = [];
    for (const host of ["www.morning-news.example", "www.coinbase.com", "robinhood.com"]) {
      const page = await browser.newPage();
      await browser.visit(page, `https://${host}/`);
      tabs.push(await browser.tabIdOf(page));
    }
    const [, coinbase = 0] = tabs;
    await waitUntil(async () => (await readPopup(browser, coinbase)).text.includes("N. Virginia"), 30_000);
    for (const host of CLOUD_APIS) environment().world.set(host, [503]);
    now = DAY.allNamed;
    await waitUntil(async () => {
      await refreshFeed(browser, coinbase);
      return (await readPopup(browser, coinbase)).official.includes("DynamoDB");
    }, 60_000);
    await badgeSays(browser, coinbase, "out", 20_000);
    const before = await readPopup(browser, coinbase);
    expect(before).toMatchObject({ scope: "provider", subject: "aws/us-east-1" });
    expect(before.official).toMatch(/increased.*error rates/i);
    await browser.killBackground();
    expect(await readPopup(browser, coinbase)).toMatchObject({ scope: "provider", subject: "aws/us-east-1", official: before.official });
    await badgeSays(browser, coinbase, "out", 20_000);
  });
});
