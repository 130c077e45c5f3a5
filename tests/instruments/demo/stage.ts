import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { buildExtension } from "../../../scripts/browsers/build-extension.ts";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../scripts/browsers/launch.ts";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { readOwnList } from "../../../scripts/ranges/own-list.ts";
import { type RunningServer, startServer } from "../../../server/server.ts";
import { allowFullAccess } from "../browser/full-access.ts";
import { publicMirror } from "../loopback/public-mirror.ts";
import { startWorld, type World } from "../loopback/world.ts";
import { startAwsStatus } from "./aws-status.ts";
import { CAST, RANGES, type Role, standIns } from "./cast.ts";
import type { DemoClock } from "./demo-clock.ts";
import { internetOf, measuredStandIns, measuredWorld, VANTAGE } from "./measured.ts";

/** Everything that the demo runs on. */
export type Stage = {
  world: World;
  feed: RunningServer;
  browser: ExtensionBrowser;
  tabs: { role: Role; page: Page; tabId: number }[];
  tabOf(name: string): { page: Page; tabId: number };
  /** Takes the feed server away, and with it the last that could answer. */
  closeFeed(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Sets the stage: stand-ins, AWS's status page of the day, the feed server on the demo's clock, which is a vantage as well, the production
 * build, and the browser with a tab for every site. Documents are issued by the real clock, because the browser lives in real time.
 */
export async function setStage(
  found: FoundBrowser,
  headless: boolean,
  clock: DemoClock,
  speed: number,
  say: (line: string) => void,
): Promise<Stage> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), "not-just-me-demo-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const world = await startWorld([...standIns(), ...measuredStandIns()]);
    closing.push(() => world.close());
    const aws = await startAwsStatus(() => clock.now());
    closing.push(() => aws.close());
    const rangesFile = join(folder, "ranges.bin");
    writeFileSync(rangesFile, encodeTable([readOwnList({ ranges: RANGES })]).bytes);
    const page = "https://health.aws.amazon.com/health/status";
    const feed = await startServer({
      reportsAddress: "own",
      host: "127.0.0.1",
      port: 0,
      dataDir: join(folder, "feed"),
      sources: [{ id: "aws", format: "aws-health", url: aws.url, provider: "aws", site: null, page, every: 1 }],
      publishEverySeconds: 1,
      rangesFile,
      now: () => clock.now(),
      issuedAt: () => Date.now(),
      ...VANTAGE,
      measured: measuredWorld(speed),
      internet: internetOf(world),
    });
    let isFeedOpen = true;
    const closeFeed = async () => {
      if (isFeedOpen) await feed.close();
      isFeedOpen = false;
    };
    closing.push(closeFeed);
    say(
      `a feed server on the day's clock at ${feed.url}, a vantage that measures ${measuredStandIns().length} of ${standIns().length + measuredStandIns().length} stand-in hosts on loopback`,
    );

    const settings = { mirrors: [publicMirror(feed.url), feed.url], rootKey: feed.rootKey };
    const extension = buildExtension({ family: found.family, purpose: "demo", feed: settings });
    say("the production build of the extension, pointed at that feed");
    // Building holds this process up, and the server in it: its first look at AWS's page may only come now.
    await waitUntil(async () => (await sourceTrouble(feed)) === null, 30_000);
    const browser = await launchBrowser({ found, extension, headless, names: world.names });
    closing.push(() => browser.close());
    await allowFullAccess(browser);
    say(`${browser.version}${headless ? ", headless" : ""}; full access given with one click on the welcome page`);
    const tabs = await openTabs(browser);
    return {
      world,
      feed,
      browser,
      tabs,
      tabOf(name) {
        const tab = tabs.find(({ role }) => role.name === name);
        if (tab === undefined) throw new Error(`nobody named ${name} in the cast`);
        return tab;
      },
      closeFeed,
      close,
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function sourceTrouble(feed: RunningServer): Promise<string | null> {
  const { sources } = (await (await fetch(`${feed.url}/health`)).json()) as { sources: { trouble: string | null }[] };
  return sources[0]?.trouble ?? null;
}

async function openTabs(browser: ExtensionBrowser): Promise<Stage["tabs"]> {
  const tabs: Stage["tabs"] = [];
  for (const role of CAST) {
    const page = await browser.newPage();
    await browser.visit(page, `https://${role.page}/`);
    tabs.push({ role, page, tabId: await browser.tabIdOf(page) });
  }
  return tabs;
}
