import { onEnding } from "../../../scripts/support/ending.ts";
import { startServer } from "../../../server/server.ts";
import { readSettings } from "../../../server/server-settings.ts";

/** `npm run server` with a parser that hangs where a payload says so. */
const { settings } = readSettings(process.argv.slice(2), process.env);
const parser = new URL("./parser-that-fails.mjs", import.meta.url);
const server = await startServer({ ...settings, parser, log: (line) => console.log(line) });
console.log(`feed server at ${server.url}`);
console.log(`root key ${server.rootKey}`);
for (const line of await server.selfCheck()) console.log(line);
onEnding(() => server.close().then(() => process.exit(0)));
