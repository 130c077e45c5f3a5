import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package of somebody else, and its licence in its own words. */
export type Foreign = { name: string; version: string; licence: string; words: string };

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-](?:md|txt|mit|apache2))?$/i;

/** The licences that ask only to be named, or that their own files stay open, as for the extension and the server. */
const ALLOWED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0"]);

/** The packages that files belong to. @throws where one came without its licence, or under one that asks for more */
export function packagesOf(files: readonly string[]): Foreign[] {
  const folders = new Set(files.map(packageFolder));
  const found = [...folders].map(readPackage);
  return found.toSorted((one, other) => one.name.localeCompare(other.name) || one.version.localeCompare(other.version));
}

/** The file of notices that goes with a bundle. */
export function noticesText(packages: readonly Foreign[], data: readonly string[]): string {
  const line = "-".repeat(80);
  const notices = packages.map(({ name, version, licence, words }) => `${name} ${version} (${licence})\n\n${words}`);
  return `${["What others made, and is in this package:", ...notices, ...data].join(`\n\n${line}\n\n`)}\n`;
}

function packageFolder(file: string): string {
  for (let folder = dirname(file); folder.includes("node_modules"); folder = dirname(folder)) {
    // A package.json without a name only says how the files beside it are to be read.
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && "version" in JSON.parse(readFileSync(manifest, "utf8"))) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

function readPackage(folder: string): Foreign {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!ALLOWED.has(license)) throw new Error(`${name} ${version} has the licence ${license}: look at it before it ships`);
  const file = readdirSync(folder).find((candidate) => LICENCE_FILE.test(candidate));
  if (file === undefined) throw new Error(`${name} ${version} came without its licence`);
  return { name, version, licence: license, words: readFileSync(join(folder, file), "utf8").trim() };
}
