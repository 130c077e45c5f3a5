import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { readZip } from "../support/read-zip.ts";
import { BuildFailed, runWxt } from "../support/run-wxt.ts";

export type Rebuilt = {
  files: number;
  /** Files whose bytes are not those of the zip, or that are in one of the two only. */
  different: string[];
};

/**
 * Does what a store's reviewer does: unpacks the sources into an empty folder, builds them there, and compares every file with
 * the zip for the store.
 * @param modules `install` fetches the packages anew by the lock file; `here` builds below this folder and finds its packages
 *   there, without a network
 */
export function rebuild(zips: { firefox: string; sources: string }, modules: "install" | "here"): Rebuilt {
  if (modules === "here") mkdirSync(".output", { recursive: true });
  const folder = mkdtempSync(join(modules === "install" ? tmpdir() : resolve(".output"), "not-just-me-sources-"));
  try {
    for (const { name, content } of readZip(readFileSync(zips.sources))) {
      if (name.endsWith("/")) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content());
    }
    if (modules === "install") install(folder);
    const run = { sources: folder, packages: modules === "install" ? folder : ".", environment: { EXTENSION_OUT_DIR: "rebuilt" } };
    runWxt(["prepare"], run);
    runWxt(["zip", "-b", "firefox"], run);
    return compare(zips.firefox, join(folder, "rebuilt", zips.firefox.replace(/^.*[\\/]/, "")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function install(folder: string): void {
  const ran = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    ...{ cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
  });
  if (ran.status !== 0) throw new BuildFailed(`The packages of the sources could not be installed:\n${ran.stdout}${ran.stderr}`);
}

function compare(one: string, other: string): Rebuilt {
  const [handedIn, rebuilt] = [one, other].map(
    (zip) => new Map(readZip(readFileSync(zip)).map(({ name, content }) => [name, content().toString("base64")])),
  );
  const names = new Set([...(handedIn?.keys() ?? []), ...(rebuilt?.keys() ?? [])]);
  return { files: names.size, different: [...names].filter((name) => handedIn?.get(name) !== rebuilt?.get(name)) };
}
