import { setTimeout as wait } from "node:timers/promises";
import { buildExtension } from "../../../scripts/browsers/build-extension.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../scripts/browsers/launch.ts";
import { allowFullAccess } from "../browser/full-access.ts";
import { startWorld } from "../loopback/world.ts";
import { playShopOutage, SHOP_SITES } from "./shop-outages.ts";

export type BackgroundKills = { kills: number; outages: number; faults: string[] };

/**
 * Plays small outages one after another and stops the background at random moments, as the browser may at any.
 * @param tell gets a line about each fifth outage
 */
export async function killBackground(found: FoundBrowser, kills: number, tell: (line: string) => void): Promise<BackgroundKills> {
  const extension = buildExtension({ family: found.family, purpose: "endurance", feed: { mirrors: [], rootKey: "" } });
  const world = await startWorld(SHOP_SITES);
  const browser = await launchBrowser({ found, extension, headless: true, names: world.names });
  const tally: BackgroundKills = { kills: 0, outages: 0, faults: [] };
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
  const fault = (what: string) => void tally.faults.push(`outage ${tally.outages}: ${what}`);
  try {
    await allowFullAccess(browser);
    const page = await browser.newPage();
    const tabId = await browser.tabIdOf(page);
    while (tally.kills < kills) {
      await playShopOutage({ browser, world, page, tabId, number: tally.outages, step, fault });
      tally.outages++;
      if (tally.outages % 5 === 0) tell(`${tally.kills} kills in ${tally.outages} outages: ${tally.faults.length} faults`);
    }
    return tally;
  } finally {
    await browser.close();
    await world.close();
  }
}
