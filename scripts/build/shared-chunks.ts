/** What the bundler knows about a module; the part that is needed here. */
type ModuleLinks = { importers: readonly string[] };
type Graph = { getModuleInfo(id: string): ModuleLinks | null };

const POPUP = /\/entrypoints\/popup\/index\.html/;
/** What the popup loads by `import()` while it draws. */
const OFFERS = /\/entrypoints\/popup\/offers\.ts/;
/** What it loads by `import()` at a press. */
const QUESTIONS = /\/status-pages\/questions\.ts/;
const BACKGROUND = /wxt-background|\/entrypoints\/background/;
/** Pages that are no popup: nobody waits for them with an eye on a site that fails. */
const SHEETS = /\/entrypoints\/(?:dashboard|options)\//;

/**
 * Names the chunk that a module goes into, so that the popup loads three scripts and the background five, and not twelve each: a script
 * costs the popup one to two milliseconds (npm run bench -- --only popup, 2026-11-28) and the package 0.2 kB.
 * @returns null for what is not shared, which is left to the bundler, and for what few share; else:
 *   `base` what the background shares with the popup
 *   `sight` what other pages share with the popup
 *   `sheet` what large pages share, their styles among it
 *   `later` what any pages share, also with what the popup loads later
 *   `places` what the background shares with the question to a status page
 *   `ground` what the background shares with large pages
 */
export function sharedChunk(id: string, graph: Graph): "base" | "sight" | "sheet" | "later" | "places" | "ground" | null {
  const entries = entriesOf(id, graph);
  const isLoadedBy = (entry: RegExp) => entries.some((one) => entry.test(one));
  if (entries.length < 2) return null;
  if (entries.every((entry) => SHEETS.test(entry))) return "sheet";
  if (!isLoadedBy(BACKGROUND)) {
    if (isLoadedBy(POPUP)) return "sight";
    // What the question shares with large pages waits for a file (`utils/replacements/place-tables.ts`), and the popup shall not.
    return isLoadedBy(QUESTIONS) && !isLoadedBy(OFFERS) ? null : "later";
  }
  if (isLoadedBy(POPUP) || isLoadedBy(OFFERS)) return "base";
  if (isLoadedBy(QUESTIONS)) return "places";
  return entries.every((entry) => BACKGROUND.test(entry) || SHEETS.test(entry)) ? "ground" : null;
}

/** The entries that load a module before they start, be it from the page or by `import()`. */
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
