import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FIELD_SCENARIOS } from "../tests/instruments/holdout/field/index.ts";
import { generateHoldoutTrace, type HoldoutScenario } from "../tests/instruments/holdout/holdout-scenario.ts";
import { HOLDOUT_SCENARIOS } from "../tests/instruments/holdout/index.ts";
import { type GeneratedTrace, generateTrace, isCoincidence } from "../tests/instruments/scenarios/generate-trace.ts";
import { type Judged, judgeTrace } from "../tests/instruments/scenarios/judge-trace.ts";
import { SCENARIOS } from "../tests/instruments/scenarios/library/index.ts";
import type { ScenarioLabel } from "../tests/instruments/scenarios/scenario.ts";
import type { Split } from "../tests/instruments/scenarios/setting.ts";
import { Tally } from "../tests/instruments/scenarios/tally.ts";
import type { Mode } from "../tests/instruments/scenarios/trace-event.ts";
import { measurePages } from "./accuracy/measure-pages.ts";
import { printKinds, printReport, printScenarios } from "./accuracy/print-tally.ts";
import { command } from "./support/command.ts";
import { oneOf, text, UsageError, wholeNumber } from "./support/flags.ts";

const WRONG_FOLDER = ".cache/wrong-traces";

type Source = ScenarioLabel & { generate: (seed: string, split: Split, mode: Mode) => GeneratedTrace };
const GENERATOR_NAMES = ["scenarios", "holdout", "reports"] as const;
type Generator = { name: (typeof GENERATOR_NAMES)[number]; sources: Source[] };
type Plan = { traces: number; seed: string; modes: readonly Mode[]; generators: readonly Generator[]; split: Split; showWrong: number };

const heldBack = (scenarios: readonly HoldoutScenario[]): Source[] =>
  scenarios.map((scenario) => ({ ...scenario, generate: (seed, _split, mode) => generateHoldoutTrace(scenario, seed, mode) }));

/**
 * Two hands that share neither scenarios nor style. The diagnosis is fitted on the first and only measured on the second, which shows
 * what it owes to the manner of one author. The second has two sets: sketches, and stories that follow reports of real people.
 */
const GENERATORS: readonly Generator[] = [
  {
    name: "scenarios",
    sources: SCENARIOS.map((scenario) => ({ ...scenario, generate: (seed, split, mode) => generateTrace(scenario, seed, split, mode) })),
  },
  { name: "holdout", sources: heldBack(HOLDOUT_SCENARIOS) },
  { name: "reports", sources: heldBack(FIELD_SCENARIOS) },
];

/** The generators with the scenarios that were asked for. @throws UsageError where none is left */
function chooseGenerators(generator: string | undefined, only: string | undefined): Generator[] {
  const chosen = GENERATORS.filter(({ name }) => generator === undefined || name === generator);
  const left = chosen
    .map(({ name, sources }) => ({
      name,
      sources: sources.filter(({ name, kind }) => only === undefined || only === name || only === kind),
    }))
    .filter(({ sources }) => sources.length > 0);
  if (left.length > 0) return left;
  const sources = chosen.flatMap((one) => one.sources);
  const names = new Set([...sources.flatMap(({ kind }) => kind ?? []), ...sources.map(({ name }) => name)]);
  throw new UsageError(`--only ${only}: one of these is expected: ${[...names].join(" ")}`);
}

/** Keeps a trace that was answered wrong, with what was asked and answered beside it. */
function keepWrong(trace: GeneratedTrace, judged: readonly Judged[]): void {
  const lines = trace.events.map((event) => JSON.stringify(event)).join("\n");
  writeFileSync(join(WRONG_FOLDER, `${trace.name}.jsonl`), `${lines}\n`);
  writeFileSync(join(WRONG_FOLDER, `${trace.name}.answers.json`), `${JSON.stringify(judged, null, 1)}\n`);
}

const isWrong = ({ mark, expectation }: Judged): boolean => mark === "wrong" || (mark === "unclear" && expectation.stage === "final");

function printWrong(trace: GeneratedTrace, { t, ask, expectation, given }: Judged): void {
  const wanted = expectation.accept
    .map(({ scope, cause, subject, weak }) => `${scope}/${cause ?? "*"}/${subject ?? "*"}${weak ? "?" : ""}`)
    .slice(0, 6);
  console.log(
    `${trace.name} t=${t} ${JSON.stringify(ask)} ${expectation.stage}: ${given.scope}/${given.cause}/${given.subject} ${given.confidence.toFixed(2)}, wanted ${wanted.join(" | ")}`,
  );
}

/** Measures one generator in one mode; `budget` is what is left of the wrong traces to show. Coincidences are counted apart. */
function measure(plan: Plan, generator: Generator, mode: Mode, budget: { shown: number }): Tally {
  const tally = new Tally();
  const coincidences = new Tally();
  for (let index = 0; index < plan.traces; index++) {
    const source = generator.sources[index % generator.sources.length];
    if (source === undefined) break;
    const trace = source.generate(`${plan.seed}.${index}`, plan.split, mode);
    const judged = judgeTrace(trace);
    (isCoincidence(source, mode) ? coincidences : tally).add(trace, judged);
    const wrong = judged.filter(isWrong);
    if (wrong.length === 0 || budget.shown >= plan.showWrong) continue;
    budget.shown++;
    keepWrong(trace, judged);
    for (const answer of wrong) printWrong(trace, answer);
  }
  if (tally.traces > 0) {
    printReport(`${generator.name}, ${mode} access, ${plan.split} parameters`, tally);
    printKinds(tally);
    printScenarios(tally);
  }
  if (coincidences.traces > 0) {
    printReport(`${generator.name}, ${mode} access, coincidences (nobody inside one browser could tell)`, coincidences);
    printScenarios(coincidences);
  }
  return tally;
}

function measureAll(plan: Plan): void {
  if (plan.showWrong > 0) {
    rmSync(WRONG_FOLDER, { recursive: true, force: true });
    mkdirSync(WRONG_FOLDER, { recursive: true });
  }
  const budget = { shown: 0 };
  const tallies = plan.generators.flatMap((generator) => plan.modes.map((mode) => measure(plan, generator, mode, budget)));
  const blamed = tallies.reduce((sum, { wrongProvider }) => sum + wrongProvider.length, 0);
  const all = tallies.reduce((sum, { tracesWithoutProviderFault }) => sum + tracesWithoutProviderFault, 0);
  console.log(`\nin all: a provider blamed without a provider fault in ${blamed} of ${all} traces`);
  if (plan.showWrong > 0) console.log(`\nwrong and unclear traces: ${WRONG_FOLDER}`);
}

export default await command(import.meta, {
  name: "accuracy",
  group: "instrument",
  summary:
    "generates thousands of labelled traces and prints how often the diagnosis is right; or counts false verdicts in real-shaped traffic (--pages)",
  takes: "two minutes and a half",
  details: `The first generator's scenarios are those that the model was fitted on, with other seeds and parameters; the second's (holdout, and reports of real people) are only measured.
With --pages, sessions shaped like real page loads are looked at at every moment: how many false verdicts in a thousand page loads, and how long they last.
A trace that --show-wrong keeps is explained by: npm run diagnose -- --explain FILE`,
  flags: {
    traces: wholeNumber({ fallback: 4000, help: "traces of each generator in each mode" }),
    seed: text("TEXT", "another seed gives other traces", "1"),
    generator: oneOf(GENERATOR_NAMES, "this generator alone"),
    mode: oneOf(["full", "basic"], "this access to sites alone"),
    only: text("KIND", "this kind of fault alone, such as route, or this scenario alone"),
    split: oneOf(["fit", "report"], "parameters of the first generator: those of the fit, or others", "report"),
    pages: wholeNumber({ fallback: 0, help: "instead: N page loads, in each browser, of sessions shaped like real ones" }),
    "show-wrong": wholeNumber({
      fallback: 0,
      help: `prints the wrong answers of the first N traces that have some, and keeps these in ${WRONG_FOLDER}`,
    }),
  },
  run: ({ flags }) => {
    if (flags.pages > 0) return measurePages(flags.pages, flags.seed, flags["show-wrong"]);
    measureAll({
      traces: flags.traces,
      seed: flags.seed,
      modes: flags.mode === undefined ? ["full", "basic"] : [flags.mode],
      generators: chooseGenerators(flags.generator, flags.only),
      split: flags.split,
      showWrong: flags["show-wrong"],
    });
  },
});
