import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const IMPORT = /(?:\bfrom|\bimport\(?)\s*"((?:\.|@\/)[^"]+)"/g;
const BY_ADDRESS = /\bnew URL\(["`](\.[^"`$]*)/g;

/** Runs git in the project and returns its output. @throws where git fails, for example outside a repository */
export function git(...words: string[]): string {
  return execFileSync("git", words, { cwd: PROJECT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Every file of the project that git keeps or would keep. */
export function projectFiles(): string[] {
  const listed = git("ls-files", "--cached", "--others", "--exclude-standard");
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

/**
 * The files and folders that a file reads or starts: those that it names by `new URL("…", import.meta.url)`. `./` is the project itself;
 * of a name that is put together (`locales/${language}.yml`) the constant beginning.
 */
export function namedByAddress(file: string): string[] {
  return named(file, BY_ADDRESS);
}

function named(file: string, pattern: RegExp): string[] {
  return [...textOf(file).matchAll(pattern)].map(([, name = ""]) =>
    name.startsWith("@/") ? name.slice(2) : posix.join(posix.dirname(file), name),
  );
}
