// Runs after `npm ci`, by the Node that every `npm run` takes: the one that came with the packages, or else the machine's. Checks that it
// is Node 24, then lets WXT write its types. Where npm runs no install scripts, `npm run types` and the tests do the second themselves.
import { spawnSync } from "node:child_process";

const { node: version } = process.versions;
if (Number.parseInt(version, 10) < 24) {
  console.error(
    [
      `This is Node ${version}; Node 24 is needed, and none came with the packages for ${process.platform}-${process.arch}.`,
      "On Linux (x64, arm64) and Windows (x64): run `npm ci --include=optional`. Elsewhere: put Node 24 on your PATH, then `npm ci` again.",
    ].join("\n"),
  );
  process.exit(1);
}
const prepared = spawnSync(process.execPath, ["node_modules/wxt/bin/wxt.mjs", "prepare"], { stdio: ["ignore", "ignore", "inherit"] });
process.exit(prepared.status ?? 1);
