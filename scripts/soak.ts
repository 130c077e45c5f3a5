// Everything at once for a while, and what was lost: `npm run soak -- --help`.
import { parseArgs } from "node:util";
import { LONGEST_SOAK, type Sample, soak } from "../tests/instruments/endurance/soak.ts";
import { findBrowser } from "./browsers/find.ts";
import { runMain } from "./support/run-main.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const HELP = `npm run soak [-- --minutes N] [--browser chromium|firefox]

A feed server, 200 installs that poll it and report, a real browser in which somebody browses while shops fail and recover, and random
power cuts for the server and for the extension's background, for N minutes (10). Prints what was lost, and what was held over time.
Exit status 1 when anything was lost.`;

const BARS = "▁▂▃▄▅▆▇█";
const WIDTH = 60;

/** A curve in one line of text, with its first, highest and last value. */
function curve(name: string, unit: string, values: number[]): string {
  const most = Math.max(...values);
  const step = Math.max(1, values.length / WIDTH);
  const bars = Array.from({ length: Math.min(WIDTH, values.length) }, (_, index) => {
    const value = values[Math.floor(index * step)] ?? 0;
    return BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? BARS[0];
  });
  const figures = [values[0] ?? 0, most, values.at(-1) ?? 0].map((value) => value.toFixed(0)).join(" / ");
  return `${name.padEnd(16)} ${bars.join("")}  first / most / last: ${figures} ${unit}`;
}

function curves(samples: Sample[]): string[] {
  const of = (key: keyof Sample) => samples.map((sample) => sample[key]);
  return [
    curve("server", "MB", of("server")),
    curve("browser", "MB", of("browser")),
    curve("session storage", "kB", of("session")),
    curve("history", "rows", of("history")),
  ];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { minutes: { type: "string", default: "10" }, browser: { type: "string", default: "chromium" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const length = Number(values.minutes) * 60_000;
  if (!(length > 0 && length <= LONGEST_SOAK)) {
    throw new RangeError(`--minutes ${values.minutes}: a number above 0 and up to ${LONGEST_SOAK / 60_000} is expected`);
  }
  const found = findBrowser(values.browser === "firefox" ? ["firefox"] : ["chromium", "chrome", "edge"]);
  if (found === null) throw new RangeError(`--browser ${values.browser}: there is none on this machine`);
  const run = await soak(found, length, (line) => console.log(line));
  const { installs, samples } = run;
  const faults = [...run.faults, ...installs.faults];
  if (installs.lost.length > 0) faults.push(`${installs.lost.length} reports were answered 204 and lost`);
  if (installs.twice > 0) faults.push(`${installs.twice} reports were kept twice`);
  console.log(`\n${values.minutes} minutes in ${found.name}`);
  for (const line of curves(samples)) console.log(line);
  console.log(
    `reports          ${installs.sent} sent, ${installs.answered.length} answered 204, ${installs.lost.length} of them lost, ${installs.twice} twice`,
  );
  console.log(`feed             ${installs.polls} polls, ${installs.unchanged} unchanged, ${installs.silent} in the gap of a power cut`);
  console.log(`browsing         ${run.stories} shops failed and recovered; ${samples.at(-1)?.history ?? 0} rows of history`);
  console.log(`power cuts       server ${run.serverKills}, background ${run.backgroundKills}`);
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(faults.length === 0 ? "nothing was lost" : `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

await runMain(main, BuildFailed);
