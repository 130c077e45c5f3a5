import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { FoundBrowser } from "../../scripts/browsers/find.ts";
import { launchBrowser } from "../../scripts/browsers/launch.ts";
import { buildExtension } from "../../scripts/build-extension.ts";
import { allowFullAccess } from "../browser/full-access.ts";
import { keptRows } from "../browser/kept-rows.ts";
import { readPopup } from "../demo/popup-view.ts";
import { FINE, type StandIn } from "../world/stand-in.ts";
import { startWorld, type World } from "../world/world.ts";

export type BackgroundKills = { kills: number; stories: number; faults: string[] };

/** Repeats within a few seconds are one failure. */
const RETRY = 5500;
/** A person tries again so many times at the most. */
const ATTEMPTS = 15;
const OTHERS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.71.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.72.0.1", title: "Garden Tools" },
];
/** A shop for every story: what fails again within minutes is the same row of the history. */
const SHOPS: StandIn[] = Array.from({ length: 120 }, (_, index) => ({
  host: `www.corner-shop-${index}.example`,
  address: `127.73.0.${index + 1}`,
  title: "Corner Shop",
}));

/**
 * Lives the same small story again and again (a shop fails twice while others work, and recovers) and stops the background at
 * random moments of it, as the browser may at any. No row of the history may be lost and no verdict be another for it.
 * @param tell is told of each story
 */
export async function killBackground(found: FoundBrowser, kills: number, tell: (line: string) => void): Promise<BackgroundKills> {
  const extension = buildExtension({ family: found.family, purpose: "endurance", feed: { mirrors: [], rootKey: "" } });
  const world = await startWorld([...OTHERS, ...SHOPS]);
  const browser = await launchBrowser({ found, extension, headless: true, names: world.names });
  const tally: BackgroundKills = { kills: 0, stories: 0, faults: [] };
  try {
    await allowFullAccess(browser);
    const page = await browser.newPage();
    const tabId = await browser.tabIdOf(page);
    while (tally.kills < kills) {
      await liveStory(browser, world, page, tabId, tally);
      tally.stories++;
      if (tally.stories % 5 === 0) tell(`${tally.kills} kills in ${tally.stories} stories: ${tally.faults.length} faults`);
    }
    return tally;
  } finally {
    await browser.close();
    await world.close();
  }
}

async function liveStory(browser: ExtensionBrowser, world: World, page: Page, tabId: number, tally: BackgroundKills): Promise<void> {
  const { host } = SHOPS[tally.stories % SHOPS.length] as StandIn;
  const before = await rows(browser);
  const kill = async () => {
    await wait(Math.random() * 400);
    // A background that has not started yet, or is gone already, cannot be killed.
    await browser.killBackground().catch(() => null);
    tally.kills++;
  };
  const step = async (what: () => Promise<unknown>) => {
    // Before the step, in the middle of it, or right after.
    const killing = Math.random() < 0.8 ? kill() : null;
    await what();
    await killing;
    if (Math.random() < 0.5) await kill();
  };
  const shop = () => browser.visit(page, `https://${host}/`);
  for (const other of OTHERS) await step(() => browser.visit(page, `https://${other.host}/`));
  world.set(host, [503], "page");
  for (let time = 0; time < 2; time++) {
    await step(shop);
    await step(() => wait(RETRY));
  }
  await comesToSay(browser, tabId, `site ${siteOf(host)}`, shop, tally);
  await waitUntil(async () => (await rows(browser)) > before, 10_000).catch(() => {
    tally.faults.push(`story ${tally.stories}: ${before} rows of history before the failure and as many after`);
  });
  const during = await rows(browser);
  world.set(host, FINE);
  for (let time = 0; time < 2; time++) await step(shop);
  await comesToSay(browser, tabId, "clear", shop, tally);
  const after = await rows(browser);
  if (after < during) tally.faults.push(`story ${tally.stories}: of ${during} rows of history ${after} were left`);
}

/**
 * A kill in the very moment of an event takes that event with it (browsers themselves stop a background only between events), so
 * the person may have to try again; but what is said must never be wrong on the way, and must come out right.
 */
async function comesToSay(
  browser: ExtensionBrowser,
  tabId: number,
  right: string,
  tryAgain: () => Promise<void>,
  tally: BackgroundKills,
): Promise<void> {
  let said = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const popup = await readPopup(browser, tabId);
    said = `${popup.scope} ${popup.subject}`.trim();
    if (said === right) return;
    if (!/^(clear|(unclear|site) corner-shop-\d+\.example)$/.test(said)) break;
    await wait(RETRY);
    await tryAgain();
  }
  tally.faults.push(`story ${tally.stories}: the popup was to say ${right} and says ${said}`);
}

function siteOf(host: string): string {
  return host.replace(/^www\./, "");
}

async function rows(browser: ExtensionBrowser): Promise<number> {
  return (await keptRows(browser, "episodes")).length;
}
