// Runs after `npm ci`, under whatever Node the machine has: checks that Node 24 came with the packages, then lets WXT write its types.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const node = process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/node/bin/node";
if (!existsSync(node)) {
  console.error(
    [
      "Node 24 did not arrive: the install script of the package `node` was not run.",
      "Run `npm install --ignore-scripts=false` once, or put Node 24 on your PATH, then `npm ci` again.",
    ].join("\n"),
  );
  process.exit(1);
}
const prepared = spawnSync(node, ["node_modules/wxt/bin/wxt.mjs", "prepare"], { stdio: ["ignore", "ignore", "inherit"] });
process.exit(prepared.status ?? 1);
