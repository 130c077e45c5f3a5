import { spawn } from "node:child_process";
import { once } from "node:events";

export type Ran = { status: number | null; out: string; err: string };

type Surroundings = { environment?: { [name: string]: string }; folder?: string; input?: string | Uint8Array };

/** Runs a program with an environment that has nothing of the tests' own but the path, and waits for its end. */
export async function runProgram(
  [program = "", ...words]: readonly string[],
  { environment = {}, folder, input = "" }: Surroundings = {},
): Promise<Ran> {
  const child = spawn(program, words, {
    env: { PATH: process.env.PATH ?? "", TZ: "UTC", ...environment },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    err += chunk;
  });
  // A program that refuses its words does not read its input.
  child.stdin.on("error", () => undefined).end(input);
  const [status] = await once(child, "close");
  return { status, out, err };
}
