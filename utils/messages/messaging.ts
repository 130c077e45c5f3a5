import { browser } from "#imports";
import { messageOf } from "../core/message-of.ts";
import type { Commands } from "./commands.ts";

type Name = keyof Commands;
type Handlers = { [name in Name]: (input: Commands[name]["input"]) => Promise<Commands[name]["output"]> };
type Message = { command: Name; input: unknown };
type Reply = { output: unknown } | { problem: string };

/** Sends a command to the background. @throws what its handler throws, with the same message */
export async function send<Command extends Name>(
  command: Command,
  input: Commands[Command]["input"],
): Promise<Commands[Command]["output"]> {
  const reply = (await browser.runtime.sendMessage({ command, input } satisfies Message)) as Reply;
  if ("problem" in reply) throw new Error(reply.problem);
  return reply.output as Commands[Command]["output"];
}

/** Answers the commands of the extension's own pages. Call it in the first turn. */
export function answerCommands(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply) => void) => {
    const { command, input } = message as Message;
    if (sender.id !== browser.runtime.id || !Object.hasOwn(handlers, command)) return;
    const handler = handlers[command] as (input: unknown) => Promise<unknown>;
    handler(input).then(
      (output) => respond({ output }),
      (problem: unknown) => respond({ problem: messageOf(problem) }),
    );
    return true;
  });
}
