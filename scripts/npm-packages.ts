import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildPackages } from "./npm-packages/build-packages.ts";
import { command } from "./support/command.ts";
import { text } from "./support/flags.ts";

async function build(into: string): Promise<void> {
  for (const { archive } of await buildPackages(resolve(into), process.env))
    console.log(`${archive}  ${(statSync(archive).size / 1000).toFixed(1)} kB`);
}

export default await command(import.meta, {
  name: "npm-packages",
  group: "product",
  summary: "builds the command line and the MCP server as packages for npx, into .output/npm",
  takes: "5 seconds",
  details: `The feed is the one that FEED_MIRRORS and FEED_ROOT_KEY name. Try one: npx --package ./.output/npm/not-just-me-VERSION.tgz not-just-me down netflix`,
  flags: { out: text("FOLDER", "where they go; what is there is removed", join(".output", "npm")) },
  run: ({ flags: { out } }) => build(out),
});
