// npm run fuzz -- [--runs 100000] [--format FORMAT] [--seed NUMBER]
// Reads mutated payloads in every format and stops at the first one that throws, takes too long or reads as what it is not.
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { FORMATS } from "../server/adapters/index.ts";
import type { Edit } from "../tests/unit/adapters/mutate.ts";
import { handMade, type PayloadFile, realOnes, WHY_SKIPPED } from "../tests/unit/adapters/payload-files.ts";
import { edit, survives } from "../tests/unit/adapters/survives.ts";

/** Milliseconds: a payload that takes longer than this holds up all other sources. */
const LONGEST_READ = 2000;
/** Bytes. */
const LARGE = 20_000;

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options: { runs: { type: "string", default: "10000" }, format: { type: "string" }, seed: { type: "string" } } })
      .values;
  } catch (problem) {
    return refuse(problem instanceof Error ? problem.message : "Cannot read the options");
  }
}

/** Nine in ten are of the small payloads: what goes wrong goes wrong there as well, and twenty times as fast. */
function mostlySmall(own: PayloadFile[]): fc.Arbitrary<PayloadFile> {
  const small = own.filter(({ bytes }) => bytes.length < LARGE);
  const large = own.filter(({ bytes }) => bytes.length >= LARGE);
  if (small.length === 0 || large.length === 0) return fc.constantFrom(...own);
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...small) }, { weight: 1, arbitrary: fc.constantFrom(...large) });
}

let slowest = 0;

function survivesInTime(file: PayloadFile, edits: readonly Edit[]): void {
  const start = performance.now();
  survives(file, edits);
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > LONGEST_READ) throw new Error(`took ${Math.round(took)} ms`);
}

const options = readOptions();
const runs = Number(options.runs);
const seed = options.seed === undefined ? Date.now() % 2 ** 31 : Number(options.seed);
if (!Number.isInteger(runs) || runs < 1) refuse(`--runs must be a whole number from 1, not ${options.runs}`);
if (!Number.isInteger(seed)) refuse(`--seed must be a whole number, not ${options.seed}`);
if (options.format !== undefined && !FORMATS.includes(options.format))
  refuse(`Unknown format "${options.format}". Known formats: ${FORMATS.join(" ")}`);

const files = [...handMade(), ...realOnes()];
if (realOnes().length === 0) process.stderr.write(`Only payloads made by hand: ${WHY_SKIPPED}\n`);
for (const format of options.format === undefined ? FORMATS : [options.format]) {
  slowest = 0;
  const start = performance.now();
  const own = files.filter((file) => file.format === format);
  const property = fc.property(mostlySmall(own), fc.array(edit, { minLength: 1, maxLength: 5 }), survivesInTime);
  const result = fc.check(property, { numRuns: runs, seed });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result.failed) {
    const [file, edits] = result.counterexample ?? [];
    process.stderr.write(`${format}: fails with --seed ${seed}\n${file?.name} ${JSON.stringify(edits)}\n${String(result.errorInstance)}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${format}: ${runs} mutated payloads in ${seconds} s, the slowest ${slowest.toFixed(0)} ms\n`);
}
