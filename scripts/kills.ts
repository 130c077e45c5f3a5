// Kills the feed server and the extension's background again and again: `npm run kills -- --help`.
import { parseArgs } from "node:util";
import { killBackground } from "../tests/instruments/endurance/background-kills.ts";
import { killServer } from "../tests/instruments/endurance/server-kills.ts";
import { findBrowser } from "./browsers/find.ts";
import { runMain } from "./support/run-main.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const HELP = `npm run kills [-- --server N] [-- --background N] [--browser chromium|firefox]

Stops things like a power cut, at random moments, and counts what was lost. Exit status 1 when anything was.

  --server N      kill -9 of the feed server under load, N times (200)
  --background N  kills of the extension's background in the middle of a story, N times, in a real browser (1000; about an hour)

Without either both are done.`;

const say = (line: string) => console.log(line);

function times(text: string | undefined, flag: string, usual: number | null): number | null {
  if (text === undefined) return usual;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${flag} ${text}: a whole number from 1 is expected`);
  return number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      server: { type: "string" },
      background: { type: "string" },
      browser: { type: "string", default: "chromium" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    say(HELP);
    return 0;
  }
  const all = values.server === undefined && values.background === undefined;
  const server = times(values.server, "server", all ? 200 : null);
  const background = times(values.background, "background", all ? 1000 : null);
  const faults: string[] = [];
  if (server !== null) {
    const tally = await killServer(server, say);
    faults.push(...tally.faults);
    const lost = tally.lost.length;
    if (lost > 0) faults.push(`${lost} reports were answered 204 and lost`);
    if (tally.twice > 0) faults.push(`${tally.twice} reports were kept twice`);
    say(
      `server: killed ${tally.lives} times; ${tally.answered.length} reports answered 204, ${tally.kept} kept, ${lost} lost, ${tally.twice} twice`,
    );
  }
  if (background !== null) {
    const found = findBrowser(values.browser === "firefox" ? ["firefox"] : ["chromium", "chrome", "edge"]);
    if (found === null) throw new RangeError(`--browser ${values.browser}: there is none on this machine`);
    const tally = await killBackground(found, background, say);
    faults.push(...tally.faults);
    say(`background: killed ${tally.kills} times in ${tally.stories} stories, in ${found.name}`);
  }
  for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
  say(faults.length === 0 ? "nothing was lost" : `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

await runMain(main, BuildFailed);
