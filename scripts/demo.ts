import { join } from "node:path";
import { play } from "../tests/instruments/demo/play.ts";
import { browsersFor, hasDisplay } from "./browsers/choose-browser.ts";
import { BROWSER_NAMES } from "./browsers/find.ts";
import { ensureBrowser } from "./browsers/install.ts";
import { command } from "./support/command.ts";
import { decimal, oneOf, text, toggle } from "./support/flags.ts";

export default await command(import.meta, {
  name: "demo",
  group: "product",
  summary: "replays the outage of AWS us-east-1 of 7 December 2021 in a real browser",
  takes: "six minutes",
  details:
    "All sites, the feed and the crowd are stand-ins on loopback. Nothing leaves this machine. Exit status 1 when the demo did not show what it promises.",
  flags: {
    headless: toggle("no window; also chosen where there is no display"),
    browser: oneOf(BROWSER_NAMES, "which browser (the first that is installed)"),
    speed: decimal({ least: 60, most: 200, fallback: 120, help: "how many times faster than the day" }),
    pictures: text("FOLDER", "where the pictures of the popup go", join(".output", "demo", "pictures")),
  },
  async run({ flags: { browser, speed, pictures, headless: wanted } }) {
    // The popup shows times of day, and the demo's script is written in UTC.
    process.env.TZ = "UTC";
    const say = (line: string) => console.log(line);
    const found = ensureBrowser(browsersFor(browser), say);
    const headless = wanted || !hasDisplay();
    if (headless && !wanted) say("There is no display here: the demo runs headless.");
    return (await play({ found, headless, speed, pictures, say })) ? 0 : 1;
  },
});
