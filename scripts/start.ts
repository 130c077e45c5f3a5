// Builds the extension, starts a feed server on this machine and opens a browser with both: `npm start -- --help`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type RunningServer, startServer } from "../server/server.ts";
import { SOURCES } from "../utils/core/status-pages/all-sources.ts";
import { buildExtension } from "./browsers/build-extension.ts";
import { browsersFor, hasDisplay } from "./browsers/choose-browser.ts";
import type { ExtensionBrowser } from "./browsers/extension-browser.ts";
import { BROWSER_NAMES, type BrowserName, browserTitle, type FoundBrowser } from "./browsers/find.ts";
import { ensureBrowser } from "./browsers/install.ts";
import { launchBrowser } from "./browsers/launch.ts";
import { command } from "./support/command.ts";
import { onEnding } from "./support/ending.ts";
import { oneOf } from "./support/flags.ts";

/** Keys and database stay from one start to the next; the browser's profile does not. */
const DATA = join(".cache", "start", "feed");
/** By then every source has been asked once. */
const FIRST_ROUND = 20_000;

const say = (line: string) => console.log(line);

async function start(wanted: BrowserName | undefined): Promise<void> {
  const names = browsersFor(wanted);
  if (!hasDisplay()) {
    say("There is no display here, so no browser can be shown.");
    say("The outage of 7 December 2021, replayed in a real browser without one:  npm run demo -- --headless");
    return;
  }
  const found = ensureBrowser(names, say);
  const closing: (() => unknown)[] = [];
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    say("Ending: browser, feed server.");
    for (const step of closing.splice(0).reverse()) await step();
    process.exit();
  };
  onEnding(() => void end());
  try {
    const feed = await startFeed();
    closing.push(() => feed.close());
    const browser = await openBrowser(found, feed);
    closing.push(() => browser.close());
    void browser.closed.then(end);
    say("Ctrl-C, or closing the browser, ends everything.");
    await wait(FIRST_ROUND);
    await printSources(feed);
  } catch (problem) {
    for (const step of closing.splice(0).reverse()) await step();
    throw problem;
  }
}

async function startFeed(): Promise<RunningServer> {
  const options = { host: "127.0.0.1", port: 0, dataDir: DATA, sources: SOURCES, publishEverySeconds: 60, reportsAddress: "own" };
  const feed = await startServer(options).catch((problem: Error) => {
    throw new Error(`The feed server cannot start: ${problem.message} (is another npm start running?)`);
  });
  say(`Feed server: ${feed.url} (its database and keys are kept in ${DATA})`);
  if (!existsSync(join("public", "ranges.bin"))) say("Clouds are recognised by host names only; after `npm run ranges` also by addresses.");
  return feed;
}

async function openBrowser(found: FoundBrowser, feed: RunningServer): Promise<ExtensionBrowser> {
  const extension = buildExtension({ family: found.family, purpose: "start", feed: { mirrors: [feed.url], rootKey: feed.rootKey } });
  say(`Extension: the production build in ${extension}, pointed at that feed`);
  const browser = await launchBrowser({ found, extension, headless: false });
  say(`Browser: ${browserTitle(found.name)} (${browser.version}) in a fresh profile. Its welcome page asks for full access.`);
  return browser;
}

type Health = { sources: { id: string; checked: string | null; trouble: string | null }[] };

/** Prints which official sources cannot be read; the rest works without them. */
async function printSources(feed: RunningServer): Promise<void> {
  const { sources } = (await (await fetch(`${feed.url}/health`)).json()) as Health;
  const unread = sources.filter(({ checked, trouble }) => trouble !== null || checked === null).map(({ id }) => id);
  if (unread.length === 0) return say(`Official sources: all ${sources.length} were read.`);
  const read = unread.length === sources.length ? "none" : sources.length - unread.length;
  say(`Official sources: ${read} of ${sources.length} could be read. Not read: ${unread.join(", ")}.`);
  say(read === "none" ? "Verdicts come from the browser alone until they can be." : "The rest works without them.");
}

export default await command(import.meta, {
  name: "start",
  group: "product",
  summary: "builds the extension, starts a feed server on this machine and opens a browser with both",
  takes: "20 seconds",
  details: `The feed server reads the real official sources; the browser has a fresh profile. Ctrl-C, or closing the browser, ends all of it.`,
  flags: { browser: oneOf(BROWSER_NAMES, "which browser (the first that is installed)") },
  run: ({ flags: { browser } }) => start(browser),
});
