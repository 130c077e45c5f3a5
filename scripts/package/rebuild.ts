import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { BuildFailed } from "../build-extension.ts";
import { readZip } from "../read-zip.ts";

export type Rebuilt = {
  files: number /** Files whose bytes are not those of the zip, or that are in one of the two only. */;
  different: string[];
};

/**
 * Does what a store's reviewer does: unpacks the sources into an empty folder, builds them there, and compares every file with
 * the zip that was handed in.
 * @param modules `install` fetches the packages anew by the lock file; `here` builds below this folder and finds its packages
 *   there, without a network
 */
export function rebuild(zips: { firefox: string; sources: string }, modules: "install" | "here"): Rebuilt {
  const folder = mkdtempSync(join(modules === "install" ? tmpdir() : resolve(".output"), "not-just-me-sources-"));
  try {
    for (const { name, content } of readZip(readFileSync(zips.sources))) {
      if (name.endsWith("/")) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content());
    }
    if (modules === "install") run(folder, "npm", ["ci", "--no-audit", "--no-fund"]);
    const wxt = join(modules === "install" ? folder : ".", "node_modules/wxt/bin/wxt.mjs");
    run(folder, process.execPath, [resolve(wxt), "prepare"]);
    run(folder, process.execPath, [resolve(wxt), "zip", "-b", "firefox"]);
    return compare(zips.firefox, join(folder, "rebuilt", zips.firefox.replace(/^.*[\\/]/, "")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(cwd: string, command: string, words: string[]): void {
  const ran = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", EXTENSION_OUT_DIR: "rebuilt" },
    shell: process.platform === "win32",
  });
  if (ran.status !== 0) throw new BuildFailed(`The sources did not build (${command} ${words.join(" ")}):\n${ran.stdout}${ran.stderr}`);
}

function compare(one: string, other: string): Rebuilt {
  const [handedIn, rebuilt] = [one, other].map(
    (zip) => new Map(readZip(readFileSync(zip)).map(({ name, content }) => [name, content().toString("base64")])),
  );
  const names = new Set([...(handedIn?.keys() ?? []), ...(rebuilt?.keys() ?? [])]);
  return { files: names.size, different: [...names].filter((name) => handedIn?.get(name) !== rebuilt?.get(name)) };
}
