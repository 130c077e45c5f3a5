import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFeedSettings } from "../build/feed-settings.ts";
import { bundle } from "./bundle.ts";
import { noticesText, packagesOf } from "./notices.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

type Outline = { name: string; entry: string; readme: string; description: string; keywords: string[] };

const PACKAGES: readonly Outline[] = [
  {
    name: "not-just-me",
    entry: "scripts/command-line/main.ts",
    readme: "scripts/npm-packages/command-line.md",
    description: "Is it just me, or is it down? Known outages of services and clouds, from a signed feed, looked up on this machine.",
    keywords: ["outage", "status", "down", "cli"],
  },
  {
    name: "not-just-me-mcp",
    entry: "scripts/mcp/main.ts",
    readme: "scripts/npm-packages/mcp.md",
    description: "Known outages of services and clouds as tools of the Model Context Protocol.",
    keywords: ["outage", "status", "mcp", "mcp-server"],
  },
];

const SUFFIX_LIST =
  "The public suffix list, https://publicsuffix.org/list/public_suffix_list.dat, as of tldts\n\nUnder the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/; the source is at the address above.";

/** A package that was built: its folder and its archive. */
export type Built = { name: string; folder: string; archive: string };

/**
 * Builds the packages, each in a folder and as an archive that `npx` and `npm install` take. Each is one file with all that it needs: it
 * has no dependencies.
 * @param environment `FEED_MIRRORS` and `FEED_ROOT_KEY` name the feed
 */
export async function buildPackages(into: string, environment: NodeJS.ProcessEnv): Promise<Built[]> {
  const feed = readFeedSettings(environment);
  rmSync(into, { recursive: true, force: true });
  const built: Built[] = [];
  for (const outline of PACKAGES) built.push(await buildPackage(outline, join(into, outline.name), into, feed));
  return built;
}

async function buildPackage(outline: Outline, folder: string, into: string, feed: ReturnType<typeof readFeedSettings>): Promise<Built> {
  const { name, entry, readme, description, keywords } = outline;
  const { version, license } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const { code, foreign } = await bundle(join(PROJECT, entry), { __PACKAGE__: JSON.stringify({ version, feed }) });
  mkdirSync(folder, { recursive: true });
  const program = `${name}.mjs`;
  const files = {
    [program]: code,
    "README.md": readFileSync(join(PROJECT, readme), "utf8"),
    LICENSE: readFileSync(join(PROJECT, "LICENSE"), "utf8"),
    "THIRD-PARTY.txt": noticesText(packagesOf(foreign), [SUFFIX_LIST]),
  };
  const manifest = {
    ...{ name, version, description, keywords, license, type: "module", bin: { [name]: program } },
    ...{ engines: { node: ">=20.19" }, files: Object.keys(files), dependencies: {} },
  };
  for (const [file, text] of Object.entries({ ...files, "package.json": `${JSON.stringify(manifest, null, 2)}\n` }))
    writeFileSync(join(folder, file), text);
  chmodSync(join(folder, program), 0o755);
  return { name, folder, archive: pack(folder, into) };
}

function pack(folder: string, into: string): string {
  const words = ["pack", folder, "--pack-destination", into, "--json", "--ignore-scripts"];
  // npm would look for a newer version of itself.
  const ran = spawnSync("npm", words, {
    ...{ encoding: "utf8", shell: process.platform === "win32", env: { ...process.env, NO_UPDATE_NOTIFIER: "1" } },
  });
  if (ran.status !== 0) throw new Error(`npm pack failed:\n${ran.stdout}${ran.stderr}`);
  const [{ filename }] = JSON.parse(ran.stdout);
  return join(into, filename);
}
