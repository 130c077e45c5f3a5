import { LONGEST_SOAK, soak } from "../tests/instruments/endurance/soak.ts";
import { type FoundBrowser, findBrowser } from "./browsers/find.ts";
import { curves } from "./soak/curves.ts";
import { killBackgroundTimes, killServerTimes, reportFaults } from "./soak/kills.ts";
import { comparePaces } from "./soak/pace.ts";
import { command } from "./support/command.ts";
import { decimal, oneOf, wholeNumber } from "./support/flags.ts";

const say = (line: string) => console.log(line);

/** Soaks and prints what was lost and what was held over time; returns what went wrong. */
async function soakFor(minutes: number, found: FoundBrowser): Promise<string[]> {
  const run = await soak(found, minutes * 60_000, say);
  const { installs, samples } = run;
  say(`\n${minutes} minutes in ${found.name}`);
  for (const line of curves(samples)) say(line);
  say(
    `reports          ${installs.sent} sent, ${installs.answered.length} answered 204, ${installs.lost.length} of them lost, ${installs.twice} twice`,
  );
  say(`feed             ${installs.polls} polls, ${installs.silent} in the gap of a power cut`);
  say(`browsing         ${run.outages} shops failed and recovered; ${samples.at(-1)?.history ?? 0} rows of history`);
  say(`power cuts       server ${run.serverKills}, background ${run.backgroundKills}`);
  return [...run.faults, ...installs.faults, ...reportFaults(installs)];
}

function findFamily(family: "chromium" | "firefox"): FoundBrowser {
  const found = findBrowser(family === "firefox" ? ["firefox"] : ["chromium", "chrome", "edge"]);
  if (found === null) throw new Error(`--browser ${family}: there is none on this machine`);
  return found;
}

export default await command(import.meta, {
  name: "soak",
  group: "instrument",
  summary: "runs a feed server, 200 installs and a browser through random power cuts, and counts what was lost",
  takes: "10 minutes; 1,000 kills of the background an hour",
  details: `Somebody browses in a real browser while shops fail and recover; power is cut at random for the server and for the extension's background.
With --kill-server or --kill-background only these kills happen, at random moments. With --pace two browsers browse instead, one of
them with failing sites, and their requests to the feed must come at one pace. Exit status 1 when anything was lost.`,
  flags: {
    minutes: decimal({ least: 0.1, most: LONGEST_SOAK / 60_000, fallback: 10, help: "how long" }),
    browser: oneOf(["chromium", "firefox"], "in which browser", "chromium"),
    pace: wholeNumber({ least: 1, fallback: undefined, help: "compare when the feed is asked, with failures and without, for N minutes" }),
    "kill-server": wholeNumber({ least: 1, fallback: undefined, help: "kill -9 of the feed server under load, N times" }),
    "kill-background": wholeNumber({
      least: 1,
      fallback: undefined,
      help: "kills of the extension's background in the middle of outages, N times",
    }),
  },
  async run({ flags: { minutes, browser, pace, "kill-server": serverKills, "kill-background": backgroundKills } }) {
    const faults: string[] = [];
    if (serverKills !== undefined) faults.push(...(await killServerTimes(serverKills, say)));
    if (backgroundKills !== undefined) faults.push(...(await killBackgroundTimes(findFamily(browser), backgroundKills, say)));
    if (pace !== undefined) faults.push(...(await comparePaces(findFamily(browser), pace, say)));
    if (pace === undefined && serverKills === undefined && backgroundKills === undefined)
      faults.push(...(await soakFor(minutes, findFamily(browser))));
    for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
    say(faults.length === 0 ? "nothing was lost" : `${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  },
});
