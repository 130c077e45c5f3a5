import { killBackground } from "../../tests/instruments/endurance/background-kills.ts";
import { killServer } from "../../tests/instruments/endurance/server-kills.ts";
import type { FoundBrowser } from "../browsers/find.ts";

type Say = (line: string) => void;

/** Kills the feed server under load again and again (`kill -9`), and returns what went wrong. */
export async function killServerTimes(times: number, say: Say): Promise<string[]> {
  const { lives, answered, kept, lost, twice, faults } = await killServer(times, say);
  say(`server: killed ${lives} times; ${answered.length} reports answered 204, ${kept} kept, ${lost.length} lost, ${twice} twice`);
  return [...faults, ...reportFaults({ lost, twice })];
}

/** Kills the extension's background in the middle of outages, in a real browser, and returns what went wrong. */
export async function killBackgroundTimes(found: FoundBrowser, times: number, say: Say): Promise<string[]> {
  const { kills, outages, faults } = await killBackground(found, times, say);
  say(`background: killed ${kills} times in ${outages} outages, in ${found.name}`);
  return faults;
}

/** What must not happen to a report that the server has answered with 204. */
export function reportFaults({ lost, twice }: { lost: readonly unknown[]; twice: number }): string[] {
  return [
    ...(lost.length > 0 ? [`${lost.length} reports were answered 204 and lost`] : []),
    ...(twice > 0 ? [`${twice} reports were kept twice`] : []),
  ];
}
