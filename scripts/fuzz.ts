import * as fc from "fast-check";
import { OWN_FORMATS, type OwnFormat } from "../tests/instruments/fuzz/own-formats.ts";
import { type Edit, mutate } from "../tests/unit/status-pages/mutate.ts";
import { handMade, type PayloadFile, realOnes, WHY_SKIPPED } from "../tests/unit/status-pages/payload-files.ts";
import { edit, survives } from "../tests/unit/status-pages/survives.ts";
import { FORMATS } from "../utils/core/status-pages/format-names.ts";
import { command } from "./support/command.ts";
import { oneOf, wholeNumber } from "./support/flags.ts";

/** Milliseconds: a payload that takes longer than this holds up all other sources. */
const LONGEST_READ = 2000;
/** Bytes. */
const LARGE = 20_000;

const KNOWN = [...FORMATS, ...OWN_FORMATS.map(({ name }) => name)];

/** Nine in ten are small payloads: they find the same mistakes and are read twenty times as fast. */
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

/** A payload of a status page and the edits made to it. */
function statusPage(format: string, files: PayloadFile[]) {
  const own = files.filter((file) => file.format === format);
  return fc.asyncProperty(mostlySmall(own), edits, (file, list) => inTime(() => survives(file, list)));
}

/** A document of our own formats and the edits made to it; half of the time to one line of it alone. */
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

async function fuzz(formats: readonly string[], runs: number, seed: number): Promise<number> {
  const files = [...handMade(), ...realOnes()];
  if (realOnes().length === 0) process.stderr.write(`Only payloads made by hand: ${WHY_SKIPPED}\n`);
  let failed = false;
  for (const format of formats) {
    slowest = 0;
    const start = performance.now();
    const own = OWN_FORMATS.find(({ name }) => name === format);
    for (const sample of own?.samples ?? []) if (!(await own?.isTaken(sample))) throw new Error(`${format}: a sample is not read as good`);
    const parameters = { numRuns: runs, seed };
    const result = own === undefined ? await fc.check(statusPage(format, files), parameters) : await fc.check(ourOwn(own), parameters);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (result.failed) {
      const [sample, list] = result.counterexample ?? [];
      const name = sample !== undefined && "name" in sample ? sample.name : format;
      process.stderr.write(`${format}: fails with --seed ${seed}\n${name} ${JSON.stringify(list)}\n${String(result.errorInstance)}\n`);
      failed = true;
    } else process.stdout.write(`${format}: ${runs} mutated payloads in ${seconds} s, the slowest ${slowest.toFixed(0)} ms\n`);
  }
  return failed ? 1 : 0;
}

export default await command(import.meta, {
  name: "fuzz",
  group: "instrument",
  summary: "reads mutated payloads of status pages and of our own formats (reports, traces, feeds, ranges, catalogue)",
  takes: "a minute and a half",
  details: "Stops in each format at the first payload that throws, takes too long or is read as what it is not. Exit status 1 then.",
  flags: {
    runs: wholeNumber({ least: 1, fallback: 10_000, help: "mutated payloads for each format" }),
    format: oneOf(KNOWN, "this format alone"),
    seed: wholeNumber({ fallback: undefined, help: "repeats a run; every failure prints its seed" }),
  },
  run: ({ flags: { runs, format, seed } }) => fuzz(format === undefined ? KNOWN : [format], runs, seed ?? Date.now() % 2 ** 31),
});
