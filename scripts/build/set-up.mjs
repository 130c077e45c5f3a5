// Brings what the commands need and `npm ci` did not: Node 24 as `node_modules/.bin/node`, and the types that WXT writes. npm runs this
// after `npm ci`, and before `npm start`, `npm run check` and `npm test` for those who told it to run no install scripts.
// Runs under whatever Node the machine has.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";

const LINK = "node_modules/.bin/node";
const WXT = "node_modules/wxt/bin/wxt.mjs";

/**
 * npm 10 unlinks the commands of optional packages that are for other platforms, and with them the `node` of the package for this one:
 * seen with npm 10.9.9, `npm ci`, 2026-11-30; npm 11 does not.
 */
function linkNode() {
  const own = `node-${process.platform}-${process.arch}`;
  if (process.platform === "win32" || existsSync(LINK) || !existsSync(`node_modules/${own}/bin/node`)) return;
  mkdirSync("node_modules/.bin", { recursive: true });
  symlinkSync(`../${own}/bin/node`, LINK);
}

linkNode();
const node = existsSync(LINK) && process.platform !== "win32" ? LINK : process.execPath;
const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "";
if (!(Number.parseInt(version.slice(1), 10) >= 24)) {
  console.error(
    [
      `Node 24 is needed. Here is Node ${process.versions.node}, and none came with the packages for ${process.platform}-${process.arch}.`,
      "Linux (x64, arm64): `npm ci --include=optional`. Windows (x64): the same with npm 11. Elsewhere: put Node 24 on your PATH.",
    ].join("\n"),
  );
  process.exit(1);
}
// A feed server alone needs no WXT: `npm ci --omit=dev`. After `npm ci` the types are written anew, because WXT may be another.
const isDue = process.env.npm_lifecycle_event === "postinstall" || !existsSync(".wxt/tsconfig.json");
if (existsSync(WXT) && isDue) {
  const { status } = spawnSync(node, [WXT, "prepare"], { stdio: ["ignore", "ignore", "inherit"] });
  process.exit(status ?? 1);
}
