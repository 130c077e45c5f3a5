import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildExtension } from "../../../scripts/browsers/build-extension.ts";
import type { BrowserFamily } from "../../../scripts/browsers/find.ts";
import { hostPattern } from "../../../utils/core/net/match-pattern.ts";

type Feed = { mirrors: string[]; rootKey: string };

/** The feed of the templates. Neither text occurs anywhere else in a build. */
const TEMPLATE: Feed = { mirrors: ["https://mirror-of-the-template.example"], rootKey: "template".padEnd(43, "0") };
/** Names the folder of a browser's template, for the processes of the tests. */
const VARIABLES = { chromium: "EXTENSION_TEMPLATE_CHROMIUM", firefox: "EXTENSION_TEMPLATE_FIREFOX" } as const;

/**
 * Makes one production build, which `builtExtension` of this process and those that it starts copies from now on: a build takes 3 to 8
 * seconds on two busy cores, and some twenty test files want one, each with a feed at other ports (2026-11-30).
 */
export function makeTemplate(family: BrowserFamily): void {
  process.env[VARIABLES[family]] = buildExtension({ family, purpose: "e2e", folder: join(".output", "templates"), feed: TEMPLATE });
}

/** The production build with this feed in a folder of its own: a copy of a template where there is one, else a build. Returns its folder. */
export function builtExtension(family: BrowserFamily, folder: string, feed: Feed): string {
  const template = process.env[VARIABLES[family]];
  if (template === undefined) return buildExtension({ family, purpose: "e2e", folder, feed });
  const copy = join(folder, basename(template));
  cpSync(template, copy, { recursive: true });
  const changed = readdirSync(copy, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .filter((file) => rewrite(join(copy, file), (code) => withFeed(code, feed)));
  const isManifestChanged = rewrite(join(copy, "manifest.json"), (text) => withHosts(text, feed));
  if (changed.length === 0 || !isManifestChanged) throw new Error("the template does not hold the feed that is to be replaced");
  return copy;
}

function rewrite(file: string, change: (text: string) => string): boolean {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after !== before) writeFileSync(file, after);
  return after !== before;
}

/** The minifier chooses the quotes. */
function withFeed(code: string, { mirrors, rootKey }: Feed): string {
  return code
    .replaceAll(new RegExp(`(["'\`])${TEMPLATE.mirrors[0]}\\1`, "g"), () => mirrors.map((mirror) => JSON.stringify(mirror)).join())
    .replaceAll(TEMPLATE.rootKey, rootKey);
}

function withHosts(manifest: string, { mirrors }: Feed): string {
  const hosts = [...new Set(mirrors.map(hostPattern))].map((pattern) => JSON.stringify(pattern)).join();
  return manifest.replace(TEMPLATE.mirrors.map((mirror) => JSON.stringify(hostPattern(mirror))).join(), hosts);
}
