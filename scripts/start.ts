// Builds the extension, runs a feed server for it on this machine and opens a browser with both: `npm start -- --help`.
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type RunningServer, startServer } from "../server/server.ts";
import { SOURCES } from "../server/source-list.ts";
import { browserTitle } from "./browsers/find.ts";
import { BrowserMissing, ensureBrowser } from "./browsers/install.ts";
import { launchBrowser } from "./browsers/launch.ts";
import { BuildFailed, buildExtension } from "./build-extension.ts";
import { browsersFor, hasDisplay, UnknownBrowser } from "./command-line.ts";

const HELP = `npm start [-- --browser chromium|chrome|edge|firefox] [--port N]

Builds the extension, starts a feed server on this machine with the official status sources, and opens a browser with both.
Ctrl-C, or closing the browser, ends everything it started.

  --browser NAME  which browser (the first that is here)
  --port N        where the feed server listens (any free port)`;

const DATA = ".cache/feed";
const RANGES = "public/ranges.bin";
/** The first round of all sources; what has not answered by then is told as it stands. */
const FIRST_ROUND = 60_000;

const say = (line: string) => console.log(line);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { browser: { type: "string" }, port: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    say(HELP);
    return 0;
  }
  const names = browsersFor(values.browser);
  const port = Number(values.port ?? 0);
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new RangeError(`--port ${values.port}: a port number is expected`);
  if (!hasDisplay()) {
    say("There is no display here, so no browser window can be shown.");
    say("To see the extension at work without one: npm run demo -- --headless");
    return 0;
  }
  const found = ensureBrowser(names, say);
  const server = await startServer({ host: "127.0.0.1", port, dataDir: DATA, sources: SOURCES, publishEverySeconds: 60 });
  const stopped = ended();
  try {
    say(`Feed server: ${server.url} with ${SOURCES.length} official sources, kept in ${DATA}.`);
    if (!existsSync(RANGES)) say("There is no address table yet, so sites are placed by their names only; npm run ranges makes one.");
    say("Building the extension …");
    const extension = buildExtension({ family: found.family, purpose: "start", feed: { mirrors: [server.url], rootKey: server.rootKey } });
    const browser = await launchBrowser({ found, extension, headless: false });
    say(`${browserTitle(found.name)} is open in a fresh profile with the extension; its welcome page tells the rest.`);
    say("Ctrl-C ends everything.");
    void tellSources(server).catch(() => null);
    await Promise.race([stopped, browser.closed]);
    await browser.close();
  } finally {
    await server.close();
  }
  say("Ended.");
  return 0;
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

type Health = { sources: { id: string; checked: string | null; trouble: string | null }[] };

/** Says which official sources answered, and which could not be read: an unreadable page is not a fine one. */
async function tellSources(server: RunningServer): Promise<void> {
  const end = Date.now() + FIRST_ROUND;
  for (;;) {
    const health = (await (await fetch(`${server.url}/health`)).json()) as Health;
    const waiting = health.sources.filter(({ checked, trouble }) => checked === null && trouble === null);
    if (waiting.length > 0 && Date.now() < end) {
      await wait(1000);
      continue;
    }
    const unread = health.sources.filter(({ checked }) => checked === null).map(({ id }) => id);
    say(`Official sources: ${health.sources.length - unread.length} read, ${unread.length} not reached.`);
    if (unread.length > 0) say(`Not reached, so the extension does without them: ${unread.join(", ")}.`);
    return;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected =
    error instanceof BrowserMissing || error instanceof BuildFailed || error instanceof RangeError || error instanceof UnknownBrowser;
  const isUsage = error instanceof TypeError && "code" in error;
  console.error(isExpected || isUsage ? (error as Error).message : error);
  process.exitCode = isExpected || isUsage ? 2 : 1;
}
