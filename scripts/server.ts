/** Runs a feed server until it gets a signal to stop: `npm run server`. Settings are in server/README.md. */
import { startServer } from "../server/server.ts";
import { readSettings, SETTINGS_HELP } from "../server/server-settings.ts";
import { onEnding } from "./support/ending.ts";

export async function runServer(): Promise<void> {
  if (process.argv.includes("--help")) {
    console.log(
      `npm run server [-- FLAGS]\n\nRuns a feed server until it gets a signal to stop. Each flag has an environment variable.\n\n${SETTINGS_HELP}`,
    );
    process.exit(0);
  }

  // A log on a full disk, or without a reader, is no reason to stop serving.
  for (const log of [process.stdout, process.stderr]) log.on("error", () => {});
  try {
    const { settings } = readSettings(process.argv.slice(2), process.env);
    const server = await startServer({ ...settings, log: (line) => console.log(`${new Date().toISOString()} ${line}`) });
    console.log(`feed server at ${server.url}`);
    console.log(`root key ${server.rootKey}`);
    for (const line of await server.selfCheck()) console.log(line);
    const end = () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    onEnding(end);
  } catch (problem) {
    console.error((problem instanceof Error ? problem.message : String(problem)).replaceAll(/\s*\n\s*/g, " "));
    process.exit(2);
  }
}
