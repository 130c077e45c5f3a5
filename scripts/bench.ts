// Measures every budget on real parts and prints one table: `npm run bench -- --help`.
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { MEASUREMENTS } from "../tests/instruments/bench/measurements.ts";
import { isKept, type Measurement, type Options, type Outcome } from "../tests/instruments/bench/outcome.ts";
import { drawTable } from "../tests/instruments/bench/table.ts";

const NAMES = MEASUREMENTS.map(({ name }) => name);
const HELP = `npm run bench [-- --only NAME[,NAME]] [--rounds N] [--json]

Measures every budget on real parts: real browsers, the production build, the server under load. Takes about half an hour.
Exit status 1 when a budget is missed, 2 when something could not be measured that should have been.

  --only NAMES  these alone: ${NAMES.join(", ")}
  --rounds N    rounds of what is repeated in browsers (30); fewer are quicker and vaguer
  --json        one JSON document instead of the table (add --silent after npm run)`;

/** Processes that were ready to run before anything was started here; more than one makes every time doubtful. */
const QUIET_LOAD = 1;

class BadArguments extends Error {}

type Flags = { chosen: readonly Measurement[]; rounds: number; json: boolean; help: boolean };

function readFlags(): Flags {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        rounds: { type: "string", default: "30" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 2 || rounds > 1000) throw new BadArguments("--rounds takes a whole number from 2 to 1000");
    return { chosen: choose(values.only), rounds, json: values.json, help: values.help };
  } catch (problem) {
    throw problem instanceof BadArguments ? problem : new BadArguments((problem as Error).message.split("\n")[0]);
  }
}

function choose(only: string | undefined): readonly Measurement[] {
  if (only === undefined) return MEASUREMENTS;
  const wanted = only.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new BadArguments(`nothing here is called ${JSON.stringify(unknown)}; there are ${NAMES.join(", ")}`);
  return MEASUREMENTS.filter(({ name }) => wanted.includes(name));
}

/** A measurement that breaks down is told and does not stop the next. */
async function measure({ name, measure }: Measurement, options: Options): Promise<{ outcomes: Outcome[]; broken: boolean }> {
  try {
    return { outcomes: await measure(options), broken: false };
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return { outcomes: [{ what: name, skipped: `broke down: ${reason}` }], broken: true };
  }
}

async function main(): Promise<void> {
  const { chosen, rounds, json, help } = readFlags();
  if (help) return console.log(HELP);
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
  process.exitCode = missed > 0 ? 1 : broken ? 2 : 0;
}

try {
  await main();
} catch (problem) {
  if (!(problem instanceof BadArguments)) throw problem;
  console.error(`bench: ${problem.message}. See npm run bench -- --help`);
  process.exitCode = 2;
}
