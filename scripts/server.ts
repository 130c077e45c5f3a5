/** Runs a feed server until it is told to stop: `npm run server`. Settings are in server/README.md. */
import { enableCompileCache } from "node:module";

// Without it every start strips the types anew, which costs a third of a second and 25 MB that are never given back.
enableCompileCache();
const { startServer } = await import("../server/server.ts");
const { readSettings, SETTINGS_HELP } = await import("../server/settings.ts");

if (process.argv.includes("--help")) {
  console.log(
    `npm run server [-- FLAGS]\n\nRuns a feed server until it is told to stop. Each flag has an environment variable.\n\n${SETTINGS_HELP}`,
  );
  process.exit(0);
}

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
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  endWithNpm(end);
} catch (problem) {
  console.error((problem instanceof Error ? problem.message : String(problem)).replaceAll(/\s*\n\s*/g, " "));
  process.exit(2);
}

/** Who ends `npm run server` by a signal ends npm and its shell, and that shell (dash) tells nobody: seen with npm 11, 2026-11-23. */
function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
}
