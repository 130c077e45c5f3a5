import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CAN_LOOK_INTO_PROCESSES, memoryOf, processorTime } from "./browser/process-tree.ts";
import type { Measurement } from "./outcome.ts";
import { number } from "./table.ts";

const TARGETS = 600;
/** Milliseconds: the first round reads robots.txt, and the second shakes hands with everybody anew. */
const WARM_UP = 135_000;
const MEASURED = 123_000;
const MINUTE = 60_000;

const STAND_INS = fileURLToPath(new URL("./measuring/stand-ins.ts", import.meta.url));
const ASKER = fileURLToPath(new URL("./measuring/asker.ts", import.meta.url));

/** What the regular measurements of a vantage take, against the same server without them. */
export const measure: Measurement = {
  name: "measure",
  async measure({ say }) {
    const what = `control measurements of ${TARGETS} targets`;
    if (!CAN_LOOK_INTO_PROCESSES)
      return [{ what, skipped: "processor time and memory of a process are read from /proc, which only Linux has" }];
    const standIns = spawn(process.execPath, [STAND_INS], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: standIns.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await lines.next()).value));
    const world = (await next()) as { port: number; authority: string };
    const asker = (count: number) =>
      spawn(process.execPath, [ASKER, JSON.stringify({ ...world, count })], { stdio: ["ignore", "ignore", "inherit"] });
    const count = async () => {
      standIns.stdin.write("\n");
      return (await next()) as { bytes: number; connections: number; resumed: number };
    };
    const [idle, vantage] = [asker(0), asker(TARGETS)];
    try {
      say(`measure: ${(WARM_UP + MEASURED) / 1000} s`);
      await wait(WARM_UP);
      const before = { traffic: await count(), time: processorTime(pidOf(vantage)), idle: processorTime(pidOf(idle)) };
      await wait(MEASURED);
      const after = { traffic: await count(), time: processorTime(pidOf(vantage)), idle: processorTime(pidOf(idle)) };
      const spent = after.time - before.time - (after.idle - before.idle);
      const connections = after.traffic.connections - before.traffic.connections;
      const resumed = after.traffic.resumed - before.traffic.resumed;
      const detail = `${number((connections * MINUTE) / MEASURED)} connections a minute, ${Math.round((100 * resumed) / connections)} % of them resumed`;
      return [
        {
          what: `${what}: processor`,
          value: (100 * spent) / MEASURED,
          unit: "% of a core",
          budget: { atMost: 5 },
          reference: "the same server without",
          detail,
        },
        {
          what: `${what}: memory`,
          value: memoryOf(pidOf(vantage)) - memoryOf(pidOf(idle)),
          unit: "MB",
          budget: { atMost: 40 },
          reference: `without ${memoryOf(pidOf(idle)).toFixed(0)} MB`,
        },
        {
          what: `${what}: traffic`,
          value: ((after.traffic.bytes - before.traffic.bytes) * MINUTE) / MEASURED / 1_000_000,
          unit: "MB a minute",
          budget: { atMost: 8 },
          reference: "both directions, below TLS, without the headers of packets",
        },
      ];
    } finally {
      for (const child of [idle, vantage, standIns]) child.kill("SIGKILL");
    }
  },
};

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("a process did not start");
  return pid;
}
