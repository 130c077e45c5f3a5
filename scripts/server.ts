import { startServer } from "../server/server.ts";
import { readSettings, type Settings, settingsHelp } from "../server/server-settings.ts";
import { command } from "./support/command.ts";
import { endInOneLine, onEnding } from "./support/ending.ts";

async function runServer(words: string[]): Promise<void> {
  // The server goes on when its log cannot be written: the disk is full, or the reader has ended.
  for (const log of [process.stdout, process.stderr]) log.on("error", () => {});
  try {
    const { settings } = readSettings(words, process.env);
    const server = await startServer({ ...settings, log: (line) => console.log(`${new Date().toISOString()} ${line}`) });
    console.log(`feed server at ${server.url}`);
    console.log(`root key ${server.rootKey}`);
    console.log(
      server.reports === null ? "reports: none are taken; --reports names the address that takes them" : `reports go to ${server.reports}`,
    );
    if (settings.vantage !== undefined) console.log(vantageLine(settings, server.reports));
    for (const line of await server.selfCheck()) console.log(line);
    const end = () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    onEnding(end);
  } catch (problem) {
    endInOneLine(problem);
  }
}

function vantageLine({ vantage, country }: Settings, reports: string | null): string {
  const place = `vantage ${vantage} in ${country}`;
  return reports === null
    ? `${place}: nobody can ask it, because the head names no address; --reports does`
    : `${place}: answers questions about hosts`;
}

/** server.mjs starts it; npm run help reads this description. */
export default await command(import.meta, {
  name: "server",
  group: "product",
  summary: "runs a feed server",
  takes: "until it is stopped",
  details: `Each flag has an environment variable; server/README.md explains them. Exit status 2 when it cannot start.\n\n${settingsHelp()}`,
  flags: {},
  ownUsage: "npm run server -- [FLAGS]",
  run: ({ operands }) => runServer(operands),
});
