import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import { keptRows } from "../browser/kept-rows.ts";
import { readPopup } from "../demo/popup-view.ts";
import { FINE, type StandIn } from "../loopback/stand-in.ts";
import type { World } from "../loopback/world.ts";

/** Repeats within a few seconds are one failure. */
const RETRY = 5500;
/** A person tries again at most this many times. */
const ATTEMPTS = 15;
const OTHERS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.71.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.72.0.1", title: "Garden Tools" },
];
/** A shop for every outage: what fails again within minutes stays the same row of the history. */
const SHOPS: StandIn[] = Array.from({ length: 120 }, (_, index) => ({
  host: `www.corner-shop-${index}.example`,
  address: `127.73.0.${index + 1}`,
  title: "Corner Shop",
}));

/** All sites of the outages. */
export const SHOP_SITES: StandIn[] = [...OTHERS, ...SHOPS];

export type ShopOutage = {
  browser: ExtensionBrowser;
  world: World;
  page: Page;
  tabId: number;
  number: number;
  /** Does one step of it, perhaps with a fault in the middle. */
  step: (what: () => Promise<unknown>) => Promise<void>;
  fault: (what: string) => void;
};

/** A shop fails twice while others work, and recovers. No row of the history may be lost on the way and no verdict be wrong. */
export async function playShopOutage(outage: ShopOutage): Promise<void> {
  const { browser, world, page, step, fault } = outage;
  const { host } = SHOPS[outage.number % SHOPS.length] as StandIn;
  const before = await rows(browser);
  const shop = () => browser.visit(page, `https://${host}/`);
  for (const other of OTHERS) await step(() => browser.visit(page, `https://${other.host}/`));
  world.set(host, [503], "page");
  for (let time = 0; time < 2; time++) {
    await step(shop);
    await step(() => wait(RETRY));
  }
  await expectVerdict(outage, `site ${siteOf(host)}`, shop);
  await waitUntil(async () => (await rows(browser)) > before, 10_000).catch(() => {
    fault(`${before} rows of history before the failure and as many after`);
  });
  const during = await rows(browser);
  world.set(host, FINE);
  for (let time = 0; time < 2; time++) await step(shop);
  await expectVerdict(outage, "clear", shop);
  const after = await rows(browser);
  if (after < during) fault(`of ${during} rows of history ${after} were left`);
}

/**
 * A kill in the very moment of an event takes that event with it (browsers themselves stop a background only between events), so
 * the person may have to try again; but no answer on the way may be wrong, and the last one must be right.
 */
async function expectVerdict({ browser, tabId, fault }: ShopOutage, right: string, tryAgain: () => Promise<void>): Promise<void> {
  let said = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const popup = await readPopup(browser, tabId);
    said = `${popup.scope} ${popup.subject}`.trim();
    if (said === right) return;
    if (!/^(clear|(unclear|site) corner-shop-\d+\.example)$/.test(said)) break;
    await wait(RETRY);
    await tryAgain();
  }
  fault(`the popup should say ${right} and says ${said}`);
}

function siteOf(host: string): string {
  return host.replace(/^www\./, "");
}

async function rows(browser: ExtensionBrowser): Promise<number> {
  return (await keptRows(browser, "episodes")).length;
}
