import { availableParallelism, cpus, loadavg } from "node:os";
import { MEASUREMENTS } from "../tests/instruments/bench/measurements.ts";
import { isKept, type Measurement, type Options, type Outcome } from "../tests/instruments/bench/outcome.ts";
import { drawTable } from "../tests/instruments/bench/table.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { command } from "./support/command.ts";
import { someOf, toggle, wholeNumber } from "./support/flags.ts";

const NAMES = MEASUREMENTS.map(({ name }) => name);

/** Processes that were ready to run before anything was started here; more than one makes every time doubtful. */
const QUIET_LOAD = 1;

/** A measurement that breaks down is reported and does not stop the next. */
async function measure({ name, measure }: Measurement, options: Options): Promise<{ outcomes: Outcome[]; broken: boolean }> {
  try {
    return { outcomes: await measure(options), broken: false };
  } catch (problem) {
    const reason = messageOf(problem);
    return { outcomes: [{ what: name, skipped: `broke down: ${reason}` }], broken: true };
  }
}

async function bench(chosen: readonly Measurement[], rounds: number, json: boolean): Promise<number> {
  const say = (line: string) => console.error(line);
  const load = loadavg()[0] ?? 0;
  if (load > QUIET_LOAD) say(`This machine is busy with other work (load ${load.toFixed(1)}): times will be longer than they are.`);
  const outcomes: Outcome[] = [];
  let broken = false;
  for (const measurement of chosen) {
    say(`measuring ${measurement.name}`);
    const result = await measure(measurement, { rounds, say });
    outcomes.push(...result.outcomes);
    broken ||= result.broken;
  }
  const missed = outcomes.filter((outcome) => isKept(outcome) === false).length;
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}, load ${load.toFixed(1)} before`;
  if (json)
    console.log(JSON.stringify({ machine, missed, outcomes: outcomes.map((outcome) => ({ ...outcome, kept: isKept(outcome) })) }, null, 2));
  else {
    console.log(`\n${drawTable(outcomes)}\n`);
    console.log(`${outcomes.filter((outcome) => isKept(outcome) === true).length} budgets kept, ${missed} missed. ${machine}.`);
  }
  return missed > 0 ? 1 : broken ? 2 : 0;
}

export default await command(import.meta, {
  name: "bench",
  group: "instrument",
  summary: "measures every performance budget: real browsers, the production build, the server under load",
  takes: "half an hour",
  details: `Exit status 1 when a budget is missed, 2 when something could not be measured that should have been.
Measurements: ${NAMES.join(" ")}`,
  flags: {
    only: someOf(NAMES, "NAME", "these measurements alone"),
    rounds: wholeNumber({
      least: 2,
      most: 1000,
      fallback: 30,
      help: "rounds of what is repeated in browsers; fewer are quicker and less exact",
    }),
    json: toggle("one JSON document instead of the table (add --silent after npm run)"),
  },
  run: ({ flags: { only, rounds, json } }) =>
    bench(
      MEASUREMENTS.filter(({ name }) => only === undefined || only.includes(name)),
      rounds,
      json,
    ),
});
