import { afterAll, afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { startAwsStatus } from "../demo/aws-status.ts";
import { DAY } from "../demo/day.ts";
import { askForNews, readPopup } from "../demo/popup-view.ts";
import { FINE, type StandIn } from "../world/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./house.ts";

const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  { host: "www.coinbase.com", address: "127.10.4.1", title: "Coinbase", calls: ["api.coinbase.com"] },
  { host: "api.coinbase.com", address: "127.10.4.2", title: "Coinbase" },
  { host: "robinhood.com", address: "127.10.5.1", title: "Robinhood", calls: ["api.robinhood.com"] },
  { host: "api.robinhood.com", address: "127.10.5.2", title: "Robinhood" },
];
const APIS = ["api.coinbase.com", "api.robinhood.com"];

let now = DAY.begins;
const aws = await startAwsStatus(() => now);
afterAll(() => aws.close());

const plan = {
  standIns: STAND_INS,
  sources: [
    { id: "aws", format: "aws-health", url: aws.url, provider: "aws", site: null, page: "https://health.aws.amazon.com/", every: 1 },
  ],
  ranges: [{ cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" }],
};

inBothBrowsers("an outage that the provider admits", plan, (house) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    for (const host of APIS) house().world.set(host, FINE);
    now = DAY.begins;
  });

  test("two failing sites and AWS's own word are its outage, quoted in the popup, also after the background was stopped", async () => {
    browser = await house().moveIn();
    const tabs: number[] = [];
    for (const host of ["www.morning-news.example", "www.coinbase.com", "robinhood.com"]) {
      const page = await browser.newPage();
      await browser.visit(page, `https://${host}/`);
      tabs.push(await browser.tabIdOf(page));
    }
    const [, coinbase = 0] = tabs;
    await waitUntil(async () => (await readPopup(browser, coinbase)).text.includes("N. Virginia"), 30_000);
    for (const host of APIS) house().world.set(host, [503]);
    now = DAY.allNamed;
    await waitUntil(async () => {
      await askForNews(browser, coinbase);
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
