import { browser } from "#imports";
import { messageOf } from "../core/message-of.ts";
import type { Commands } from "./commands.ts";
import type { Message, Name, Reply } from "./messaging.ts";

export type Handlers = { [name in Name]: (input: Commands[name]["input"]) => Promise<Commands[name]["output"]> };

/** Answers the commands of the extension's own pages. Call it in the first turn. @param prepare what every command waits for */
export function answerCommands(handlers: Handlers, prepare: () => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply) => void) => {
    const { command, input } = message as Message;
    if (sender.id !== browser.runtime.id || !Object.hasOwn(handlers, command)) return;
    const handler = handlers[command] as (input: unknown) => Promise<unknown>;
    prepare()
      .then(() => handler(input))
      .then(
        (output) => respond({ output }),
        (problem: unknown) => respond({ problem: messageOf(problem) }),
      );
    return true;
  });
}
