import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** A build of the extension that did not succeed; the message carries the builder's own output. */
export class BuildFailed extends Error {}

type Run = {
  /** Where the sources lie; here where left out. */
  sources?: string;
  /** Whose packages build them: a folder that has `node_modules`; this one where left out. */
  packages?: string;
  environment?: { [name: string]: string };
};

/**
 * Runs the builder as for the stores. NODE_ENV is set here, because inside the test runner it is inherited as `test`,
 * and then Preact's preset builds for development, with the path of every source file in it (found 2026-11-28).
 * @throws BuildFailed
 */
export function runWxt(words: string[], { sources = ".", packages = ".", environment = {} }: Run = {}): void {
  const ran = spawnSync(process.execPath, [resolve(packages, "node_modules/wxt/bin/wxt.mjs"), ...words], {
    cwd: sources,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1", ...environment },
  });
  if (ran.status !== 0) throw new BuildFailed(`The extension could not be built (wxt ${words.join(" ")}):\n${ran.stdout}${ran.stderr}`);
}
