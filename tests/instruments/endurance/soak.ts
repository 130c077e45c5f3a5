import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildExtension } from "../../../scripts/browsers/build-extension.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../scripts/browsers/launch.ts";
import { memoryOf } from "../bench/browser/process-tree.ts";
import { allowFullAccess } from "../browser/full-access.ts";
import { keptRows } from "../browser/kept-rows.ts";
import { publicMirror } from "../loopback/public-mirror.ts";
import { startWorld } from "../loopback/world.ts";
import { databaseOf, freePort, type Life, startLife } from "./feed-server-lives.ts";
import { type Installs, startInstalls } from "./installs.ts";
import { lookUp } from "./reports-sent.ts";
import { playShopOutage, SHOP_SITES } from "./shop-outages.ts";

/** What was held at one moment: megabytes, kilobytes of session storage, rows of history. */
export type Sample = { minute: number; server: number; browser: number; session: number; history: number };

export type Soak = {
  installs: Installs;
  outages: number;
  serverKills: number;
  backgroundKills: number;
  samples: Sample[];
  faults: string[];
};

const INSTALLS = 200;
const SAMPLE_EVERY = 15_000;
/** Something goes wrong after a random time of at most twice this, milliseconds. */
const PEACE = 12_000;
/** Seconds between two feeds. */
const FEED_EVERY = 5;
/** Reports leave with their hour's key; none is looked up that may be older than this, milliseconds. */
export const LONGEST_SOAK = 110 * 60_000;

/**
 * Everything at once: the feed server, installs that poll it and report, a real browser in which somebody browses, and random
 * power cuts for server and background.
 * @param length milliseconds
 * @param tell gets a line about every fourth sample
 */
export async function soak(found: FoundBrowser, length: number, tell: (line: string) => void): Promise<Soak> {
  const end = Date.now() + length;
  const closing: (() => unknown)[] = [];
  try {
    return await soakUntil(end, found, closing, tell);
  } finally {
    for (const step of closing.reverse()) await step();
  }
}

async function soakUntil(end: number, found: FoundBrowser, closing: (() => unknown)[], tell: (line: string) => void): Promise<Soak> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-soak-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  let server: Life = await startLife(folder, port, FEED_EVERY);
  closing.push(() => server.kill());
  const { url, rootKey } = server;
  const extension = buildExtension({ family: found.family, purpose: "endurance", feed: { mirrors: [publicMirror(url), url], rootKey } });
  const world = await startWorld(SHOP_SITES);
  closing.push(() => world.close());
  const browser = await launchBrowser({ found, extension, headless: true, names: world.names });
  closing.push(() => browser.close());
  const installs = startInstalls(INSTALLS, url, rootKey);
  closing.push(() => installs.stop());
  const run: Soak = { installs: installs.tally, outages: 0, serverKills: 0, backgroundKills: 0, samples: [], faults: [] };
  const fault = (what: string) => void run.faults.push(`outage ${run.outages}: ${what}`);

  async function browse(): Promise<void> {
    const page = await browser.newPage();
    const tabId = await browser.tabIdOf(page);
    while (Date.now() < end) {
      await playShopOutage({ browser, world, page, tabId, number: run.outages, step: async (what) => void (await what()), fault });
      run.outages++;
    }
  }

  async function breakThings(): Promise<void> {
    while (Date.now() < end) {
      await wait(Math.random() * 2 * PEACE);
      if (Math.random() < 0.5) {
        await server.kill();
        run.serverKills++;
        server = await startLife(folder, port, FEED_EVERY);
      } else {
        // A background that has not started yet, or is gone already, cannot be killed.
        await browser.killBackground().catch(() => null);
        run.backgroundKills++;
      }
    }
  }

  async function watch(): Promise<void> {
    const began = Date.now();
    while (Date.now() < end) {
      run.samples.push(await sampleOf(browser, server, (Date.now() - began) / 60_000));
      if (run.samples.length % 4 === 0) tell(lineOf(run));
      await wait(Math.max(0, Math.min(SAMPLE_EVERY, end - Date.now())));
    }
  }

  await allowFullAccess(browser);
  await Promise.all([browse(), breakThings(), watch()]);
  await installs.stop();
  await server.kill();
  lookUp(databaseOf(folder), run.installs);
  return run;
}

async function sampleOf(browser: ExtensionBrowser, server: Life, minute: number): Promise<Sample> {
  const whole = memoryOf(process.pid);
  const served = memoryOf(server.pid);
  const own = process.memoryUsage().rss / 1_000_000;
  const session = await browser.inExtension<string>("browser.storage.session.get().then(JSON.stringify)");
  const history = (await keptRows(browser, "episodes")).length;
  return { minute, server: served, browser: Math.max(0, whole - served - own), session: session.length / 1000, history };
}

function lineOf({ samples, installs, outages, serverKills, backgroundKills, faults }: Soak): string {
  const { minute, server, browser, session, history } = samples.at(-1) as Sample;
  const held = `server ${server.toFixed(0)} MB, browser ${browser.toFixed(0)} MB, session ${session.toFixed(1)} kB, history ${history} rows`;
  const done = `${installs.polls} polls, ${installs.answered.length} reports, ${outages} outages, ${serverKills} + ${backgroundKills} kills`;
  return `${minute.toFixed(0)} min: ${held}; ${done}; ${faults.length + installs.faults.length} faults`;
}
