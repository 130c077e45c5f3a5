// Makes what the stores get: `npm run package -- --help`.
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeZips } from "./package/make-zips.ts";
import { rebuild } from "./package/rebuild.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const HELP = `npm run package [-- --verify]

Zips the extension for Chrome and Edge, for Firefox, and its sources, into .output/package. The feed is the one that
FEED_MIRRORS and FEED_ROOT_KEY name.
--verify  unpacks the sources elsewhere, installs and builds them, and compares every file of the Firefox zip byte for byte.`;

try {
  const { values } = parseArgs({ options: { verify: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) console.log(HELP);
  else pack(values.verify === true);
} catch (problem) {
  const isUsage = problem instanceof TypeError && "code" in problem;
  console.error(isUsage || problem instanceof BuildFailed ? (problem as Error).message : problem);
  process.exitCode = isUsage ? 2 : 1;
}

function pack(verify: boolean): void {
  const zips = makeZips(join(".output", "package"));
  for (const zip of Object.values(zips)) console.log(`${zip}  ${(statSync(zip).size / 1000).toFixed(1)} kB`);
  if (!verify) return;
  const { files, different } = rebuild(zips, "install");
  if (different.length > 0)
    throw new BuildFailed(`Rebuilt from its sources, ${different.length} of ${files} files differ: ${different.join(", ")}`);
  console.log(`Rebuilt from its sources: ${files} files, all the same byte for byte.`);
}
