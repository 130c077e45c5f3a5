// npm run fuzz -- [--runs 100000] [--format FORMAT] [--seed NUMBER]
// Reads mutated payloads of status pages, and mutated documents of our own (reports, traces, feeds, ranges, catalogue), and stops in
// each format at the first one that throws, takes too long or reads as what it is not.
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { OWN_FORMATS, type OwnFormat } from "../tests/instruments/fuzz/own-formats.ts";
import { type Edit, mutate } from "../tests/unit/status-pages/mutate.ts";
import { handMade, type PayloadFile, realOnes, WHY_SKIPPED } from "../tests/unit/status-pages/payload-files.ts";
import { edit, survives } from "../tests/unit/status-pages/survives.ts";
import { FORMATS } from "../utils/core/status-pages/formats.ts";

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

async function inTime(read: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  await read();
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > LONGEST_READ) throw new Error(`took ${Math.round(took)} ms`);
}

const edits = fc.array(edit, { minLength: 1, maxLength: 5 });

/** A payload of a status page and what is done to it. */
function statusPage(format: string, files: PayloadFile[]) {
  const own = files.filter((file) => file.format === format);
  return fc.asyncProperty(mostlySmall(own), edits, (file, list) => inTime(() => survives(file, list)));
}

/** A document of ours and what is done to it; of a trace, half the time to one line of it. */
function ourOwn({ samples, survives: holds }: OwnFormat) {
  const share = fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  return fc.asyncProperty(fc.constantFrom(...samples), edits, share, (sample, list, line) =>
    inTime(() => holds(line === null ? mutate(sample, list) : mutateLine(sample, list, line), sample)),
  );
}

function mutateLine(sample: Uint8Array, list: readonly Edit[], share: number): Uint8Array {
  const lines = Buffer.from(sample).toString("latin1").split("\n");
  const at = Math.floor(share * lines.length);
  lines[at] = Buffer.from(mutate(Buffer.from(lines[at] ?? "", "latin1"), list)).toString("latin1");
  return Buffer.from(lines.join("\n"), "latin1");
}

const options = readOptions();
const runs = Number(options.runs);
const seed = options.seed === undefined ? Date.now() % 2 ** 31 : Number(options.seed);
const known = [...FORMATS, ...OWN_FORMATS.map(({ name }) => name)];
if (!Number.isInteger(runs) || runs < 1) refuse(`--runs must be a whole number from 1, not ${options.runs}`);
if (!Number.isInteger(seed)) refuse(`--seed must be a whole number, not ${options.seed}`);
if (options.format !== undefined && !known.includes(options.format))
  refuse(`Unknown format "${options.format}". Known formats: ${known.join(" ")}`);

const files = [...handMade(), ...realOnes()];
if (realOnes().length === 0) process.stderr.write(`Only payloads made by hand: ${WHY_SKIPPED}\n`);
for (const format of options.format === undefined ? known : [options.format]) {
  slowest = 0;
  const start = performance.now();
  const own = OWN_FORMATS.find(({ name }) => name === format);
  for (const sample of own?.samples ?? []) if (!(await own?.isTaken(sample))) refuse(`${format}: a sample is not read as good`);
  const parameters = { numRuns: runs, seed };
  const result = own === undefined ? await fc.check(statusPage(format, files), parameters) : await fc.check(ourOwn(own), parameters);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result.failed) {
    const [sample, list] = result.counterexample ?? [];
    const name = sample !== undefined && "name" in sample ? sample.name : format;
    process.stderr.write(`${format}: fails with --seed ${seed}\n${name} ${JSON.stringify(list)}\n${String(result.errorInstance)}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${format}: ${runs} mutated payloads in ${seconds} s, the slowest ${slowest.toFixed(0)} ms\n`);
}
