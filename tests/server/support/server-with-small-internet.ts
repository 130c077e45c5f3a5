import { onEnding } from "../../../scripts/support/ending.ts";
import { startServer } from "../../../server/server.ts";
import { readSettings } from "../../../server/server-settings.ts";
import { type Described, internetOf } from "../../instruments/loopback/described-internet.ts";

/** `npm run server` that asks the loopback servers of a test; `npm run server` itself has no way to reach them. */
const described = JSON.parse(process.env.SMALL_INTERNET ?? "") as Described;
const { settings } = readSettings(process.argv.slice(2), process.env);
const measured = {
  list: described.measured ?? [],
  anchors: described.anchors ?? [],
  round: described.measured === undefined ? 60_000 : 1000,
};
const server = await startServer({ ...settings, measured, internet: internetOf(described), log: (line) => console.log(line) });
console.log(`feed server at ${server.url}`);
console.log(`root key ${server.rootKey}`);
for (const line of await server.selfCheck()) console.log(line);
onEnding(() => server.close().then(() => process.exit(0)));
