/** What the bundler knows about a module; the part that is needed here. */
type ModuleLinks = { importers: readonly string[] };
type Graph = { getModuleInfo(id: string): ModuleLinks | null };

const POPUP = "/entrypoints/popup/";
const BACKGROUND = /wxt-background|\/entrypoints\/background/;

/**
 * Names the chunk that a module goes into, so that the popup loads three scripts and not twelve: each costs it one to two milliseconds
 * (npm run bench -- --only popup, 2026-11-28).
 * @returns `base` for what popup and background share, `sight` for what the popup shares with other pages, null for the bundler's own choice
 */
export function popupChunk(id: string, graph: Graph): "base" | "sight" | null {
  const entries = entriesOf(id, graph);
  if (!entries.some((entry) => entry.includes(POPUP))) return null;
  if (entries.some((entry) => BACKGROUND.test(entry))) return "base";
  return entries.length > 1 ? "sight" : null;
}

/** The entries that load a module before they start. */
function entriesOf(id: string, graph: Graph): string[] {
  const seen = new Set([id]);
  const entries: string[] = [];
  for (const next of seen) {
    const importers = graph.getModuleInfo(next)?.importers ?? [];
    if (importers.length === 0) entries.push(next);
    for (const importer of importers) seen.add(importer);
  }
  return entries;
}
