/** Tells thousands of stories, replays them through the core and prints how often it was right: `npm run accuracy`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawSketch } from "../tests/instruments/holdout/holdout-scenario.ts";
import { SKETCHES } from "../tests/instruments/holdout/index.ts";
import { type Judged, judgeStory } from "../tests/instruments/scenarios/judge.ts";
import { STORIES } from "../tests/instruments/scenarios/plots/library.ts";
import type { Split } from "../tests/instruments/scenarios/setting.ts";
import type { Plotline } from "../tests/instruments/scenarios/story.ts";
import { scopes, Tally } from "../tests/instruments/scenarios/tally.ts";
import { isCoincidence, type ToldStory, tellStory } from "../tests/instruments/scenarios/tell.ts";
import type { Mode } from "../tests/instruments/scenarios/trace-event.ts";

const USAGE =
  "usage: npm run accuracy [-- --traces N --seed S --hand stories|sketches --mode full|basic --story NAME --split fit|report --show-wrong K]";
const WRONG_FOLDER = ".cache/wrong-traces";

type Teller = Plotline & { told: (seed: string, split: Split, mode: Mode) => ToldStory };
type Plan = { traces: number; seed: string; modes: Mode[]; hands: { name: string; tellers: Teller[] }[]; split: Split; showWrong: number };

/** The same days told by two hands, which share neither plots nor manners: what only one of them does must not be leaned on. */
const HANDS: readonly { name: string; tellers: Teller[] }[] = [
  {
    name: "stories",
    tellers: STORIES.map((story) => ({ ...story, told: (seed, split, mode) => tellStory(story, seed, split, mode) })),
  },
  { name: "sketches", tellers: SKETCHES.map((sketch) => ({ ...sketch, told: (seed, _split, mode) => drawSketch(sketch, seed, mode) })) },
];

function refuse(problem: string): never {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

function count(text: string, name: string): number {
  if (!/^\d+$/.test(text)) refuse(`--${name} ${text}: not a whole number`);
  return Number(text);
}

function readPlan(): Plan {
  const text = { type: "string" } as const;
  const options = { traces: text, seed: text, hand: text, mode: text, story: text, split: text, "show-wrong": text };
  let values: Partial<Record<keyof typeof options, string>>;
  try {
    ({ values } = parseArgs({ options }));
  } catch (cause) {
    refuse(cause instanceof Error ? cause.message : String(cause));
  }
  const { mode, story, split = "report" } = values;
  if (mode !== undefined && mode !== "full" && mode !== "basic") refuse(`--mode ${mode}: full or basic`);
  if (split !== "fit" && split !== "report") refuse(`--split ${split}: fit or report`);
  const { hand } = values;
  if (hand !== undefined && !HANDS.some(({ name }) => name === hand)) refuse(`--hand ${hand}: stories or sketches`);
  const hands = HANDS.filter(({ name }) => hand === undefined || name === hand)
    .map(({ name, tellers }) => ({ name, tellers: tellers.filter((teller) => story === undefined || teller.name === story) }))
    .filter(({ tellers }) => tellers.length > 0);
  const names = HANDS.flatMap(({ tellers }) => tellers.map(({ name }) => name));
  if (hands.length === 0) refuse(`--story ${story}: there is none of that name; there are ${names.join(" ")}`);
  return {
    traces: count(values.traces ?? "4000", "traces"),
    seed: values.seed ?? "1",
    modes: mode === undefined ? ["full", "basic"] : [mode],
    hands,
    split,
    showWrong: count(values["show-wrong"] ?? "0", "show-wrong"),
  };
}

const percent = (part: number, whole: number, digits = 2): string => `${((100 * part) / Math.max(1, whole)).toFixed(digits)} %`;
const cell = (value: string | number, width = 9): string => String(value).padStart(width);

function printReport(title: string, tally: Tally): void {
  const { final } = tally;
  const answers = final.right + final.weak + final.unclear + final.wrong;
  console.log(`\n== ${title}: ${tally.traces} traces, ${answers} last answers`);
  console.log(`${cell("truth", 10)} |${scopes.map((scope) => cell(scope)).join("")}`);
  for (const truth of scopes) {
    const row = tally.confusion.get(truth);
    if (row !== undefined) console.log(`${cell(truth, 10)} |${scopes.map((scope) => cell(row.get(scope) ?? 0)).join("")}`);
  }
  const parts = [
    `right ${percent(final.right, answers)}`,
    `unclear ${percent(final.unclear, answers)}`,
    `tolerated ${percent(final.weak, answers)}`,
    `wrong ${percent(final.wrong, answers)}`,
  ];
  console.log(`scope, cause and subject: ${parts.join(", ")}`);
  console.log(
    `a provider blamed without a provider fault, at any moment: ${tally.wrongProvider.length} of ${tally.tracesWithoutProviderFault} traces ${tally.wrongProvider.slice(0, 5).join(" ")}`.trimEnd(),
  );
  const { of, total } = tally.remoteForLocal;
  console.log(`somebody remote blamed for a local fault: ${of} of ${total} (${percent(of, total)})`);
  console.log(`calibration error ${tally.calibrationError.toFixed(4)}`);
  for (const [index, bin] of tally.bins.entries()) {
    if (bin.answers === 0) continue;
    const stated = (bin.confidence / bin.answers).toFixed(3);
    console.log(
      `  stated ${(index / 10).toFixed(1)}–${((index + 1) / 10).toFixed(1)}: ${cell(bin.answers)} answers, mean ${stated}, right ${percent(bin.right, bin.answers)}`,
    );
  }
}

function printStories(tally: Tally): void {
  console.log("\nby story (last answers):");
  for (const [name, { right, weak, unclear, wrong }] of [...tally.stories].toSorted()) {
    const all = right + weak + unclear + wrong;
    const rest = [weak > 0 ? `tolerated ${weak}` : "", unclear > 0 ? `unclear ${unclear}` : "", wrong > 0 ? `WRONG ${wrong}` : ""].filter(
      (part) => part !== "",
    );
    console.log(`  ${name.padEnd(22)} ${cell(percent(right, all, 1))} of ${cell(all, 6)}  ${rest.join(", ")}`);
  }
  console.log("\nhow soon the right one was named (failing sites, failing requests: median / 90 % / worst):");
  for (const [name, { sites, failures, never }] of [...tally.soon].toSorted()) {
    const inTime = sites.filter((count) => count <= 3).length;
    const within = percent(inTime, sites.length + never, 1);
    console.log(
      `  ${name.padEnd(22)} sites ${quantiles(sites)}, requests ${quantiles(failures)}; by the third site ${within}, not before the last question ${never}`,
    );
  }
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? "–";
  return `${at(0.5)} / ${at(0.9)} / ${at(1)}`;
}

/** Keeps a trace that was answered wrong, with what was asked and answered beside it. */
function keepWrong(told: ToldStory, judged: readonly Judged[]): void {
  const trace = told.events.map((event) => JSON.stringify(event)).join("\n");
  writeFileSync(join(WRONG_FOLDER, `${told.name}.jsonl`), `${trace}\n`);
  writeFileSync(join(WRONG_FOLDER, `${told.name}.answers.json`), `${JSON.stringify(judged, null, 1)}\n`);
}

const isWrong = ({ mark, expectation }: Judged): boolean => mark === "wrong" || (mark === "unclear" && expectation.stage === "final");

function tellAll(plan: Plan, hand: Plan["hands"][number], mode: Mode, budget: { shown: number }): void {
  const tally = new Tally();
  const coincidences = new Tally();
  for (let index = 0; index < plan.traces; index++) {
    const teller = hand.tellers[index % hand.tellers.length];
    if (teller === undefined) break;
    const told = teller.told(`${plan.seed}.${index}`, plan.split, mode);
    const judged = judgeStory(told);
    (isCoincidence(teller, mode) ? coincidences : tally).add(told, judged);
    const bad = judged.filter(isWrong);
    if (bad.length === 0 || budget.shown >= plan.showWrong) continue;
    budget.shown++;
    keepWrong(told, judged);
    for (const { t, ask, expectation, given } of bad) {
      const wanted = expectation.accept
        .map(({ scope, cause, subject, weak }) => `${scope}/${cause ?? "*"}/${subject ?? "*"}${weak ? "?" : ""}`)
        .slice(0, 6);
      console.log(
        `${told.name} t=${t} ${JSON.stringify(ask)} ${expectation.stage}: ${given.scope}/${given.cause}/${given.subject} ${given.confidence.toFixed(2)}, wanted ${wanted.join(" | ")}`,
      );
    }
  }
  if (tally.traces > 0) {
    printReport(`${hand.name}, ${mode} access, ${plan.split} parameters`, tally);
    printStories(tally);
  }
  if (coincidences.traces > 0) {
    printReport(`${hand.name}, ${mode} access, coincidences (nobody inside one browser could tell)`, coincidences);
    printStories(coincidences);
  }
}

function main(): void {
  const plan = readPlan();
  if (plan.showWrong > 0) {
    rmSync(WRONG_FOLDER, { recursive: true, force: true });
    mkdirSync(WRONG_FOLDER, { recursive: true });
  }
  const budget = { shown: 0 };
  for (const hand of plan.hands) for (const mode of plan.modes) tellAll(plan, hand, mode, budget);
  if (plan.showWrong > 0) console.log(`\nwrong and unclear traces: ${WRONG_FOLDER}`);
}

main();
