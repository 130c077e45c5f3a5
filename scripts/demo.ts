// Replays the outage of 7 December 2021 in a real browser: `npm run demo -- --help`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { play } from "../tests/instruments/demo/play.ts";
import { browsersFor, hasDisplay, UnknownBrowser } from "./browsers/choose-browser.ts";
import { BrowserMissing, ensureBrowser } from "./browsers/install.ts";
import { runMain } from "./support/run-main.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const HELP = `npm run demo [-- --headless] [--browser chromium|chrome|edge|firefox] [--speed N] [--pictures DIR]

Replays the outage of AWS us-east-1 of 7 December 2021 with stand-ins on loopback. Nothing leaves this machine.

  --headless      no window; also chosen where there is no display
  --browser NAME  which browser (the first that is here)
  --speed N       how many times faster than the day, 60 to 200 (120: about six minutes)
  --pictures DIR  where the popup's pictures go (.output/demo/pictures)`;

/** The popup shows times of day, and the day is told in UTC. */
process.env.TZ = "UTC";

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      headless: { type: "boolean" },
      browser: { type: "string" },
      speed: { type: "string" },
      pictures: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const speed = Number(values.speed ?? 120);
  if (!(speed >= 60 && speed <= 200)) throw new RangeError(`--speed ${values.speed}: a number from 60 to 200 is expected`);
  const say = (line: string) => console.log(line);
  const found = ensureBrowser(browsersFor(values.browser), say);
  const headless = values.headless ?? !hasDisplay();
  if (headless && values.headless !== true) say("There is no display here: the demo runs headless.");
  return (await play({ found, headless, speed, pictures: values.pictures ?? join(".output", "demo", "pictures"), say })) ? 0 : 1;
}

await runMain(main, BrowserMissing, BuildFailed, UnknownBrowser);
