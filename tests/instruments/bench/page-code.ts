import { posix } from "node:path";
import type { ZipEntry } from "../../../scripts/support/read-zip.ts";

const SCRIPTS = /<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g;
const IMPORTS = /(?:from|import)\s*"(\.[^"]+)"/g;

/** The scripts that a page loads before it can draw; what it may import later is not among them. */
export function codeOfPage(page: string, entries: ZipEntry[]): ZipEntry[] {
  const html =
    entries
      .find(({ name }) => name === page)
      ?.content()
      .toString("utf8") ?? "";
  return codeFrom(
    [...html.matchAll(SCRIPTS)].map(([, name = ""]) => name),
    entries,
  );
}

/** Scripts and everything that they import before they run. */
export function codeFrom(scripts: readonly string[], entries: ZipEntry[]): ZipEntry[] {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const read = (name: string) => byName.get(name)?.content().toString("utf8") ?? "";
  const waiting = [...scripts];
  const loaded = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    for (const [, path = ""] of read(name).matchAll(IMPORTS)) waiting.push(posix.join(posix.dirname(name), path));
  }
  return [...loaded].flatMap((name) => byName.get(name) ?? []);
}
