import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { Badge, ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { BrowserFamily, FoundBrowser } from "../../scripts/browsers/find.ts";
import { launchBrowser } from "../../scripts/browsers/launch.ts";
import { encodeTable } from "../../scripts/ranges/encode-table.ts";
import { readOwnList } from "../../scripts/ranges/own-list.ts";
import { type RunningServer, startServer } from "../../server/server.ts";
import { REPORTS_PATH } from "../../utils/core/reports/report.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { builtExtension } from "../instruments/browser/built-extension.ts";
import { allowFullAccess } from "../instruments/browser/full-access.ts";
import { inFamily } from "../instruments/browser/in-family.ts";
import type { Described } from "../instruments/loopback/described-internet.ts";
import { publicMirror } from "../instruments/loopback/public-mirror.ts";
import type { StandIn } from "../instruments/loopback/stand-in.ts";
import { startWorld, type World } from "../instruments/loopback/world.ts";
import { startVantage } from "../server/support/vantage.ts";

/** What every end-to-end test needs: a feed server, the production build that asks it, and a small internet on loopback. */
export type Environment = {
  family: BrowserFamily;
  feed: Pick<RunningServer, "url" | "rootKey">;
  extension: string;
  world: World;
  /**
   * Starts a fresh browser; its person has read the welcome page and given access, or not.
   * @param options `profile`: the folder of the profile, for Chromium; one that was used before opens no welcome page
   */
  openBrowser(options?: { access?: "full" | "basic"; language?: string; profile?: string }): Promise<ExtensionBrowser>;
};

type Plan = {
  standIns: StandIn[];
  missing?: string[];
  sources?: Source[];
  /** Servers between the extension and the feed, the first of which takes the reports; by default none. `serve` says where the feed is. */
  mirrors?: () => Promise<{ urls: string[]; serve?(feed: string): void; close(): Promise<void> }>;
  /** What the feed's address table says of loopback. */
  ranges?: { cidr: string; provider: string; region: string }[];
  /** Makes the feed server a process of its own that is a vantage, and says what it asks. */
  vantage?: (atEnd: (clean: () => void) => void) => Promise<Described>;
};

/** Describes tests in the browser that this run is about (each family is a project of its own: vitest.config.ts). */
export function inBothBrowsers(what: string, plan: Plan, tests: (environment: () => Environment) => void): void {
  inFamily(what, (found) => {
    let environment: Environment | null = null;
    let closing: (() => unknown)[] = [];
    beforeAll(async () => {
      if (found !== null) environment = await openEnvironment(found, plan, closing);
    });
    afterAll(async () => {
      for (const step of closing.reverse()) await step();
      closing = [];
    });
    tests(() => {
      if (environment === null) throw new Error("the environment is not open");
      return environment;
    });
  });
}

async function openEnvironment(found: FoundBrowser, plan: Plan, closing: (() => unknown)[]): Promise<Environment> {
  const dataDir = mkdtempSync(join(tmpdir(), "not-just-me-e2e-"));
  closing.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const rangesFile = join(dataDir, "ranges.bin");
  if (plan.ranges !== undefined) writeFileSync(rangesFile, encodeTable([readOwnList({ ranges: plan.ranges })]).bytes);
  const mirrors = await plan.mirrors?.();
  closing.push(() => mirrors?.close());
  const reportsAddress = mirrors === undefined ? "own" : `${mirrors.urls[0]}${REPORTS_PATH}`;
  const feed = await startFeed(plan, { reportsAddress, dataDir: join(dataDir, "feed"), rangesFile }, closing);
  mirrors?.serve?.(feed.url);
  const settings = { mirrors: mirrors?.urls ?? [publicMirror(feed.url), feed.url], rootKey: feed.rootKey };
  const extension = builtExtension(found.family, join(dataDir, "build"), settings);
  const world = await startWorld(plan.standIns, plan.missing);
  closing.push(() => world.close());
  return {
    family: found.family,
    feed,
    extension,
    world,
    async openBrowser({ access = "full", language = "en", profile } = {}) {
      const isReturning = profile !== undefined && existsSync(join(profile, "Default"));
      const special = profile === undefined ? {} : { profile };
      const start = async () => {
        const browser = await launchBrowser({ found, extension, headless: true, language, names: world.names, special });
        closing.push(() => browser.close());
        if (!isReturning) await browser.welcomePage();
        return browser;
      };
      // On a busy machine Firefox's driver may miss the page that opened while it attached (seen once, Firefox 153, 2026-11-28).
      const browser = await start().catch(start);
      if (access === "full" && !isReturning) await allowFullAccess(browser);
      return browser;
    },
  };
}

type FeedOptions = { reportsAddress: string; dataDir: string; rangesFile: string };

async function startFeed(plan: Plan, options: FeedOptions, closing: (() => unknown)[]): Promise<Environment["feed"]> {
  const { reportsAddress, dataDir, rangesFile } = options;
  if (plan.vantage !== undefined) {
    const atEnd = (clean: () => void) => void closing.push(clean);
    const flags = ["--data", dataDir, "--reports", reportsAddress, "--every", "1"];
    return await startVantage(await plan.vantage(atEnd), flags, "fra", {}, atEnd);
  }
  const more = { host: "127.0.0.1", port: 0, sources: plan.sources ?? [], publishEverySeconds: 1 };
  const feed = await startServer({ reportsAddress, dataDir, rangesFile, ...more });
  closing.push(() => feed.close());
  return feed;
}

/** Waits until a tab's badge shows this text. @throws with the text that it showed instead */
export async function badgeSays(browser: ExtensionBrowser, tabId: number, text: string, timeout = 20_000): Promise<Badge> {
  let badge: Badge = { text: "?!", title: "" };
  await waitUntil(async () => {
    badge = await browser.badge(tabId);
    return badge.text === text;
  }, timeout).catch(() => {
    throw new Error(`the badge should show "${text}" but shows "${badge.text}" (${badge.title})`);
  });
  return badge;
}
