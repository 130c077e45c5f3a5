import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FoundBrowser } from "../../scripts/browsers/find.ts";
import type { Access } from "./access.ts";
import { unshareCommand, whyNoCable } from "./cable.ts";
import type { LabCase } from "./lab-case.ts";
import type { Outcome } from "./outcome.ts";

const PROCESS = fileURLToPath(new URL("cable-process.ts", import.meta.url));

/** What the process at the cable has to do. */
export type CableOrder = { found: FoundBrowser; accesses: readonly Access[]; cases: string[] };
/** What it prints: an outcome without the case itself. */
export type CableLine = { name: string; outcome: { [key: string]: unknown } };

/** Plays cases in a process with a network of its own, whose cable can be pulled. */
export async function runInNetworkOfItsOwn(
  found: FoundBrowser,
  cases: LabCase[],
  accesses: readonly Access[],
  report: (outcome: Outcome) => void,
): Promise<void> {
  const reason = whyNoCable();
  const each = (make: (labCase: LabCase, access: Access) => Outcome) => {
    for (const labCase of cases) for (const access of accesses) report(make(labCase, access));
  };
  if (reason !== null) {
    each((labCase, access) => ({ labCase, family: found.family, access, result: "skipped", reason }));
    return;
  }
  const [command = "", ...words] = unshareCommand();
  const order: CableOrder = { found, accesses, cases: cases.map(({ name }) => name) };
  const child = spawn(command, [...words, process.execPath, PROCESS, JSON.stringify(order)], { stdio: ["ignore", "pipe", "pipe"] });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let outcomes = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    const { name, outcome } = JSON.parse(line) as CableLine;
    const labCase = cases.find((one) => one.name === name);
    if (labCase === undefined) continue;
    outcomes++;
    report({ ...outcome, labCase } as Outcome);
  }
  const status = await ended;
  if (status !== 0 || outcomes === 0) {
    const problem = `the process in its own network ended with ${status}: ${errors.join("").trim().slice(-500)}`;
    each((labCase, access) => ({ labCase, family: found.family, access, result: "broken", problem }));
  }
}
