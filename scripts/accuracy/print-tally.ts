import { scopes, type Tally } from "../../tests/instruments/scenarios/tally.ts";

const percent = (part: number, whole: number, digits = 2): string => `${((100 * part) / Math.max(1, whole)).toFixed(digits)} %`;
const cell = (value: string | number, width = 9): string => String(value).padStart(width);

export function printReport(title: string, tally: Tally): void {
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

/** One line for each kind of fault: how its last answers were marked, and in how many traces a provider was blamed for nothing. */
export function printKinds(tally: Tally): void {
  console.log("\nby kind of fault (last answers; traces in which a provider without a fault was blamed at any moment):");
  for (const [name, { right, weak, unclear, wrong, traces, wrongProvider }] of tally.kinds) {
    const all = right + weak + unclear + wrong;
    const shares = [
      `right ${percent(right, all, 1).padStart(7)}`,
      `unclear ${percent(unclear, all, 1).padStart(6)}`,
      `tolerated ${percent(weak, all, 1).padStart(6)}`,
      `wrong ${percent(wrong, all, 1).padStart(6)}`,
    ];
    console.log(
      `  ${name.padEnd(14)} ${cell(traces, 6)} traces ${cell(all, 6)} answers: ${shares.join(", ")}; wrong provider ${wrongProvider}`,
    );
  }
}

export function printScenarios(tally: Tally): void {
  console.log("\nby scenario (last answers):");
  for (const [name, { right, weak, unclear, wrong }] of [...tally.scenarios].toSorted()) {
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
