import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const IMPORT = /(?:\bfrom|\bimport\(?)\s*"(\.[^"]+)"/g;
const STARTED = /\bnew URL\("(\.[^"]+\.ts)"/g;

/** Every file of the project that git keeps or would keep. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: PROJECT, encoding: "utf8" });
  return listed.split("\n").filter((file) => file !== "" && existsSync(PROJECT + file));
}

export const isCode = (file: string) => /\.(tsx?|mjs)$/.test(file);

export function textOf(file: string): string {
  return readFileSync(PROJECT + file, "utf8");
}

/** The files of the project that a file imports, types included. */
export function importsOf(file: string): string[] {
  return named(file, IMPORT);
}

/** The commands that a file starts as processes of their own. */
export function startedBy(file: string): string[] {
  return named(file, STARTED);
}

function named(file: string, pattern: RegExp): string[] {
  return [...textOf(file).matchAll(pattern)].map(([, name = ""]) => posix.join(posix.dirname(file), name));
}
