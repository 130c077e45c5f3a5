import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { unshareCommand } from "../../lab/cable.ts";
import { until } from "../support/server-process.ts";
import type { VantageCommand, VantageOrder } from "./measuring-process.ts";

export type VantageProcess = {
  url: string;
  rootKey: string;
  output(): string;
  command(command: VantageCommand): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
};

/** A feed server that measures, in a process of its own and, where it is wanted, in a network of its own: see `measuring-process.ts`. */
export async function startVantageProcess(
  order: Omit<VantageOrder, "round" | "ownNetwork"> & Partial<VantageOrder>,
  environment: { [name: string]: string } = {},
): Promise<VantageProcess> {
  const whole: VantageOrder = { round: 2000, ownNetwork: false, ...order };
  const words = [process.execPath, "tests/server/measuring/measuring-process.ts", JSON.stringify(whole)];
  const [program = "", ...rest] = whole.ownNetwork ? [...unshareCommand(), ...words] : words;
  const child = spawn(program, rest, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...environment } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const exited = once(child, "exit");
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the vantage ended: ${output}`);
    return /^check: /m.test(output);
  });
  return {
    url: /^feed server at (\S+)$/m.exec(output)?.[1] ?? "",
    rootKey: /^root key (\S+)$/m.exec(output)?.[1] ?? "",
    output: () => output,
    async command(command) {
      const line = JSON.stringify(command);
      const before = output.split(`done ${line}`).length;
      child.stdin.write(`${line}\n`);
      await until(async () => output.split(`done ${line}`).length > before);
    },
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
