import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Listed, readThirdParty } from "./third-party.ts";

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
/** Where Node looks for a package: reviewers of the stores may build below the folder that has them. */
const packageFolders = (name: string) => createRequire(import.meta.url).resolve.paths(name) ?? [];

/** The licence of tldts, whose copy of the list this is, does not cover the list itself. */
const SUFFIX_LIST =
  "Under the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/; here as compact text, written by scripts/build/public-suffixes.ts.";

/**
 * The notices that licences want in every copy, for a file in the extension: what third-party.md lists for it, each licence in its own words.
 * @throws where a package of a licence that wants its words repeated came without them
 */
export function licencesText(): string {
  const listed = readThirdParty(read("scripts/package/third-party.md")).filter(({ under }) => under === "In the extension");
  const notices = new Map<string, string[]>();
  for (const part of listed) {
    const words = wordsOf(part, listed);
    notices.set(words, [...(notices.get(words) ?? []), `${part.name} ${part.version}, ${part.address}`]);
  }
  notices.set(SUFFIX_LIST, ["The public suffix list, https://publicsuffix.org/list/public_suffix_list.dat"]);
  const ours = `Not Just Me\n\n${read("LICENSE").trim()}`;
  return `${[ours, ...[...notices].map(([words, parts]) => `${parts.join("\n")}\n\n${words}`)].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The MPL (§ 3.2) wants it said where the source is, the others want their words repeated. */
function wordsOf(part: Listed, listed: Listed[]): string {
  if (part.licence === "MPL-2.0")
    return "Under the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/; the source is at the address above.";
  // Not every package of a repository brings the repository's licence.
  const kin = [part, ...listed.filter(({ address }) => address === part.address)];
  const places = kin.flatMap(({ name }) =>
    packageFolders(name).flatMap((folder) => [join(folder, name, "LICENSE"), join(folder, name, "LICENSE.md")]),
  );
  const found = places.find(existsSync);
  if (found === undefined) throw new Error(`${part.name} came without its licence: look for it at ${part.address}`);
  return readFileSync(found, "utf8").trim();
}
