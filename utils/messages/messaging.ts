import { browser } from "#imports";
import type { Commands } from "./commands.ts";

export type Name = keyof Commands;
export type Message = { command: Name; input: unknown };
export type Reply = { output: unknown } | { problem: string };

/** Sends a command to the background. @throws what its handler throws, with the same message */
export async function send<Command extends Name>(
  command: Command,
  input: Commands[Command]["input"],
): Promise<Commands[Command]["output"]> {
  const reply = (await browser.runtime.sendMessage({ command, input } satisfies Message)) as Reply;
  if ("problem" in reply) throw new Error(reply.problem);
  return reply.output as Commands[Command]["output"];
}
