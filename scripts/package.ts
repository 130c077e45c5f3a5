import { statSync } from "node:fs";
import { join } from "node:path";
import { makeZips } from "./package/make-zips.ts";
import { rebuild } from "./package/rebuild.ts";
import { command } from "./support/command.ts";
import { toggle } from "./support/flags.ts";
import { BuildFailed } from "./support/run-wxt.ts";

function pack(verify: boolean): void {
  const zips = makeZips(join(".output", "package"));
  for (const zip of Object.values(zips)) console.log(`${zip}  ${(statSync(zip).size / 1000).toFixed(1)} kB`);
  if (!verify) return;
  const { files, different } = rebuild(zips, "install");
  if (different.length > 0)
    throw new BuildFailed(`Rebuilt from its sources, ${different.length} of ${files} files differ: ${different.join(", ")}`);
  console.log(`Rebuilt from its sources: ${files} files, all the same byte for byte.`);
}

export default await command(import.meta, {
  name: "package",
  group: "product",
  summary: "zips the extension for Chrome and Edge, for Firefox, and its sources, into .output/package",
  takes: "20 seconds",
  details: "The feed is the one that FEED_MIRRORS and FEED_ROOT_KEY name.",
  flags: {
    verify: toggle("unpacks the sources elsewhere, installs and builds them, and compares every file of the Firefox zip byte for byte"),
  },
  run: ({ flags: { verify } }) => pack(verify),
});
