import { writeFileSync } from "node:fs";
import { thresholdOf } from "../server/detect/alarm-threshold.ts";
import { CHARTS } from "../server/detect/cusum.ts";
import { attackTable } from "../tests/instruments/simulation/attacks.ts";
import { minutesBetweenAlarms } from "../tests/instruments/simulation/average-run.ts";
import { delayChart, middle } from "../tests/instruments/simulation/delay-chart.ts";
import { lyingVantages } from "../tests/instruments/simulation/lying-vantages.ts";
import { OUTAGES, type Outage } from "../tests/instruments/simulation/outage-table.ts";
import { type Play, playOutage } from "../tests/instruments/simulation/play.ts";
import { quietWeeks } from "../tests/instruments/simulation/quiet.ts";
import { MINUTE } from "../utils/core/time.ts";
import { command } from "./support/command.ts";
import { toggle } from "./support/flags.ts";

/** The detector was fitted on seeds below 200,000; these are others. */
const SEED = 20_261_123;

/** Opted-in installs and how many crowds of that size are drawn; the larger, the less chance matters. */
const CROWDS = [
  { installs: 100, runs: 15 },
  { installs: 200, runs: 15 },
  { installs: 1000, runs: 21 },
  { installs: 5000, runs: 9 },
  { installs: 20_000, runs: 3 },
  { installs: 100_000, runs: 3 },
  { installs: 1_000_000, runs: 1 },
];
const QUICK_CROWDS = [
  { installs: 200, runs: 5 },
  { installs: 1000, runs: 7 },
  { installs: 5000, runs: 3 },
];
const LEADS_SHOWN = [200, 1000, 5000, 100_000];

function simulate(quick: boolean): void {
  const crowds = quick ? QUICK_CROWDS : CROWDS;
  const delays = measureDelays(crowds);
  printLeads(delays, crowds);
  if (!quick) writePicture(delays, crowds);
  printQuietWeeks(quick ? 2 / 7 : 3);
  printAttacks(quick ? 3 : 10);
}

/** Medians of the minutes from impact to the first `possible`, by outage, one for each crowd. */
type Delays = Map<Outage, (number | null)[]>;

/** Plays every outage before every crowd and prints a line for each. */
function measureDelays(crowds: { installs: number; runs: number }[]): Delays {
  console.log("Minutes from impact to the first `possible` (median of the runs; – not noticed within three hours)\n");
  console.log(row(["outage", "official", ...crowds.map(({ installs }) => installs.toLocaleString("en"))]));
  const delays: Delays = new Map();
  const wrong = new Set<string>();
  for (const outage of OUTAGES) {
    const plays = crowds.map(({ installs, runs }) =>
      Array.from({ length: runs }, (_, run) => playOutage(outage, installs, SEED + 7919 * run + installs)),
    );
    for (const play of plays.flat()) for (const id of play.wrong) wrong.add(`${outage.id}: ${id}`);
    const medians = plays.map(medianOf);
    delays.set(outage, medians);
    const official = officialDelay(outage);
    const shown = official === null ? "–" : `${official}${outage.fromMemory ? "*" : ""}`;
    console.log(row([outage.id, shown, ...medians.map((minutes) => minutes?.toString() ?? "–")]));
  }
  console.log(
    "\n* from memory, not looked up. rogers and verizon are access networks: there nothing may be noticed, and nothing else blamed.",
  );
  console.log(`Incidents of anything that was well, in all runs: ${wrong.size === 0 ? "none" : [...wrong].join(", ")}`);
  return delays;
}

function printQuietWeeks(weeks: number): void {
  const { incidents, reports } = quietWeeks(weeks, SEED);
  console.log(
    `\nFalse alarms over 2,000 quiet services: ${incidents.length} in ${weeks.toFixed(1)} weeks, ${(incidents.length / weeks).toFixed(1)} a week`,
  );
  console.log(
    `  (${reports.toLocaleString("en")} stray reports, bursts from offices and troubled networks among them; ${incidents.join(", ") || "no incident"})`,
  );
}

function printAttacks(runsOfEach: number): void {
  console.log("\nAttacks: runs with an incident (rivals: of a rival; poisoning and suppression: runs in which the outage was missed)\n");
  for (const { name, alarms, runs, note } of attackTable(runsOfEach, SEED)) console.log(attackLine(name, alarms, runs, note));
  console.log("\nControl measurements: runs in which vantages made an outage of what is well, or unmade a true one\n");
  for (const { name, alarms, runs, note } of lyingVantages(2 * runsOfEach, SEED)) console.log(attackLine(name, alarms, runs, note));
}

function attackLine(name: string, alarms: number, runs: number, note: string): string {
  return `  ${name.padEnd(58)} ${`${alarms} of ${runs}`.padStart(9)}  ${note}`;
}

function printLeads(delays: Delays, crowds: { installs: number }[]): void {
  console.log("\nLead over the first official post, minutes, over the outages that are no access network's and have both times");
  for (const [index, { installs }] of crowds.entries()) {
    if (!LEADS_SHOWN.includes(installs)) continue;
    const measured = [...delays].filter(([outage]) => outage.kind !== "access-network" && outage.acknowledged !== null);
    const leads = measured.map(([outage, minutes]) => (officialDelay(outage) ?? 0) - (minutes[index] ?? Number.POSITIVE_INFINITY));
    const sure = measured
      .filter(([outage]) => !outage.fromMemory)
      .map(([outage, minutes]) => (officialDelay(outage) ?? 0) - (minutes[index] ?? Number.POSITIVE_INFINITY));
    console.log(
      `  ${installs.toLocaleString("en").padStart(9)} installs: ahead in ${summary(leads)}; without the times from memory ${summary(sure)}`,
    );
  }
}

function summary(leads: number[]): string {
  const median = middle(leads);
  return `${leads.filter((lead) => lead > 0).length} of ${leads.length}, median ${Number.isFinite(median) ? median : "none"}`;
}

function writePicture(delays: Delays, crowds: { installs: number }[]): void {
  const lines = [...delays].filter(([outage]) => outage.kind !== "access-network").map(([, minutes]) => ({ minutes }));
  const official = middle(OUTAGES.filter(({ kind }) => kind !== "access-network").flatMap((outage) => officialDelay(outage) ?? []));
  writeFileSync(
    new URL("../server/delay-by-crowd-size.svg", import.meta.url),
    delayChart(
      crowds.map(({ installs }) => installs),
      lines,
      official,
    ),
  );
  console.log("\nPicture written: server/delay-by-crowd-size.svg");
}

function officialDelay({ start, acknowledged }: Outage): number | null {
  return acknowledged === null ? null : (Date.parse(acknowledged) - Date.parse(start)) / MINUTE;
}

function medianOf(plays: Play[]): number | null {
  const sorted = plays.map(({ possible }) => possible ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b);
  const found = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(found) ? found : null;
}

function row(cells: string[]): string {
  return `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(30) : cell.padStart(10))).join("")}`;
}

function printThresholds(): void {
  console.log("chart   usual a minute   threshold   minutes between false alarms of one service");
  for (const chart of CHARTS) {
    for (const usual of [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 1]) {
      const threshold = thresholdOf(chart, usual);
      if (!Number.isFinite(threshold)) continue;
      const minutes = minutesBetweenAlarms(chart, usual, threshold);
      console.log(`${chart.padEnd(7)} ${usual.toString().padStart(14)} ${threshold.toFixed(2).padStart(11)}   ${minutes.toExponential(1)}`);
    }
  }
}

export default await command(import.meta, {
  name: "simulate",
  group: "instrument",
  summary: "plays the outages of the last years, quiet weeks and attacks against the crowd detector",
  takes: "20 minutes, with --quick a minute and a half",
  details: "Writes the chart server/delay-by-crowd-size.svg, except with --quick.",
  flags: {
    quick: toggle("fewer runs, crowds of at most 5,000, two quiet days"),
    thresholds: toggle("only: average minutes between false alarms at each threshold of the detector"),
  },
  run: ({ flags: { quick, thresholds } }) => (thresholds ? printThresholds() : simulate(quick)),
});
